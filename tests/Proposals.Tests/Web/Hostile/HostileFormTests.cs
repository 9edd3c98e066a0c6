using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>Every field of every form, drawn or only bound, filled with what nobody means well with, while all the others say what they should.</summary>
public sealed class HostileFormTests
{
    /// <summary>How many pairs of field and value each form gets here; the soak sends them all.</summary>
    private static readonly int Few = TestDatabase.PostgresServer is null ? 3 : 1;

    private const int Seed = 20261123;

    /// <summary>Drafts have one code for all forms, so each form tries only one pair in so many there: by turns every value.</summary>
    private const int OneDraftIn = 16;

    private static readonly string[] Drafts = ["Draft", "Keep", "Discard"];

    [Fact]
    public async Task No_value_of_any_field_breaks_a_page_or_half_happens()
    {
        var watch = new Watch(takesActsBack: true);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        var bound = await BoundFields.OfAllAsync(office);
        var random = new Random(Seed);
        var (forms, reached) = (0, new HashSet<string>());
        foreach (var row in PermissionTable.Rows.Where(row => row is { IsApi: false, HasPost: true, IsTokenless: false }))
        {
            foreach (var (handler, form) in await FormsAsync(office, visitors, row, bound[row.Route]))
            {
                forms++;
                var client = await visitors.ForAsync(row);
                if (await visitors.TryAsync($"{form.Action} as it is meant", () => form.SendAsync(client, new Dictionary<string, string>(), TestContext.Current.CancellationToken)))
                    reached.Add(row.Route);
                foreach (var (field, value) in Some(random, form.Names.Concat(bound[row.Route].Posted.GetValueOrDefault(handler) ?? []).Distinct().SelectMany(field => NastyValue.All.Select(value => (Field: field, Value: value))), handler))
                {
                    client = await visitors.ForAsync(row);
                    if (await visitors.TryAsync($"{form.Action} ({row.Route}) {field} = {value.Name}", () => form.SendAsync(client, new Dictionary<string, string> { [field] = value.Text }, TestContext.Current.CancellationToken)))
                        reached.Add(row.Route);

                    // What was kept is filled into the form when it is opened again.
                    if (handler == "Draft")
                        await visitors.TryAsync($"{row.Route} after {field} = {value.Name} was kept", () => client.GetAsync(new Uri(form.Action.Split('?')[0], UriKind.Relative), TestContext.Current.CancellationToken));
                }
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{visitors.Sent} sent by {forms} forms; the acts of {reached.Count} pages were reached.");
        visitors.NothingWentWrong();
        Assert.InRange(forms, 100, 1000);
        Assert.InRange(reached.Count, 30, 1000);
    }

    [Fact]
    public async Task No_form_takes_what_belongs_to_another_case()
    {
        var watch = new Watch(takesActsBack: true);
        await using var office = await watch.OpenAsync();
        using var visitors = new Visitors(office, watch);
        var bound = await BoundFields.OfAllAsync(office);
        var random = new Random(Seed);
        foreach (var row in PermissionTable.Rows.Where(row => row is { IsApi: false, HasPost: true, Case: not null }))
        {
            var others = await OtherIds.OfAsync(office, row.Case ?? "");
            foreach (var (handler, form) in await FormsAsync(office, visitors, row, bound[row.Route]))
            {
                var client = await visitors.ForAsync(row);
                var pairs = form.Names.Concat(bound[row.Route].Posted.GetValueOrDefault(handler) ?? []).Distinct().Where(OtherIds.Names).SelectMany(field => others.Select(other => (Field: field, Other: other)));
                foreach (var (field, other) in Some(random, pairs, handler))
                {
                    watch.LookFor(other.Value);
                    await visitors.TryAsync($"{form.Action} ({row.Route}) {field} = {other.Key} of another case", () => form.SendAsync(client, new Dictionary<string, string> { [field] = other.Value }, TestContext.Current.CancellationToken));
                }

                watch.LookFor("");
            }
        }

        visitors.NothingWentWrong();
        Assert.InRange(visitors.Sent, 100, 100_000);
    }

    /// <summary>The page's own forms; and for handlers that none of them leads to, its first form sent there.</summary>
    internal static async Task<IReadOnlyList<(string Handler, SentForm Form)>> FormsAsync(Office office, Visitors visitors, PermissionRow row, BoundFields bound, string? at = null)
    {
        var client = await visitors.ForAsync(row);
        var address = at ?? await office.ReadAsync(db => Addresses.OfAsync(row, db));
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var html = answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken) : "";
        var forms = SentForm.Of(html, address).ToList();
        if (forms.Count == 0)
        {
            using var home = await client.GetAsync(row.Permission == PermissionRow.Anonymous ? "/sign-in" : "/", TestContext.Current.CancellationToken);
            forms.Add(SentForm.Bare(address, Office.TokenOf(await home.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))));
        }

        var found = forms.Select(form => (Handler: HandlerOf(form.Action), Form: form)).ToList();
        foreach (var handler in bound.Posted.Keys.Where(handler => found.TrueForAll(known => !string.Equals(known.Handler, handler, StringComparison.OrdinalIgnoreCase))).ToList())
            found.Add((handler, forms[0].To(handler.Length == 0 ? address : $"{address}?handler={handler}")));
        return found;
    }

    private static string HandlerOf(string action) =>
        action.Split('?') is [_, var query] && System.Web.HttpUtility.ParseQueryString(query)["handler"] is { } handler ? handler : "";

    /// <summary>What only keeps a draft or throws it away is tried least.</summary>
    private static IEnumerable<T> Some<T>(Random random, IEnumerable<T> all, string handler)
    {
        var first = random.Next(OneDraftIn);
        var pairs = all.Where((_, at) => !Drafts.Contains(handler) || at % OneDraftIn == first).ToArray();
        var count = Soak.Count(handler.Length == 0 ? Few : 1);
        if (count < pairs.Length)
            random.Shuffle(pairs);
        return pairs.Take(count);
    }
}
