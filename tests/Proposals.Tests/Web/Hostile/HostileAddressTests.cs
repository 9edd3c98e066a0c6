using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>Every part of every address and every query parameter that somebody reads; and what a browser sends along.</summary>
public sealed class HostileAddressTests
{
    private static readonly int Few = TestDatabase.PostgresServer is null ? 4 : 1;

    private const int Seed = 20261123;

    private static readonly string[] SentAlong = ["Accept-Language", "Accept-Encoding", "HX-Request", "If-None-Match", "If-Modified-Since", "Range", "X-Forwarded-For", "X-Forwarded-Proto", "Referer", "Origin", "Sec-Fetch-Site", "User-Agent", "traceparent", "Last-Event-ID"];

    private static readonly string[] Cookies = ["proposals", "proposals-form", "proposals-note", ".AspNetCore.Culture", "theme"];

    [Fact]
    public async Task No_part_of_an_address_breaks_a_page()
    {
        var watch = new Watch(takesActsBack: true);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        var bound = await BoundFields.OfAllAsync(office);
        var random = new Random(Seed);
        foreach (var row in PermissionTable.Rows.Where(row => row is { HasGet: true, Route: not "live" }))
        {
            var client = await visitors.ForAsync(row);
            var address = await office.ReadAsync(db => Addresses.OfAsync(row, db));
            var all = Turned(row, address, Asked(office, row, bound)).ToArray();

            // What PostgreSQL cannot even be asked for is met in every count where no page binds it.
            foreach (var (what, turned) in Some(random, all).Union(all.Where(pair => row.IsApi && pair.What.EndsWith("NUL", StringComparison.Ordinal))))
                await visitors.TryAsync($"{row.Route} {what}", () => GetAsync(client, turned));
        }

        visitors.NothingWentWrong();
        Assert.InRange(visitors.Sent, 100, int.MaxValue);
    }

    [Fact]
    public async Task Nothing_that_a_browser_sends_along_breaks_a_page()
    {
        var watch = new Watch(takesActsBack: true);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        var random = new Random(Seed);
        var addresses = new[] { "/sign-in", "/", "/cases", "/elsa/api/workflow-definitions", "/css/app.css", "/no-such-page" };
        foreach (var (name, value) in Some(random, SentAlong.Concat(Cookies).SelectMany(name => NastyValue.All.Select(value => (name, value)))))
        {
            foreach (var address in addresses)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                var text = new string([.. value.Text.Where(sign => sign is >= ' ' and < '\u007F').Take(3000)]);
                if (Cookies.Contains(name))
                    request.Headers.TryAddWithoutValidation("Cookie", $"{name}={text}");
                else
                    request.Headers.TryAddWithoutValidation(name, text);
                using var client = office.CreateDefaultClient();
                await visitors.TryAsync($"{address} {name} = {value.Name}", () => client.SendAsync(request, TestContext.Current.CancellationToken));
            }
        }

        visitors.NothingWentWrong();
    }

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address) => client.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseContentRead, TestContext.Current.CancellationToken);

    private static IEnumerable<(string What, string Address)> Turned(PermissionRow row, string address, IReadOnlyList<string> asked)
    {
        // A zero in a path is refused before the product is asked.
        var (template, segments) = (row.Route.Split('/'), address.Split('?')[0].TrimStart('/').Split('/'));
        foreach (var value in NastyValue.All.Where(value => value.Text.Length < 4000))
        {
            var written = Uri.EscapeDataString(value.Text);
            for (var at = 0; at < Math.Min(template.Length, segments.Length); at++)
                if (template[at].StartsWith('{') && value.Text.Length > 0 && !value.Text.Contains('\0', StringComparison.Ordinal))
                    yield return ($"{template[at]} = {value.Name}", "/" + string.Join('/', segments.Select((segment, index) => index == at ? written : segment)));
            foreach (var name in asked)
                yield return ($"{name} = {value.Name}", $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Uri.EscapeDataString(name)}={written}");
        }
    }

    /// <summary>What a page or a method reads from the address.</summary>
    private static IReadOnlyList<string> Asked(Office office, PermissionRow row, IReadOnlyDictionary<string, BoundFields> bound)
    {
        if (bound.TryGetValue(row.Route, out var page))
            return page.Asked;
        var endpoint = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().First(known => known.RoutePattern.RawText?.Trim('/') == row.Route);
        return [.. (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? []).Where(parameter => parameter.ParameterType == typeof(string) || parameter.ParameterType == typeof(string[]) || parameter.ParameterType.IsValueType)
            .Select(parameter => parameter.Name ?? "").Append("culture")];
    }

    private static IEnumerable<T> Some<T>(Random random, IEnumerable<T> all)
    {
        var kept = all.ToArray();
        var count = Soak.Count(Few);
        if (count < kept.Length)
            random.Shuffle(kept);
        return kept.Take(count);
    }
}
