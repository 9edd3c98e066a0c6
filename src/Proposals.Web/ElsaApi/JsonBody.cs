using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Proposals.Persistence;
using Proposals.Web.Pages.Designer.Studio;
using Proposals.Workflows.Documents;

namespace Proposals.Web.ElsaApi;

/// <summary>Hands a call's JSON object on, without what nobody can see and no database can keep; anything else is refused with a sentence, never with an exception.</summary>
internal static class JsonBody
{
    private const int MostBytes = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static async Task<IResult> ReadAsync(HttpContext context, Func<JsonObject, Task<IResult>> use)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<StudioText>>();
        if (context.Request.ContentLength is null or > MostBytes)
            return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, text["Api_TooLarge"]);
        JsonNode? body;
        try
        {
            using var reader = new StreamReader(context.Request.Body, Strict);
            body = JsonText.Parse(await reader.ReadToEndAsync(context.RequestAborted), MostBytes);
        }
        catch (DecoderFallbackException)
        {
            body = null;
        }

        return body is JsonObject found ? await use(PlainText.Of(found)) : ApiProblem.Of(StatusCodes.Status400BadRequest, text["Api_NoJson"]);
    }
}
