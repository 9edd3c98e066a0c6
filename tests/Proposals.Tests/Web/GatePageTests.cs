using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.People;
using Proposals.Tests.Designer;
using Proposals.Tests.Designer.Gate;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>What the gate found, as the designer's page shows it, and who may let a draft through.</summary>
public sealed class GatePageTests
{
    private const string Handling = "/designer/proposal-handling";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_stands_with_its_way_and_the_way_is_drawn_on_the_picture()
    {
        await using var office = await Office.OpenAsync();
        await SaveAsync(office, new Drawing().Lead("acceptAndName", "Accepted", "draftReply").Json(), "zhouyiming");
        using var admin = await office.AsAsync("zhouyiming");
        var page = await admin.GetStringAsync(Handling, Cancel);
        Assert.Contains("有一条路径面商不足2次就到了“分管领导签发”签发", page, StringComparison.Ordinal);
        Assert.Contains("分办审定（同意） → 科室接收并确定经办人（已接收） → 拟复函", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("is-wrong", page, StringComparison.Ordinal);
        Assert.DoesNotContain("is-passed", page, StringComparison.Ordinal);

        var drawn = await admin.GetStringAsync(Handling + "?finding=1", Cancel);
        Assert.Contains("box is-passed", drawn, StringComparison.Ordinal);
        Assert.Contains("line is-added is-passed", drawn, StringComparison.Ordinal);
        foreach (var odd in new[] { "0", "-1", "99", "x" })
            Assert.DoesNotContain("is-passed", await admin.GetStringAsync($"{Handling}?finding={odd}", Cancel), StringComparison.Ordinal);
    }

    /// <summary>A name that would be markup is drawn as text.</summary>
    [Fact]
    public async Task Markup_in_a_title_stays_text_on_the_picture()
    {
        await using var office = await Office.OpenAsync();
        await SaveAsync(office, new Drawing().Title("receive", "<b>x</b>").Json(), "zhouyiming");
        using var admin = await office.AsAsync("zhouyiming");
        var page = await admin.GetStringAsync(Handling, Cancel);
        Assert.Contains("&lt;b&gt;x&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>x</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_says_who_may_publish_it()
    {
        await using var office = await Office.OpenAsync();
        await SaveAsync(office, Shelf.Text("9wd"), "zhouyiming");
        using var admin = await office.AsAsync("zhouyiming");
        Assert.Contains("可以发布的人：俞敏", await admin.GetStringAsync(Handling, Cancel), StringComparison.Ordinal);

        // The only director draws as well: nobody is left, and the page says whom to appoint.
        var director = await office.PersonAsync("yumin");
        await office.ReadAsync(db => db.Users.Where(person => person.Id == director).ExecuteUpdateAsync(set => set.SetProperty(person => person.Duties, Duty.Admin | Duty.OfficeDirector)));
        await SaveAsync(office, Shelf.Text("8wd"), "yumin");
        using var both = await office.AsAsync("yumin");
        var page = await both.GetStringAsync(Handling, Cancel);
        Assert.Contains("办公室主任俞敏参与了起草", page, StringComparison.Ordinal);
        Assert.Contains("您参与了起草，不能由您发布", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Publish", page, StringComparison.Ordinal);

        await office.ReadAsync(db => db.Users.Where(person => person.Id == director).ExecuteUpdateAsync(set => set.SetProperty(person => person.Duties, Duty.Admin)));
        Assert.Contains("还没有办公室主任", await admin.GetStringAsync(Handling, Cancel), StringComparison.Ordinal);
    }

    private static async Task SaveAsync(Office office, string text, string userName)
    {
        var actor = await office.PersonAsync(userName);
        var saved = await office.WithAsync<DefinitionShelf, ShelfOutcome>(shelf => shelf.SaveDraftAsync(actor, text, null, TimeProvider.System.GetUtcNow(), Cancel));
        Assert.True(saved.IsDone, saved.Refusal?.Code);
    }
}
