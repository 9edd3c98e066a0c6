using System.Text.Json;
using Proposals.ElsaServer.Signing;

namespace Proposals.ElsaServer.Steps;

/// <summary>Where Web's outbox answers a waiting step. It repeats until it gets a status below 500, and looks at the instance on 404.</summary>
internal static partial class AnswerEndpoint
{
    private const int LongestBody = 1024 * 1024;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void MapStepAnswers(this IEndpointRouteBuilder routes) =>
        // The signature is the door: Web has no account here.
        routes.MapPost("/steps/{waitId}/answer", AnswerAsync).AllowAnonymous();

    private static async Task<IResult> AnswerAsync(
        string waitId,
        HttpContext http,
        MessageSignature signature,
        AnswerStep answerStep,
        ILogger<AnswerStep> logger,
        CancellationToken cancellationToken)
    {
        if (await ReadAsync(http.Request, cancellationToken) is not { } body)
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        if (!signature.Holds(http.Request.Headers, body))
        {
            Log.SignatureRefused(logger);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        // The address is not signed, the body is: they must speak of the same wait.
        if (Parse(body) is not { } answer || answer.WaitId != waitId)
            return Results.StatusCode(StatusCodes.Status400BadRequest);

        var outcome = await answerStep.HandleAsync(answer, cancellationToken);
        Log.Answered(logger, answer.AnswerId, waitId, outcome);
        return Results.Json(new { outcome = outcome.ToString() }, statusCode: StatusOf(outcome));
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > LongestBody)
                return null;
            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static StepAnswer? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<StepAnswer>(body, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static int StatusOf(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Moved or AnswerOutcome.AlreadyAnswered => StatusCodes.Status200OK,
        AnswerOutcome.NotWaiting => StatusCodes.Status404NotFound,
        AnswerOutcome.PortUnknown => StatusCodes.Status422UnprocessableEntity,
        AnswerOutcome.AnswerIdTaken or AnswerOutcome.InstanceEnded => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status503ServiceUnavailable,
    };

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Answer {AnswerId} to {WaitId}: {Outcome}")]
        public static partial void Answered(ILogger logger, string answerId, string waitId, AnswerOutcome outcome);

        [LoggerMessage(2, LogLevel.Warning, "An answer was refused: its signature does not hold, or it is too old")]
        public static partial void SignatureRefused(ILogger logger);
    }
}
