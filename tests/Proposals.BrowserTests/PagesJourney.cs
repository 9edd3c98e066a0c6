using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;
using Proposals.Tests.Web;

namespace Proposals.BrowserTests;

public sealed class WidePagesJourney(BrowserFixture browser) : PagesJourney(browser)
{
    public static TheoryData<Look> Looks => [.. Look.Chosen.Where(look => !look.IsPhone)];

    [Theory, MemberData(nameof(Looks))]
    public Task Every_page_is_accessible_and_fits(Look look) => VisitAllAsync(look);
}

/// <summary>Beside the wide ones: each half waits for the other's pages.</summary>
public sealed class PhonePagesJourney(BrowserFixture browser) : PagesJourney(browser)
{
    public static TheoryData<Look> Looks => [.. Look.Chosen.Where(look => look.IsPhone)];

    [Theory, MemberData(nameof(Looks))]
    public Task Every_page_is_accessible_and_fits(Look look) => VisitAllAsync(look);
}

/// <summary>Every page that can be opened, in every look: axe finds nothing, nothing sticks out, nothing on it is against the product's own policy; pictures where PROPOSALS_SHOTS names a folder.</summary>
public abstract class PagesJourney(BrowserFixture browser)
{
    /// <summary>Not pages: a stream, a file and an answer to programs.</summary>
    private static readonly string[] NoPages = ["live", "files/{id}", "designer/{definitionId}/versions/{version:int}/export", "admin/rules/{version:int}/export", "health/live", "health/ready", "preferences", "sign-out", "demo/clock", "designer/studio/{**file}", "cases/export", "cases/{id}/papers/{paper}", "cases/{id}/slips/{rung:guid}"];

    /// <summary>Other faces of a page that its address does not tell apart: who looks, which tab, what is empty.</summary>
    private static readonly PermissionRow[] Faces =
    [
        .. new[] { "yumin", "zhengning", "wanghaitao", "fangxiaolan", "shenliqun", "duqing", "linyue", "zhouyiming" }.Select(person => new PermissionRow("", "") { By = person }),
        .. new[] { "Trail", "Consultations", "Papers", "Deadlines", "Feedback" }.SelectMany(tab => new[] { "258", "31" }.Select(number =>
            new PermissionRow($"case-{tab}-{number}", "") { Case = number, Address = $"/cases/{{case}}?tab={tab}", By = "xujing" })),
        new("case-Deadlines-217", "") { Case = "217", Address = "/cases/{case}?tab=Deadlines", By = "xujing" },
        new("case-waiting", "") { Case = "27", Address = "/cases/{case}", By = "fangxiaolan" },
        new("case-Deadlines-27", "") { Case = "27", Address = "/cases/{case}?tab=Deadlines", By = "shenliqun" },
        new("case-Trail-27", "") { Case = "27", Address = "/cases/{case}?tab=Trail", By = "shenliqun" },
        new("inbox-orders", "") { Address = "/inbox", By = "shenliqun" },
        new("notices-leader", "") { Address = "/notices", By = "fangxiaolan" },
        new("notices-none", "") { Address = "/notices", By = "xujing" },
        new("inbox-done", "") { Address = "/inbox?tab=Done", By = "xujing" },
        new("ledger-red", "") { Address = "/cases?light=Red", By = "xujing" },
        new("deadlines-holidays", "") { Address = "/deadlines?month=2026-10", By = "duqing" },
        new("deadlines-beyond", "") { Address = "/deadlines?month=2027-02", By = "yumin" },
        new("deadlines-none", "") { Address = "/deadlines?month=2031-05", By = "zhengning" },
        new("deadlines-day", "") { Address = "/deadlines/list?kind=Step&light=Green", By = "fangxiaolan" },
        new("deadlines-no-match", "") { Address = "/deadlines/list?from=2031-05-01", By = "xujing" },
        new("ledger-none", "") { Address = "/cases?text=没有这样的办件", By = "xujing" },
    ];

    /// <summary>What stands in these is not ours to draw; StudioJourney looks at them.</summary>
    private static readonly string[] Studio = ["designer/studio/list", "designer/studio/edit/{definitionId}"];

    private static string? Folder => Environment.GetEnvironmentVariable("PROPOSALS_SHOTS") is { Length: > 0 } folder ? folder : null;

    protected async Task VisitAllAsync(Look look)
    {
        await using var visit = await browser.VisitAsync(look);
        await visit.GoAsync($"pages-{look}", async it =>
        {
            var complaints = new List<string>();
            // A status of its own says that the demo bureau has nothing to open there: no workflow has stopped, no opinion of ours has gone out.
            var rows = PermissionTable.Rows.Where(row => row is { HasGet: true, IsApi: false, Status: 200 } && !NoPages.Concat(Studio).Contains(row.Route)).Concat(Faces).ToList();
            foreach (var group in rows.GroupBy(PersonFor).OrderBy(people => people.Key.Length))
            {
                if (group.Key.Length > 0)
                    await it.SignInByNameAsync(group.Key);
                foreach (var row in group)
                    complaints.AddRange(await LookAtAsync(it, row, look));
            }

            Assert.True(complaints.Count == 0, string.Join('\n', complaints));
        });
    }

    private static string PersonFor(PermissionRow row) =>
        row.By ?? (row.Permission == PermissionRow.Anonymous ? "" : PermissionTable.Holders[row.Permission].Inside);

    private async Task<IReadOnlyList<string>> LookAtAsync(Visit it, PermissionRow row, Look look)
    {
        await using var db = new SqliteProposalsDbContext(new DbContextOptionsBuilder<SqliteProposalsDbContext>().UseSqlite(browser.Product.Connection).Options);
        var address = await Addresses.OfAsync(row, db);
        var answer = await it.Page.GotoAsync(address);
        var found = (await it.AxeAsync()).Select(complaint => $"{address} ({row.Route}): {complaint}").ToList();
        if (answer?.Status >= 400 && row.Permission != PermissionRow.Anonymous)
            found.Add($"{address} answers {answer.Status}");
        found.AddRange(it.RefusedSince().Select(line => $"{address} ({row.Route}): {line}"));
        if (!await it.FitsAsync())
            found.Add($"{address} ({row.Route}) is wider than the window");
        if (Folder is { } folder)
            await it.ShootAsync($"{look}/{(row.Route.Length == 0 ? "home" : row.Route.Replace('/', '_'))}-{PersonFor(row)}", folder);
        return found;
    }
}
