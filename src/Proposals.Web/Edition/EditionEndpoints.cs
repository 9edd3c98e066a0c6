using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Web.Edition;

/// <summary>What the scale-out edition's jobs call: a recurring one claims the rungs that have come, and one for each raises it.</summary>
public static class EditionEndpoints
{
    public const string SweepAddress = "/elsa-edition/sweep";
    public const string RaiseAddress = "/elsa-edition/raise-rung";

    /// <summary>A call names one rung; a longer body is nobody's we know.</summary>
    private const int LongestBody = 4096;

    public static IServiceCollection AddEdition(this IServiceCollection services)
    {
        services.AddOptions<EditionOptions>().BindConfiguration(EditionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<MessageDoor>();
        return services;
    }

    /// <summary>No cookie opens these and none is read: the signature is the permission.</summary>
    public static void MapEdition(this WebApplication app)
    {
        app.MapPost(SweepAddress, SweepAsync).AllowAnonymous().DisableAntiforgery();
        app.MapPost(RaiseAddress, RaiseAsync).AllowAnonymous().DisableAntiforgery();
    }

    private static Task<IResult> SweepAsync(HttpContext context, MessageDoor door, CancellationToken cancellationToken) =>
        AnswerAsync<SweepCall>(context, door, "sweep", async (_, services, now) =>
        {
            await services.GetRequiredService<RuleShelf>().RefreshAsync(OfficeClock.Day(now), cancellationToken);
            var claimed = await services.GetRequiredService<RungSweep>().ClaimAsync(now, cancellationToken);
            return TypedResults.Ok(new SweepAnswer(await services.GetRequiredService<ClaimedRungs>().OutstandingAsync(now, cancellationToken), claimed.Left));
        }, cancellationToken);

    private static Task<IResult> RaiseAsync(HttpContext context, MessageDoor door, CancellationToken cancellationToken) =>
        AnswerAsync<RaiseCall>(context, door, "raise-rung", async (call, services, now) =>
            await services.GetRequiredService<ClaimedRungs>().RaiseAsync(call.RungId, now, cancellationToken) is { } state
                ? TypedResults.Ok(new RaiseAnswer(state.ToString()))
                : TypedResults.NotFound(),
            cancellationToken);

    private static async Task<IResult> AnswerAsync<TCall>(HttpContext context, MessageDoor door, string about, Func<TCall, IServiceProvider, DateTimeOffset, Task<IResult>> answer, CancellationToken cancellationToken)
        where TCall : ICall
    {
        if (await BodyAsync(context.Request, cancellationToken) is not { } body)
            return TypedResults.StatusCode(StatusCodes.Status413PayloadTooLarge);
        switch (await door.OpenAsync(context.Request.Headers, body, cancellationToken))
        {
            case Knock.Closed: return TypedResults.NotFound();
            case Knock.Unknown: return TypedResults.Unauthorized();
            case Knock.Again: return TypedResults.Conflict();
        }

        // The address is not signed: a message that is about something else was meant for another door.
        if (Read<TCall>(body) is not { } call || call.About != about)
            return TypedResults.BadRequest();
        try
        {
            // As the database keeps it: what was claimed at this moment is found again by it.
            var now = UtcMomentConverter.AsStored(context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow());
            return await answer(call, context.RequestServices, now);
        }
        catch (Exception failure) when (WriteConflict.MayPass(failure))
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<ReadOnlyMemory<byte>?> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = new byte[LongestBody + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length > LongestBody ? (ReadOnlyMemory<byte>?)null : body.AsMemory(0, length);
    }

    private static TCall? Read<TCall>(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<TCall>(body.Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private interface ICall
    {
        string About { get; }
    }

    private sealed record SweepCall(string About) : ICall;

    private sealed record RaiseCall(string About, Guid RungId) : ICall;

    private sealed record SweepAnswer(IReadOnlyList<Guid> Rungs, int Left);

    private sealed record RaiseAnswer(string State);
}
