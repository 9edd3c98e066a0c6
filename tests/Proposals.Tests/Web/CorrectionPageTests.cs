using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>更正 as people do it: the form shows what stands there, only what changed is stored, and what moves is shown before.</summary>
public sealed class CorrectionPageTests
{
    private const string NightMarkets = "12";
    private const string FoodTraceability = "176";
    private const string Tourism = "258";

    /// <summary>A term of months ends on the last of a month for several days of assignment; a week earlier is never among them.</summary>
    private const int DaysThatMoveAnyTerm = 7;

    [Fact]
    public async Task A_corrected_assignment_date_is_done_once_the_moved_deadlines_were_seen()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("xujing");
        var before = await CaseAsync(office, NightMarkets);
        var earlier = before.AssignedOn.AddDays(-DaysThatMoveAnyTerm);
        var address = $"/cases/{before.Id}/correct/registration";
        var form = await PaperForm.OpenAsync(client, address);
        Assert.Equal($"{before.AssignedOn:yyyy-MM-dd}", form["Input.AssignedOn"]);
        Assert.Equal(before.Subject, form["Input.Subject"]);

        form.With("Input.AssignedOn", $"{earlier:yyyy-MM-dd}").With("Why.Reason", "交办单上早一周");
        var asked = await form.SendAsync(client, address);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var again = PaperForm.Read(await asked.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains($"办理期限 {before.ReplyDueOn:yyyy-MM-dd} → ", again.Html, StringComparison.Ordinal);
        Assert.Equal(before.AssignedOn, (await CaseAsync(office, NightMarkets)).AssignedOn);

        var done = await again.SendAsync(client, address);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(earlier, (await CaseAsync(office, NightMarkets)).AssignedOn);
        Assert.Equal(["AssignedOn"], await office.ReadAsync(db => db.Corrections.Where(line => line.CaseId == before.Id).Select(line => line.Field).ToListAsync()));

        var page = await client.GetStringAsync($"/cases/{before.Id}", TestContext.Current.CancellationToken);
        Assert.Contains($"交办日期：原为“{before.AssignedOn:yyyy-MM-dd}”", page, StringComparison.Ordinal);
        Assert.Contains("交办单上早一周", page, StringComparison.Ordinal);
        var trail = await client.GetStringAsync($"/cases/{before.Id}?tab=Trail", TestContext.Current.CancellationToken);
        Assert.Contains($"交办日期：{before.AssignedOn:yyyy-MM-dd} → {earlier:yyyy-MM-dd}", trail, StringComparison.Ordinal);
        Assert.Contains($"办理期限 {before.ReplyDueOn:yyyy-MM-dd} → ", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_corrected_where_it_stands_and_says_what_it_was()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("yumin");
        var id = (await CaseAsync(office, NightMarkets)).Id;
        var pause = await PaperForm.OpenAsync(client, $"/cases/{id}/clock/pause");
        await pause.With("Input.Reason", "等区住建局会商意见").With("Input.LegalBasis", "区府办函").SendAsync(client, $"/cases/{id}/clock/pause");
        var row = await office.ReadAsync(db => db.ClockPauses.Where(known => known.CaseId == id).Select(known => known.Id).SingleAsync());
        Assert.Contains($"/cases/{id}/correct/pauses/{row}", await client.GetStringAsync($"/cases/{id}?tab=Deadlines", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var address = $"/cases/{id}/correct/pauses/{row}";
        var form = await PaperForm.OpenAsync(client, address);
        Assert.DoesNotContain("Input.ResumedOn", form.Html, StringComparison.Ordinal);
        var done = await form.With("Input.LegalBasis", "区府办〔2026〕9号函").With("Why.Reason", "漏了文号").SendAsync(client, address);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var tab = await client.GetStringAsync($"/cases/{id}?tab=Deadlines", TestContext.Current.CancellationToken);
        Assert.Contains("区府办〔2026〕9号函", tab, StringComparison.Ordinal);
        Assert.Contains("依据：原为“区府办函”", tab, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_sent_as_it_was_drawn_corrects_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("xujing");
        using var director = await office.AsAsync("yumin");
        var before = await office.ReadAsync(db => db.Corrections.CountAsync());
        foreach (var (page, who, number) in await PagesAsync(office))
        {
            var browser = who == "yumin" ? director : client;
            var form = await PaperForm.OpenAsync(browser, page);
            form.With("Why.Reason", "核对");
            if (form.Html.Contains("凭材料更正", StringComparison.Ordinal))
                form.WithFile("Why.Evidence.New", "回执.png", DemoPaper.Draw(7001 + number));
            var answer = await form.SendAsync(browser, page);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("没有改动任何内容", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }

        Assert.Equal(before, await office.ReadAsync(db => db.Corrections.CountAsync()));
    }

    [Fact]
    public async Task A_correction_without_its_reason_keeps_what_was_typed()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("xujing");
        var address = $"/cases/{(await CaseAsync(office, NightMarkets)).Id}/correct/registration";
        var answer = await (await PaperForm.OpenAsync(client, address)).With("Input.Subject", "关于夜市的建议").SendAsync(client, address);

        var again = PaperForm.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("更正原因", again.Html, StringComparison.Ordinal);
        Assert.Equal("关于夜市的建议", again["Input.Subject"]);
        Assert.NotEqual("关于夜市的建议", (await CaseAsync(office, NightMarkets)).Subject);
    }

    [Fact]
    public async Task A_delivered_reply_and_a_signed_form_are_the_directors_to_correct()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        using var director = await office.AsAsync("yumin");
        var id = (await CaseAsync(office, FoodTraceability)).Id;
        var delivery = await office.ReadAsync(db => db.ReplyDeliveries.Where(row => db.Replies.Any(reply => reply.Id == row.ReplyId && reply.CaseId == id)).SingleAsync());
        var address = $"/cases/{id}/correct/deliveries/{delivery.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain("/correct/deliveries/", await clerk.GetStringAsync($"/cases/{id}?tab=Papers", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains(address, await director.GetStringAsync($"/cases/{id}?tab=Papers", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var form = (await PaperForm.OpenAsync(director, address)).With("Input.Way", "Post").With("Why.Reason", "实为邮寄");
        var refused = await form.SendAsync(director, address);
        var again = PaperForm.Read(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("须附依据材料", again.Html, StringComparison.Ordinal);
        var done = await again.WithFile("Why.Evidence.New", "邮寄回执.png", DemoPaper.Draw(7100)).SendAsync(director, address);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await clerk.GetStringAsync($"/cases/{id}?tab=Papers", TestContext.Current.CancellationToken);
        Assert.Contains("送达方式：原为“上门送达”，更正为“邮寄”", page, StringComparison.Ordinal);
        Assert.Contains("邮寄回执.png", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_paper_is_replaced_and_stays_struck_out()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var id = (await CaseAsync(office, NightMarkets)).Id;
        var wrong = await office.ReadAsync(db => db.Consultations.Where(held => held.CaseId == id).SelectMany(held => held.Proofs).Select(proof => proof.FileId).FirstAsync());
        var address = $"/cases/{id}/correct/papers/{wrong}";

        var missing = await (await PaperForm.OpenAsync(client, address)).With("Input.Replaces", "true").With("Why.Reason", "传错照片").SendAsync(client, address);
        var again = PaperForm.Read(await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("请上传正确的附件", again.Html, StringComparison.Ordinal);
        var done = await again.With("Input.Replaces", "true").WithFile("Input.Right.New", "现场.png", DemoPaper.Draw(7200)).SendAsync(client, address);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await client.GetStringAsync($"/cases/{id}?tab=Papers", TestContext.Current.CancellationToken);
        Assert.Contains("更换：传错照片", page, StringComparison.Ordinal);
        Assert.Contains("is-struck", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync($"/files/{wrong}", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found_and_what_is_not_ones_own_is_forbidden()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("yumin");
        using var stranger = await office.AsAsync("heyue");
        var id = (await CaseAsync(office, NightMarkets)).Id;
        foreach (var part in new[] { "allocations", "consultations", "replies", "deliveries", "forms", "commitments", "second-replies", "pauses", "extensions", "papers" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{id}/correct/{part}/{Guid.NewGuid()}", TestContext.Current.CancellationToken)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync($"/cases/{id}/correct/{part}/none", TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/cases/{id}/correct/registration", TestContext.Current.CancellationToken)).StatusCode);
        using var leader = await office.AsAsync("fangxiaolan");
        Assert.Equal(HttpStatusCode.Forbidden, (await leader.GetAsync($"/cases/{id}/correct/registration", TestContext.Current.CancellationToken)).StatusCode);
    }

    private static Task<ProposalCase> CaseAsync(Office office, string number) => office.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(known => known.CaseNumber == number));

    private static async Task<IReadOnlyList<(string Page, string Who, int Number)>> PagesAsync(Office office)
    {
        var id = (await CaseAsync(office, Tourism)).Id;
        var keyId = (await CaseAsync(office, "31")).Id;
        var ledId = (await CaseAsync(office, "142")).Id;
        return await office.ReadAsync(async db =>
        {
            var allocation = await db.Allocations.Where(row => row.CaseId == id).Select(row => row.Id).FirstAsync();
            var meeting = await db.Consultations.Where(row => row.CaseId == id).Select(row => row.Id).FirstAsync();
            var reply = await db.Replies.Where(row => row.CaseId == id).Select(row => row.Id).SingleAsync();
            var delivery = await db.ReplyDeliveries.Where(row => row.ReplyId == reply).Select(row => row.Id).FirstAsync();
            var form = await db.FeedbackForms.Where(row => row.CaseId == id).Select(row => row.Id).SingleAsync();
            var promise = await db.Commitments.Where(row => row.CaseId == keyId).Select(row => row.Id).FirstAsync();
            var units = await db.CaseUnits.Where(row => row.CaseId == ledId).OrderBy(row => row.Id).Select(row => row.Id).ToListAsync();
            var asked = await db.ExtensionRequests.SingleAsync(row => row.ExplainedOn != null);
            return (IReadOnlyList<(string, string, int)>)
            [
                ($"/cases/{id}/correct/registration", "xujing", 1),
                ($"/cases/{keyId}/correct/registration", "xujing", 2),
                ($"/cases/{id}/correct/proposers", "xujing", 3),
                ($"/cases/{id}/correct/receipt", "xujing", 4),
                ($"/cases/{id}/correct/allocations/{allocation}", "xujing", 5),
                ($"/cases/{id}/correct/consultations/{meeting}", "xujing", 6),
                ($"/cases/{id}/correct/replies/{reply}", "yumin", 7),
                ($"/cases/{id}/correct/deliveries/{delivery}", "yumin", 8),
                ($"/cases/{id}/correct/forms/{form}", "yumin", 9),
                ($"/cases/{keyId}/correct/commitments/{promise}", "yumin", 10),
                ($"/cases/{ledId}/correct/units/{units[0]}", "xujing", 11),
                ($"/cases/{ledId}/correct/units/{units[1]}", "xujing", 12),
                ($"/cases/{asked.CaseId}/correct/extensions/{asked.Id}", "yumin", 13),
            ];
        });
    }
}
