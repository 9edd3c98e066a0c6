using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Inbox;

public sealed class InboxPagingTests
{
    private const int WholePage = 500;

    [Fact]
    public async Task Turning_pages_shows_every_item_once_and_in_order()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var now = OfficeClock.At(new DateOnly(2026, 11, 22), new TimeOnly(15, 0));
        await bureau.WithAsync<IServiceProvider, bool>(services => ActivatorUtilities.CreateInstance<DemoBureau>(services).BuildAsync(now, TestContext.Current.CancellationToken));
        var people = await bureau.ReadAsync(db => db.Users.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        foreach (var me in people.Select(CaseVisibility.Of))
        {
            foreach (var tab in Enum.GetValues<InboxTab>())
            {
                var whole = await PageAsync(bureau, me, tab, null, WholePage);
                Assert.Equal(whole.Rows.Select(row => row.Item.Id), await WalkAsync(bureau, me, tab));
                Assert.Equal(whole.Rows.Count, await bureau.WithAsync<InboxQuery, int>(query => query.CountAsync(me, tab, TestContext.Current.CancellationToken)));
            }
        }
    }

    private static async Task<IReadOnlyList<Guid>> WalkAsync(Bureau bureau, CaseVisibility me, InboxTab tab)
    {
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var page = await PageAsync(bureau, me, tab, after, 2);
            seen.AddRange(page.Rows.Select(row => row.Item.Id));
            after = page.Next?.ToString();
        }
        while (after is not null && seen.Count < WholePage);
        return seen;
    }

    private static Task<InboxPage> PageAsync(Bureau bureau, CaseVisibility me, InboxTab tab, string? after, int size) =>
        bureau.WithAsync<InboxQuery, InboxPage>(query => query.PageAsync(me, tab, InboxCursor.Parse(after), size, TestContext.Current.CancellationToken));
}
