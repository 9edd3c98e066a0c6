using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Statistics;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Demo;

public sealed class DemoFigureTests
{
    /// <summary>A second database can only tell whether the demo can be made on it at all: one day is enough there.</summary>
    public static TheoryData<DateOnly> Days =>
    [
        new DateOnly(2026, 11, 22),
        .. new[] { new DateOnly(2026, 10, 3), new DateOnly(2027, 1, 5), new DateOnly(2028, 2, 29) }.Select(day => new TheoryDataRow<DateOnly>(day).WithTrait("Asks", "OneDatabase")),
    ];

    [Theory]
    [MemberData(nameof(Days))]
    public async Task The_demo_bureau_made_by_acts_shows_its_figures(DateOnly today)
    {
        await using var bureau = await Bureau.EmptyAsync();
        var now = OfficeClock.At(today, new TimeOnly(15, 0));
        Assert.True(await BuildAsync(bureau, now));
        Assert.False(await BuildAsync(bureau, now));

        var cancellation = TestContext.Current.CancellationToken;
        var everyone = await bureau.ReadAsync(db => db.Users.AsNoTracking().ToDictionaryAsync(person => person.DisplayName));
        var visibility = CaseVisibility.Of(everyone["杜青"]);
        var figures = await bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(visibility, today.Year, today, cancellation));

        Assert.Equal(14, figures.Assigned);
        Assert.Equal(11, figures.Owed);
        Assert.Equal((1, 1, 1, 0), (figures.CoOrganized, figures.Returned, figures.Withdrawn, figures.Reassigned));
        Assert.Equal("4/11（36.4%）", figures.Replied.ToString());
        Assert.Equal("4/5（80.0%）", figures.RepliedOnTime.ToString());
        Assert.Equal("8/11（72.7%）", figures.Consulted[1].ToString());
        Assert.Equal("6/11（54.5%）", figures.Consulted[2].ToString());
        Assert.Equal("1/11（9.1%）", figures.Closed.ToString());
        Assert.Equal("2/11（18.2%）", figures.Resolved.ToString());
        Assert.Equal("3/4（75.0%）", figures.FeedbackReturned.ToString());
        Assert.Equal("3/3（100.0%）", figures.SatisfiedWithAttitude.ToString());
        Assert.Equal("2/3（66.7%）", figures.SatisfiedWithResult.ToString());
        Assert.Equal("2/3（66.7%）", figures.CommitmentsKept.ToString());
        Assert.Equal("—", figures.OpinionsOnTime.ToString());
        Assert.Equal(new Dictionary<string, int> { ["A"] = 2, ["B"] = 1, ["C"] = 1 }, figures.Classes);

        await LightsAsync(bureau, visibility, today, figures);
        await LastYearAsync(bureau, visibility, today);
        var chains = await bureau.ReadAsync(db => db.AuditHeads.Select(head => head.Subject).ToListAsync());
        foreach (var chain in chains)
        {
            Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(chain, cancellation)));
        }
    }

    /// <summary>The ledger of last year as it was published, and after the look back.</summary>
    private static async Task LastYearAsync(Bureau bureau, CaseVisibility visibility, DateOnly today)
    {
        var figures = await bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(visibility, today.Year - 1, today, TestContext.Current.CancellationToken));
        Assert.Equal((10, 10), (figures.Assigned, figures.Owed));
        Assert.Equal("10/10（100.0%）", figures.Replied.ToString());
        Assert.Equal("9/10（90.0%）", figures.Consulted[2].ToString());
        Assert.Equal("7/10（70.0%）", figures.Closed.ToString());
        Assert.Equal(new Dictionary<string, int> { ["A"] = 6, ["B"] = 3, ["C"] = 1 }, figures.Classes);
        var first = await bureau.ReadAsync(db => db.Cases.Where(subject => subject.HandlingYear == today.Year - 1).GroupBy(subject => subject.FirstResultClass ?? "")
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count));
        Assert.Equal(new Dictionary<string, int> { ["A"] = 3, ["B"] = 6, ["C"] = 1 }, first);
        Assert.Equal([CaseState.FollowUp], await bureau.ReadAsync(db => db.Cases.Where(subject => subject.HandlingYear == today.Year - 1 && subject.OpenCommitments > 0).Select(subject => subject.State).Distinct().ToListAsync()));
        Assert.Equal("304", await bureau.ReadAsync(db => db.Cases.Where(subject => subject.HasOverride).Select(subject => subject.CaseNumber).SingleAsync()));
    }

    private static async Task LightsAsync(Bureau bureau, CaseVisibility visibility, DateOnly today, Figures figures)
    {
        string[] red = ["142", "27", "31"];
        string[] yellow = ["12", "176", "73", "88"];
        foreach (var (light, numbers) in new[] { (Light.Red, red), (Light.Yellow, yellow) })
        {
            var page = await bureau.WithAsync<LedgerQuery, LedgerPage>(query =>
                query.PageAsync(visibility, new LedgerFilter { Light = light }, today, TestContext.Current.CancellationToken));
            Assert.Equal(numbers, page.Rows.Select(row => row.Case.CaseNumber).Order(StringComparer.Ordinal));
            Assert.All(page.Rows, row => Assert.Equal(light, row.Case.LightOn(today)));
            Assert.Equal(numbers.Length, figures.Lights[light]);
        }
    }

    internal static Task<bool> BuildAsync(Bureau bureau, DateTimeOffset now) =>
        bureau.WithAsync<IServiceProvider, bool>(services => ActivatorUtilities.CreateInstance<DemoBureau>(services).BuildAsync(now, TestContext.Current.CancellationToken));
}
