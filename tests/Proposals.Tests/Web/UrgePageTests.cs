using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>催办 as the office does it: from the list, with one press.</summary>
public sealed class UrgePageTests
{
    [Fact]
    public async Task From_the_ledger_one_press_urges_whoever_has_the_step_and_the_file_shows_it()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == "12").Select(known => known.Id).SingleAsync(Cancel));
        var row = await clerk.GetStringAsync("/cases?text=12", Cancel);
        Assert.Contains($"href=\"/cases/{id}/urge-step?from=", row, StringComparison.Ordinal);

        var page = await PaperForm.OpenAsync(clerk, $"/cases/{id}/urge-step?from=/cases");
        using var answer = await page.With("Input.Text", "请本周内完成。").SendAsync(clerk, $"/cases/{id}/urge-step?from=/cases");
        Assert.Equal((HttpStatusCode.Redirect, "/cases"), (answer.StatusCode, answer.Headers.Location?.ToString()));

        Assert.Contains("催：郑宁", await clerk.GetStringAsync($"/cases/{id}?tab=Trail", Cancel), StringComparison.Ordinal);
        var feedback = await clerk.GetStringAsync($"/cases/{id}?tab=Feedback", Cancel);
        Assert.Contains("许婧 催办 郑宁", feedback, StringComparison.Ordinal);
        Assert.Contains("请本周内完成。", feedback, StringComparison.Ordinal);
        Assert.True(await office.ReadAsync(db => db.Notices.AnyAsync(notice => notice.CaseId == id && notice.Kind == NoticeKind.Urging, Cancel)));
        var again = await PaperForm.OpenAsync(clerk, $"/cases/{id}/urge-step");
        using var refused = await again.SendAsync(clerk, $"/cases/{id}/urge-step");
        Assert.Contains("今天许婧已催办过这一步", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
