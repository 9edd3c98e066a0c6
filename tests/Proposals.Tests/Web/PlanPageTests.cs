using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>Plans, promises and hand-overs as people send their forms.</summary>
public sealed class PlanPageTests
{
    private const string BusinessClimate = "31";
    private const string NightMarkets = "12";

    [Fact]
    public async Task A_handler_plans_an_ordinary_item_by_one_form_and_its_leader_decides_it()
    {
        await using var office = await Office.OpenAsync();
        var id = await IdAsync(office, NightMarkets);
        using var handler = await office.AsAsync("zhengning");
        Assert.Contains($"/cases/{id}/plan/draft", await handler.GetStringAsync($"/cases/{id}", Cancel), StringComparison.Ordinal);
        var form = (await PaperForm.OpenAsync(handler, $"/cases/{id}/plan/draft")).With("Input.Goal", "夜市规范有序").With("Input.Measures[0].Text", "划定经营时段");
        var lacking = await form.SendAsync(handler, $"/cases/{id}/plan/draft");
        Assert.Equal(HttpStatusCode.OK, lacking.StatusCode);
        var again = PaperForm.Read(await lacking.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("请填写完成时限", again.Html, StringComparison.Ordinal);
        Assert.Equal("夜市规范有序", again["Input.Goal"]);
        Assert.Equal(HttpStatusCode.Redirect, (await again.With("Input.Measures[0].DueOn", "2099-12-31").SendAsync(handler, $"/cases/{id}/plan/draft")).StatusCode);

        using var leader = await office.AsAsync("fangxiaolan");
        Assert.Contains("审定办理方案", await leader.GetStringAsync("/inbox", Cancel), StringComparison.Ordinal);
        var decision = await PaperForm.OpenAsync(leader, $"/cases/{id}/plan/decide");
        Assert.Contains("划定经营时段", decision.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await decision.With("Input.Agrees", "true").SendAsync(leader, $"/cases/{id}/plan/decide")).StatusCode);

        var page = await handler.GetStringAsync($"/cases/{id}", Cancel);
        Assert.Contains("夜市规范有序", page, StringComparison.Ordinal);
        var measure = await office.ReadAsync(db => db.PlanMeasures.Where(known => known.Text == "划定经营时段").Select(known => known.Id).SingleAsync());
        Assert.Contains($"/cases/{id}/plan/measures/{measure}", page, StringComparison.Ordinal);
        Assert.Contains("举措1项", await handler.GetStringAsync($"/cases/{id}?tab=Trail", Cancel), StringComparison.Ordinal);
        Assert.Contains("划定经营时段", await handler.GetStringAsync($"/cases/{id}?tab=Deadlines", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_reported_kept_is_shown_to_the_office_and_cleared_with_its_proof()
    {
        await using var office = await Office.OpenAsync();
        var id = await IdAsync(office, BusinessClimate);
        var promise = await office.ReadAsync(db => db.Commitments.Where(known => known.CaseId == id && known.State == CommitmentState.InProgress).Select(known => known.Id).SingleAsync());
        using var handler = await office.AsAsync("gaoxiang");
        using var clerk = await office.AsAsync("xujing");
        var progress = $"/cases/{id}/commitments/{promise}/progress";
        var failed = await (await PaperForm.OpenAsync(handler, progress)).With("Input.State", "Failed").With("Input.Text", "场地未批").SendAsync(handler, progress);
        Assert.Contains("请填写向代表或委员说明的日期", await failed.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await (await PaperForm.OpenAsync(handler, progress)).With("Input.State", "Kept").With("Input.Text", "首次现场办公已举行。").SendAsync(handler, progress)).StatusCode);

        var list = await clerk.GetStringAsync("/commitments?stage=Reported", Cancel);
        Assert.Contains("实行重大问题现场办公", list, StringComparison.Ordinal);
        Assert.DoesNotContain("建立企业服务回访", list, StringComparison.Ordinal);
        Assert.Contains("待核实销号", WebUtility.HtmlDecode(await clerk.GetStringAsync("/", Cancel)), StringComparison.Ordinal);
        var address = $"/cases/{id}/commitments/{promise}/clear";
        Assert.Equal(HttpStatusCode.Forbidden, (await handler.GetAsync(address, Cancel)).StatusCode);
        var noProof = await (await PaperForm.OpenAsync(clerk, address)).With("Input.Finding", "到场查看").With("Input.IsKept", "true").SendAsync(clerk, address);
        var again = PaperForm.Read(await noProof.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("销号须附佐证材料", again.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await again.With("Input.IsKept", "true").WithFile("Input.Proof.New", "现场.png", DemoPaper.Draw(9002)).SendAsync(clerk, address)).StatusCode);
        Assert.Equal(CommitmentState.Kept, await office.ReadAsync(db => db.Commitments.Where(known => known.Id == promise).Select(known => known.State).SingleAsync()));
        Assert.DoesNotContain("实行重大问题现场办公", await clerk.GetStringAsync("/commitments?stage=Open&light=Red", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_director_hands_over_all_that_somebody_has_and_a_head_only_his_own_people()
    {
        await using var office = await Office.OpenAsync();
        var (leaver, successor, stranger) = (await office.PersonAsync("zhengning"), await office.PersonAsync("wanghaitao"), await office.PersonAsync("heyue"));
        using var head = await office.AsAsync("wanghaitao");
        Assert.Equal(HttpStatusCode.NotFound, (await head.GetAsync($"/people/handover?person={stranger}", Cancel)).StatusCode);
        using var director = await office.AsAsync("yumin");
        var address = $"/people/handover?person={leaver}";
        var form = await PaperForm.OpenAsync(director, address);
        Assert.Contains("关于规范夜市街区管理的建议", form.Html, StringComparison.Ordinal);
        var unsaid = await form.With("Input.Reason", "调离").SendAsync(director, address);
        Assert.Contains("请选择接手人", await unsaid.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await form.With("Input.Successor", successor.ToString()).SendAsync(director, address)).StatusCode);

        Assert.Equal(0, await office.ReadAsync(db => db.Cases.CountAsync(subject => subject.HandlerId == leaver && subject.ClosedOn == null)));
        var id = await IdAsync(office, NightMarkets);
        Assert.Contains("郑宁 → 王海涛", WebUtility.HtmlDecode(await director.GetStringAsync($"/cases/{id}?tab=Trail", Cancel)), StringComparison.Ordinal);
        Assert.Contains("名下没有未办完的事项", WebUtility.HtmlDecode(await director.GetStringAsync(address, Cancel)), StringComparison.Ordinal);

        var transfer = $"/cases/{id}/transfer";
        Assert.Equal(HttpStatusCode.Redirect, (await (await PaperForm.OpenAsync(head, transfer)).With("Input.Successor", "open").With("Input.Reason", "另行安排").SendAsync(head, transfer)).StatusCode);
        foreach (var client in new[] { head, director })
            Assert.Contains("待确定经办人", WebUtility.HtmlDecode(await client.GetStringAsync("/", Cancel)), StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<CaseId> IdAsync(Office office, string number) => office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync());
}
