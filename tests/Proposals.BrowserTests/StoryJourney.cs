namespace Proposals.BrowserTests;

/// <summary>C01's story: each act by the person in whose inbox it lay.</summary>
public sealed class StoryJourney(BrowserFixture browser)
{
    private const string Number = "901";

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task Four_consultations_one_draft_sent_back_and_the_principals_visit_end_archived()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("story", async it =>
        {
            var hand = new Hand(it);
            await OpenAsync(it, hand);
            await MeetAsync(hand, "走访", Ago(60));
            await hand.SeesAsync("有效面商1次");
            await TryTooEarlyAsync(it, hand);
            await MeetAsync(hand, "座谈", Ago(50));
            await AlsoAsync(it, hand, "电话", Ago(45), proof: false);
            await SubmitAsync(hand, Ago(40), "一、已梳理资源清单。");
            await SendBackAsync(hand);
            await AlsoAsync(it, hand, "走访", Ago(35), proof: true);
            await SubmitAsync(hand, Ago(34), "一、已梳理资源清单并纳入规划。\n二、两条线路已推出。");
            await SignAsync(hand);
            await HandOverAsync(it, hand);
            await CloseAsync(it, hand);
            await hand.SeesAsync("已归档");
            await it.Page.GotoAsync(it.Page.Url.Split('?')[0] + "?tab=consultations");
            await hand.SeesAsync("有效面商4次（共联系5次）");
        });
    }

    private static DateOnly Ago(int days) => Today.AddDays(-days);

    private static async Task OpenAsync(Visit it, Hand hand)
    {
        await it.SignInAsAsync("许婧");
        await it.Page.GotoAsync("/cases/register");
        await hand.ChooseAsync("提案");
        await hand.FillAsync("案号", Number);
        await hand.FillAsync("标题", "关于加快商旅文融合发展的提案");
        await hand.FillAsync("第一提案人", "陈启明");
        await hand.FillAsync("交办单位", "区政协提案委");
        await hand.OnAsync(Ago(75), "交办日期");
        await hand.ChooseAsync("本件不涉密");
        await hand.ChooseAsync("同时签收");
        await hand.DoneAsync("登记办件");

        await hand.TakeAsync("许婧", Number);
        await hand.OnAsync(Ago(74));
        await hand.DoneAsync("签收");

        await hand.TakeAsync("俞敏", Number);
        await hand.ChooseAsync("旅游科");
        await hand.OnAsync(Ago(73), "拟办日期");
        await hand.DoneAsync("报领导审定");

        await hand.TakeAsync("方晓岚", Number);
        await hand.OnAsync(Ago(70));
        await hand.DoneAsync("同意");

        await hand.TakeAsync("王海涛", Number);
        await hand.ChooseAsync("郑宁");
        await hand.OnAsync(Ago(69));
        await hand.DoneAsync("接收并确定经办人");
    }

    private static async Task MeetAsync(Hand hand, string kind, DateOnly on)
    {
        await hand.TakeAsync("郑宁", Number);
        await RecordAsync(hand, kind, on, proof: true);
    }

    /// <summary>The workflow does not ask for this one; it is recorded all the same.</summary>
    private static async Task AlsoAsync(Visit it, Hand hand, string kind, DateOnly on, bool proof)
    {
        await OpenCaseAsync(it, "郑宁");
        await hand.FromMoreAsync("登记面商");
        await RecordAsync(hand, kind, on, proof);
    }

    private static async Task RecordAsync(Hand hand, string kind, DateOnly on, bool proof)
    {
        await hand.ChooseAsync(kind);
        await hand.OnAsync(on);
        await hand.FillAsync("委员意见", "希望资源统一规划。");
        if (proof)
            await hand.AttachAsync("佐证材料");
        await hand.DoneAsync("登记");
    }

    private static async Task TryTooEarlyAsync(Visit it, Hand hand)
    {
        await OpenCaseAsync(it, "郑宁");
        await it.Page.GotoAsync(it.Page.Url.Split('?')[0] + "/reply/draft");
        await hand.ChooseAsync("A类");
        await hand.SendAsync("送审");
        await hand.SeesAsync("还不能送审：有效面商1次，办理规则要求2次。");
    }

    private static async Task SubmitAsync(Hand hand, DateOnly on, string body)
    {
        await hand.TakeAsync("郑宁", Number);
        await hand.ChooseAsync("A类");
        await hand.FillAsync("复函正文", body);
        await hand.OnAsync(on);
        await hand.DoneAsync("送审");
    }

    private static async Task SendBackAsync(Hand hand)
    {
        await hand.TakeAsync("王海涛", Number);
        await hand.FillAsync("意见", "请逐条对应作答。");
        await hand.OnAsync(Ago(38));
        await hand.DoneAsync("退回修改");
    }

    private static async Task SignAsync(Hand hand)
    {
        await hand.TakeAsync("王海涛", Number);
        await hand.OnAsync(Ago(33));
        await hand.DoneAsync("通过");
        await hand.TakeAsync("俞敏", Number);
        await hand.OnAsync(Ago(32));
        await hand.DoneAsync("通过");
        await hand.TakeAsync("方晓岚", Number);
        await hand.OnAsync(Ago(30));
        await hand.DoneAsync("签发");
    }

    private static async Task HandOverAsync(Visit it, Hand hand)
    {
        await hand.TakeAsync("许婧", Number);
        await hand.OnAsync(Ago(29));
        await hand.FillAsync("发文字号", $"云经旅提〔{Today.Year}〕901号");
        await hand.DoneAsync("编号用印");

        await OpenCaseAsync(it, "沈立群");
        await hand.FromMoreAsync("登记面商");
        await RecordAsync(hand, "走访", Ago(20), proof: true);

        await hand.TakeAsync("郑宁", Number);
        await hand.SelectAsync("送达人", "沈立群");
        await hand.OnAsync(Ago(20));
        await hand.DoneAsync("登记送达");
    }

    private static async Task CloseAsync(Visit it, Hand hand)
    {
        await hand.TakeAsync("许婧", Number);
        await it.Page.Locator("fieldset").Filter(new() { HasText = "办理态度" }).GetByText("满意", new() { Exact = true }).ClickAsync();
        await it.Page.Locator("fieldset").Filter(new() { HasText = "办理结果" }).GetByText("满意", new() { Exact = true }).ClickAsync();
        await hand.AttachAsync("签名的征询意见表");
        await hand.OnAsync(Ago(14));
        await hand.DoneAsync("登记反馈");

        await hand.TakeAsync("许婧", Number);
        await hand.OnAsync(Ago(12));
        await hand.DoneAsync("办结归档");
    }

    private static async Task OpenCaseAsync(Visit it, string person)
    {
        await it.SignInAsAsync(person);
        await it.Page.GotoAsync($"/cases?text={Number}");
        await it.Page.Locator("main .ledger a").First.ClickAsync();
        await it.Page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
    }
}
