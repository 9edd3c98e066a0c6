using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Proposals.Tests.Papers;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>Values that were taken in stand on many pages and papers afterwards. Wherever they stand they are words, never a part of the page.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class StoredValueTests
{
    /// <summary>Ends every quote and every tag that it might stand in, and fits a telephone number's column.</summary>
    private const string Probe = $"\"'>甲<{NastyValue.Element} {NastyValue.Attribute}=1>";

    private static readonly string[] Readers = ["xujing", "yumin", "zhengning", "wanghaitao", "fangxiaolan", "shenliqun", "duqing", "zhouyiming"];

    private static readonly string[] Tabs = ["Basics", "Trail", "Consultations", "Papers", "Deadlines", "Feedback"];

    [Fact]
    public async Task What_was_typed_into_a_form_is_never_a_part_of_a_page()
    {
        var watch = new Watch(takesActsBack: false);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        var bound = await BoundFields.OfAllAsync(office);
        var done = 0;
        // Before anything is changed: some forms change the number by which a row finds its case.
        var places = await office.ReadAsync(async db =>
        {
            var found = new Dictionary<PermissionRow, string>();
            foreach (var row in PermissionTable.Rows.Where(row => row is { IsApi: false, Route: not "live" }))
                found[row] = await Addresses.OfAsync(row, db);
            return found;
        });
        foreach (var row in places.Keys.Where(row => row is { HasPost: true, IsTokenless: false, Route: not ("sign-out" or "password" or "demo/clock" or "preferences") }))
        {
            var forms = await HostileFormTests.FormsAsync(office, visitors, row, bound[row.Route], places[row]);
            var form = forms[0].Form;
            var turned = form.Typed.ToDictionary(name => name, _ => Probe);
            var client = await visitors.ForAsync(row);
            if (await visitors.TryAsync($"{row.Route} with the probe", () => form.SendAsync(client, turned, TestContext.Current.CancellationToken)))
                done++;
        }

        Assert.InRange(done, 25, 1000);
        var shown = await LookAsync(office, visitors, places);
        await PrintAsync(office, places.Values);
        visitors.NothingWentWrong();
        Assert.InRange(shown, 20, 10_000);
    }

    /// <returns>On how many pages the words of the probe stood.</returns>
    private static async Task<int> LookAsync(Office office, Visitors visitors, IReadOnlyDictionary<PermissionRow, string> places)
    {
        var shown = 0;
        foreach (var reader in Readers)
        {
            using var client = await office.AsAsync(reader);
            var addresses = new List<string> { "/", "/inbox", "/inbox?tab=Done", "/cases", $"/cases?text={Uri.EscapeDataString(Probe)}", "/commitments", "/statistics", "/admin/people", "/designer", "/setup", "/admin/bureau", "/cases/register", "/incidents", "/people/handover" };
            // Everybody's case pages show the same; one reads them all, the others those of their own forms.
            if (reader == Readers[0])
                addresses.AddRange(CasesOf(places.Values).SelectMany(subject => Tabs.Select(tab => $"{subject}?tab={tab}")));
            addresses.AddRange(places.Where(place => place.Key is { HasGet: true, Route: not ("sign-out" or "files/{id}") } && (place.Key.By ?? Readers[0]) == reader).Select(place => place.Value));
            foreach (var address in addresses)
                shown += await LookAtAsync(client, address, reader, visitors.Complaints) ? 1 : 0;
        }

        return shown;
    }

    private static async Task<bool> LookAtAsync(HttpClient client, string address, string reader, List<string> complaints)
    {
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        if ((int)answer.StatusCode >= 500)
            complaints.Add($"{address} as {reader}: answered {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            return false;
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var page = new HtmlParser().ParseDocument(html);
        complaints.AddRange(page.All.Where(IsOfAValue).Select(element => $"{address} as {reader}: a value became {element.OuterHtml[..Math.Min(200, element.OuterHtml.Length)]}"));
        return page.Body?.TextContent.Contains(Probe, StringComparison.Ordinal) == true;
    }

    private static bool IsOfAValue(IElement element) =>
        element.LocalName == NastyValue.Element || element.HasAttribute(NastyValue.Attribute)
        || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))
        || element.GetAttribute("href")?.TrimStart().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<string> CasesOf(IEnumerable<string> addresses) =>
        addresses.Select(address => address.Split('/')).Where(parts => parts is [_, "cases", _, ..] && Guid.TryParse(parts[2], out _)).Select(parts => $"/cases/{parts[2]}").Distinct();

    private static async Task PrintAsync(Office office, IEnumerable<string> places)
    {
        using var client = await office.AsAsync("xujing");
        var printed = 0;
        foreach (var subject in CasesOf(places))
        {
            foreach (var paper in new[] { "reply", "opinion", "form", "sheet" })
            {
                using var answer = await client.GetAsync($"{subject}/papers/{paper}", TestContext.Current.CancellationToken);
                if (!answer.IsSuccessStatusCode)
                    continue;
                using var file = WordprocessingDocument.Open(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
                Printed.Valid(file);
                printed++;
            }
        }

        using var export = await client.GetAsync("/cases/export", TestContext.Current.CancellationToken);
        using var ledger = SpreadsheetDocument.Open(await export.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), isEditable: false);
        Printed.Valid(ledger);
        Assert.InRange(printed, 5, 1000);
    }
}
