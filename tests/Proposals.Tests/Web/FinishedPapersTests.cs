using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>The office with finished papers on the table: several steps a form, done together or not at all.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class FinishedPapersTests
{
    private const string NightMarkets = "12";
    private const string Traceability = "176";
    private const string OldBrands = "203";

    [Fact]
    public async Task Three_forms_take_a_case_from_its_second_meeting_to_the_archive()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, NightMarkets);

        var several = (await PaperForm.OpenAsync(clerk, $"/cases/{id}/consultations/several"))
            .With("Input.Talks[0].Kind", "Visit").With("Input.Talks[0].On", Today).With("Input.Talks[0].ProposersPoints", "同意时段方案。").WithFile("Input.Talks[0].Proofs.New", "走访.png", DemoPaper.Draw(9101));
        await GoesThroughAsync(several, clerk, $"/cases/{id}/consultations/several");
        Assert.Equal(2, (await CaseAsync(office, id)).RoundConsultations);

        var whole = (await PaperForm.OpenAsync(clerk, $"/cases/{id}/reply/whole"))
            .With("Input.ResultClass", "A").With("Whole.Number", "云经旅提〔2026〕88号").WithFile("Sheet.Original.New", "发文稿纸.png", DemoPaper.Draw(9102));
        await GoesThroughAsync(whole, clerk, $"/cases/{id}/reply/whole");
        Assert.Equal(CaseState.Issued, (await CaseAsync(office, id)).State);

        var complete = await PaperForm.OpenAsync(clerk, $"/cases/{id}/reply/complete");
        for (var proposer = 0; proposer < 3; proposer++)
            complete.With($"Input.Forms[{proposer}].Attitude", "Satisfied").With($"Input.Forms[{proposer}].Result", "BasicallySatisfied").WithFile($"Input.Forms[{proposer}].Scan.New", $"表{proposer}.png", DemoPaper.Draw(9103 + proposer));
        await GoesThroughAsync(complete.With("Input.Archives", "true").With("Delivery.Copies[0].IsDone", "true"), clerk, $"/cases/{id}/reply/complete");

        var reply = await office.ReadAsync(db => db.Replies.Include(known => known.Reviews).Include(known => known.Deliveries).Include(known => known.Copies).SingleAsync(known => known.CaseId == id));
        Assert.Equal((3, 3, 1), (reply.Reviews.Count, reply.Deliveries.Count, reply.Copies.Count));
        Assert.Equal(CaseState.Archived, (await CaseAsync(office, id)).State);
        var trail = await clerk.GetStringAsync($"/cases/{id}?tab=Trail", TestContext.Current.CancellationToken);
        Assert.Contains("许婧 代录（方晓岚", trail, StringComparison.Ordinal);
        Assert.Contains("抄送区人大常委会代表工委", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_whose_consultations_lack_is_refused_whole_and_nothing_typed_is_lost()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, NightMarkets);
        var address = $"/cases/{id}/reply/whole";
        var form = (await PaperForm.OpenAsync(clerk, address)).With("Input.ResultClass", "A").With("Whole.Number", "云经旅提〔2026〕89号").WithFile("Sheet.Original.New", "发文稿纸.png", DemoPaper.Draw(9111));

        var refused = await form.SendAsync(clerk, address);

        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var again = PaperForm.Read(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("面商", again.Html, StringComparison.Ordinal);
        Assert.Contains("发文稿纸.png", again.Html, StringComparison.Ordinal);
        Assert.Equal("云经旅提〔2026〕89号", again["Whole.Number"]);
        Assert.False(await office.ReadAsync(db => db.Replies.AnyAsync(known => known.CaseId == id)));
    }

    [Fact]
    public async Task What_the_page_itself_can_see_to_be_wrong_stands_at_its_field()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, NightMarkets);

        var several = await (await PaperForm.OpenAsync(clerk, $"/cases/{id}/consultations/several")).With("Input.Talks[0].Place", "代表联络站").SendAsync(clerk, $"/cases/{id}/consultations/several");
        var html = await several.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("请选择方式。", html, StringComparison.Ordinal);
        Assert.Contains("请填写意见。", html, StringComparison.Ordinal);

        var whole = await (await PaperForm.OpenAsync(clerk, $"/cases/{id}/reply/whole")).With("Input.ResultClass", "A").With("Input.PromisesMoney", "true").SendAsync(clerk, $"/cases/{id}/reply/whole");
        html = await whole.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("须由主要领导签发", html, StringComparison.Ordinal);
        Assert.Contains("请填写发文字号。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_and_the_upload_are_on_the_offices_list_until_they_are_ticked()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, Traceability);
        Assert.Contains("还没有上传上级系统", await clerk.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Contains("还没有上传上级系统", await clerk.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var address = $"/cases/{id}/reply/deliver";
        var nothing = await (await PaperForm.OpenAsync(clerk, address)).SendAsync(clerk, address);
        Assert.Contains("请选择送达对象", await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await GoesThroughAsync((await PaperForm.OpenAsync(clerk, address)).With("Delivery.Copies[0].IsDone", "true"), clerk, address);

        Assert.DoesNotContain("还没有上传上级系统", await clerk.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain("还没有上传上级系统", await clerk.GetStringAsync($"/cases/{id}", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_meetings_sheet_shows_what_waits_for_its_decider_and_enters_what_is_ticked()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, OldBrands);
        const string address = "/cases/sheet?what=DecideAllocation";
        var form = await PaperForm.OpenAsync(clerk, address);
        Assert.Equal(id.ToString(), form["Input.Rows[0].CaseId"]);
        Assert.Equal((await office.PersonAsync("fangxiaolan")).ToString(), form["By"]);

        var nothing = await form.SendAsync(clerk, "/cases/sheet");
        Assert.Contains("请至少勾选一件", await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        var lacking = await (await PaperForm.OpenAsync(clerk, address)).With("Input.Rows[0].IsDone", "true").With("Input.Rows[0].Agrees", "false").SendAsync(clerk, "/cases/sheet");
        Assert.Contains("请写明意见", await lacking.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(CaseState.Received, (await CaseAsync(office, id)).State);

        await GoesThroughAsync((await PaperForm.OpenAsync(clerk, address)).With("Input.Rows[0].IsDone", "true").WithFile("Input.Original.New", "会议单.png", DemoPaper.Draw(9121)), clerk, "/cases/sheet");
        Assert.Equal(CaseState.Allocated, (await CaseAsync(office, id)).State);
        Assert.Contains("没有等着这一项的办件", await clerk.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_drawn_before_somebody_else_decided_names_the_case()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        using var leader = await office.AsAsync("fangxiaolan");
        var id = await IdAsync(office, OldBrands);
        var form = (await PaperForm.OpenAsync(clerk, "/cases/sheet")).With("Input.Rows[0].IsDone", "true");
        await GoesThroughAsync((await PaperForm.OpenAsync(leader, $"/cases/{id}/allocation/decide")).With("Input.Agrees", "true"), leader, $"/cases/{id}/allocation/decide");

        var answer = await form.SendAsync(clerk, "/cases/sheet");

        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("第203号提案：", html, StringComparison.Ordinal);
        Assert.Contains("刚刚由方晓岚更新", html, StringComparison.Ordinal);
        Assert.Contains("因此全部没有登记", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_telephone_call_is_recorded_by_one_tap_and_the_office_goes_on_with_its_list()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var id = await IdAsync(office, "27");
        Assert.Matches($"/cases/{id}/urge\\?from=%2Fcases%3Fyear%3D20\\d\\d%26text%3D27", await clerk.GetStringAsync("/cases?text=27", TestContext.Current.CancellationToken));
        Assert.Contains($"/cases/{id}/urge?from=%2F", await clerk.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var address = $"/cases/{id}/urge?from=%2Fcases%3Ftext%3D27";
        var answer = await (await PaperForm.OpenAsync(clerk, address)).With("Said", "0").SendAsync(clerk, address);

        Assert.Equal("/cases?text=27", answer.Headers.Location?.ToString());
        var urging = await office.ReadAsync(db => db.Urgings.SingleAsync(known => known.CaseId == id));
        Assert.Equal(("方晓岚", "请尽快签发复函，对方答复今天办。"), (urging.Whom, urging.Text));
    }

    private static async Task GoesThroughAsync(PaperForm form, HttpClient client, string address)
    {
        var answer = await form.SendAsync(client, address);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static string Today => Proposals.Deadlines.OfficeClock.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd");

    private static Task<CaseId> IdAsync(Office office, string number) => office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync());

    private static Task<ProposalCase> CaseAsync(Office office, CaseId id) => office.ReadAsync(db => db.Cases.AsNoTracking().SingleAsync(known => known.Id == id));
}
