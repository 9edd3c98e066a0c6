using Microsoft.AspNetCore.Http.HttpResults;

namespace Proposals.Web.ElsaApi;

/// <summary>An error as Elsa's clients read it: Studio shows the sentences.</summary>
internal sealed record ApiProblem(int StatusCode, string Message, IReadOnlyDictionary<string, IReadOnlyList<string>> Errors)
{
    private const string ContentType = "application/problem+json";

    public static JsonHttpResult<ApiProblem> Of(int status, params IReadOnlyList<string> sentences) =>
        TypedResults.Json(new ApiProblem(status, sentences[0], new Dictionary<string, IReadOnlyList<string>> { ["generalErrors"] = sentences }), contentType: ContentType, statusCode: status);
}
