using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Proposals.Web.Pages.Designer.Studio;

namespace Proposals.Web.ElsaApi;

/// <summary>Hands a call's JSON object on; anything else is refused with a sentence, never with an exception.</summary>
internal static class JsonBody
{
    private const int MostBytes = 4 * 1024 * 1024;

    public static async Task<IResult> ReadAsync(HttpContext context, Func<JsonObject, Task<IResult>> use)
    {
        var text = context.RequestServices.GetRequiredService<IStringLocalizer<StudioText>>();
        if (context.Request.ContentLength is null or > MostBytes)
            return ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, text["Api_TooLarge"]);
        JsonNode? body;
        try
        {
            body = await JsonNode.ParseAsync(context.Request.Body, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            body = null;
        }

        return body is JsonObject found ? await use(found) : ApiProblem.Of(StatusCodes.Status400BadRequest, text["Api_NoJson"]);
    }
}
