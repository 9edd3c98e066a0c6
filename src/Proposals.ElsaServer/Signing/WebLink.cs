using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Proposals.ElsaServer.Catalogue;

namespace Proposals.ElsaServer.Signing;

/// <summary>The only way from here to the product. Everything that goes out is signed, the empty body of a question too.</summary>
internal sealed class WebLink(HttpClient http, MessageSignature signature)
{
    public static readonly Uri CataloguePath = new("elsa-edition/catalogue", UriKind.Relative);
    public static readonly Uri StepWantedPath = new("elsa-edition/step-wanted", UriKind.Relative);
    public static readonly Uri SweepPath = new("elsa-edition/sweep", UriKind.Relative);
    public static readonly Uri RaiseRungPath = new("elsa-edition/raise-rung", UriKind.Relative);

    public async Task<CatalogueDocument> ReadCatalogueAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, CataloguePath);
        signature.Sign(request, []);
        using var response = await http.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<CatalogueDocument>(CatalogueDocument.Json, cancellationToken)
            ?? throw new JsonException("Web answered with null where its catalogue was asked for.");
    }

    public async Task TellAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(address, json, cancellationToken);
    }

    public async Task<TAnswer> AskAsync<TAnswer>(Uri address, string json, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(address, json, cancellationToken);
        return await response.Content.ReadFromJsonAsync<TAnswer>(JsonSerializerOptions.Web, cancellationToken)
            ?? throw new JsonException($"Web answered with null where {address} was asked.");
    }

    /// <returns>A good answer; the caller disposes it.</returns>
    private async Task<HttpResponseMessage> SendAsync(Uri address, string json, CancellationToken cancellationToken)
    {
        var body = Encoding.UTF8.GetBytes(json);
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        signature.Sign(request, body);
        var response = await http.SendAsync(request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;
        response.Dispose();
        throw new HttpRequestException($"Web answered {(int)response.StatusCode} to {address}.", null, response.StatusCode);
    }
}
