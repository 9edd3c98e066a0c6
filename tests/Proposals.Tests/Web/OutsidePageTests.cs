using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>Returns, objections, further units and endings as people enter and read them.</summary>
public sealed class OutsidePageTests
{
    private const string BusConnections = "73";
    private const string OldBrands = "203";
    private const string NightMarkets = "12";
    private const string PublicToilets = "95";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_decides_a_return_after_the_window_reads_that_it_is_over()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("fangxiaolan");
        var address = $"{await AddressAsync(office, BusConnections)}/return/decide";
        Assert.DoesNotContain("申请在期限内提出", await leader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        await Office.PostAsync(leader, "/", new() { ["days"] = "5" }, "/demo/clock");
        Assert.Contains("已过。申请在期限内提出，仍可审定", await leader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_leader_agrees_the_office_enters_the_answer_and_the_case_is_grey()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("fangxiaolan");
        using var clerk = await office.AsAsync("xujing");
        var address = await AddressAsync(office, BusConnections);
        Assert.Contains($"{address}/return/decide", await leader.GetStringAsync("/", Cancel), StringComparison.Ordinal);

        await SendAsync(leader, $"{address}/return/decide", form => form.With("Input.Agrees", "true"));
        Assert.Contains($"{address}/return/answer", await clerk.GetStringAsync("/", Cancel), StringComparison.Ordinal);
        await SendAsync(clerk, $"{address}/return/answer", form => form.With("Input.Granted", "true").With("Input.Answer", "同意退办。").WithFile("Input.Paper.New", "答复.png", DemoPaper.Draw(9101)));

        var page = await clerk.GetStringAsync(address, Cancel);
        Assert.Contains("已退办", page, StringComparison.Ordinal);
        Assert.Contains("转区交通运输局。同意退办。", page, StringComparison.Ordinal);
        Assert.DoesNotContain("btn btn-primary", page, StringComparison.Ordinal);
        Assert.Contains("is-ended", await clerk.GetStringAsync("/cases?state=Returned", Cancel), StringComparison.Ordinal);
        Assert.Contains("交办单位准予退办", await clerk.GetStringAsync(address + "?tab=Trail", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_a_return_says_until_when_and_past_it_who_can()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var (open, late) = (await AddressAsync(office, OldBrands), await AddressAsync(office, NightMarkets));
        Assert.Contains("退办期限 ", await clerk.GetStringAsync(open, Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("退办期限 ", await clerk.GetStringAsync(late, Cancel), StringComparison.Ordinal);

        var form = (await PaperForm.OpenAsync(clerk, $"{late}/return/request")).With("Input.Reason", "不属于本局职责。").With("Input.SuggestedUnit", "区城管局");
        Assert.Contains("只能由主要领导写明理由核准", form.Html, StringComparison.Ordinal);
        var refused = await form.With("Input.LeaderId", (await office.PersonAsync("fangxiaolan")).ToString()).SendAsync(clerk, $"{late}/return/request");
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var again = PaperForm.Read(await refused.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("按规定不再调整。</p>", again.Html, StringComparison.Ordinal);
        Assert.Contains("确需退办的，请主要领导核准。", again.Html, StringComparison.Ordinal);
        Assert.Equal("区城管局", again["Input.SuggestedUnit"]);

        var sent = await again.With("Input.LeaderId", (await office.PersonAsync("shenliqun")).ToString()).SendAsync(clerk, $"{late}/return/request");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("退办未定，“面商”暂停", await clerk.GetStringAsync(late, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_goes_to_the_leader_and_is_answered_on_a_page()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("fangxiaolan");
        using var head = await office.AsAsync("sunguoqiang");
        var address = await AddressAsync(office, OldBrands);
        await SendAsync(leader, $"{address}/allocation/decide", form => form.With("Input.Agrees", "true"));
        await SendAsync(head, $"{address}/object", form => form.With("Input.Reason", "属于招商服务。"));
        Assert.DoesNotContain($"{address}/accept", await head.GetStringAsync("/inbox", Cancel), StringComparison.Ordinal);

        var refused = await (await PaperForm.OpenAsync(leader, $"{address}/object/decide")).With("Input.Upheld", "false").SendAsync(leader, $"{address}/object/decide");
        Assert.Contains("意见", await refused.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        await SendAsync(leader, $"{address}/object/decide", form => form.With("Input.Upheld", "false").With("Input.Opinion", "老字号属商贸职能。"));

        Assert.Contains($"{address}/accept", await head.GetStringAsync("/inbox", Cancel), StringComparison.Ordinal);
        Assert.Contains("异议不成立", await head.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_further_unit_is_asked_for_and_answered()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var address = await AddressAsync(office, NightMarkets);
        await SendAsync(clerk, $"{address}/units/request", form => form.With("Input.UnitName", "区城管局").With("Input.Role", "CoOrganizer").With("Input.Reason", "涉及占道经营管理。"));
        Assert.Contains($"{address}/units/answer", await clerk.GetStringAsync(address, Cancel), StringComparison.Ordinal);
        await SendAsync(clerk, $"{address}/units/answer", form => form.With("Input.Granted", "true").With("Input.Answer", "同意。"));

        var subject = await office.ReadAsync(db => db.Cases.Include(known => known.Units).SingleAsync(known => known.CaseNumber == NightMarkets));
        Assert.Equal((Proposals.Intake.OurRole.LeadOrganizer, "区城管局"), (subject.OurRole, Assert.Single(subject.Units).Name));
    }

    [Fact]
    public async Task A_withdrawal_asks_for_the_notice_and_then_ends_everything()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var address = await AddressAsync(office, NightMarkets);
        var form = (await PaperForm.OpenAsync(clerk, $"{address}/withdraw")).With("Input.Reason", "代表书面申请撤回。");
        var refused = PaperForm.Read(await (await form.SendAsync(clerk, $"{address}/withdraw")).Content.ReadAsStringAsync(Cancel));
        Assert.Contains("书面撤案函", refused.Html, StringComparison.Ordinal);
        Assert.Equal("代表书面申请撤回。", refused["Input.Reason"].Trim());

        var sent = await refused.WithFile("Input.Notice.New", "撤案函.png", DemoPaper.Draw(9102)).SendAsync(clerk, $"{address}/withdraw");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        using var handler = await office.AsAsync("zhengning");
        Assert.DoesNotContain($"{address}/", await handler.GetStringAsync("/inbox", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reassignment_and_voiding_have_their_pages_and_the_sum_names_every_way_out()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        using var director = await office.AsAsync("yumin");
        await SendAsync(clerk, $"{await AddressAsync(office, NightMarkets)}/reassign", form => form.With("Input.WentTo", "区城管局").WithFile("Input.Paper.New", "改办通知.png", DemoPaper.Draw(9105)));
        await SendAsync(director, $"{await AddressAsync(office, OldBrands)}/void", form => form.With("Input.Reason", "重复登记。"));

        var statistics = await clerk.GetStringAsync("/statistics", Cancel);
        foreach (var part in new[] { "state=Returned", "state=Withdrawn", "state=Reassigned" })
            Assert.Contains(part, statistics, StringComparison.Ordinal);
        Assert.Equal(CaseState.Voided, await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == OldBrands).Select(known => known.State).SingleAsync()));
        Assert.Contains("已退办", await clerk.GetStringAsync(await AddressAsync(office, PublicToilets), Cancel), StringComparison.Ordinal);
    }

    private static async Task SendAsync(HttpClient client, string address, Func<PaperForm, PaperForm> fill)
    {
        var answer = await fill(await PaperForm.OpenAsync(client, address)).SendAsync(client, address);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static async Task<string> AddressAsync(Office office, string number) =>
        "/cases/" + await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync());
}
