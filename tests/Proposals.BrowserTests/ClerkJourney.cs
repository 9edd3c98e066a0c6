namespace Proposals.BrowserTests;

/// <summary>The ordinary case from the clerk's chair alone: what the leaders decided on paper is entered with pictures.</summary>
public sealed class ClerkJourney(BrowserFixture browser)
{
    private const int MostActs = 11;
    private const int MostClicks = 45;

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task One_clerk_with_the_papers_enters_a_whole_case_in_few_forms()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("clerk", async it =>
        {
            var hand = new Hand(it);
            await it.SignInAsAsync("许婧");
            await RegisterAsync(it, hand);
            await AllocateAsync(hand);
            await MeetAsync(hand, "走访", Ago(50));
            await MeetAsync(hand, "座谈", Ago(40));
            await ReplyAsync(hand);
            await CloseAsync(it, hand);
            await hand.SeesAsync("已归档");
            await it.Page.GotoAsync(it.Page.Url.Split('?')[0] + "?tab=trail");
            await hand.SeesAsync("许婧 代录");

            Console.WriteLine($"clerk alone: {hand.Acts} acts, {hand.Clicks} clicks, {hand.Fields} fields");
            Assert.True(hand.Acts <= MostActs, $"{hand.Acts} acts");
            Assert.True(hand.Clicks <= MostClicks, $"{hand.Clicks} clicks");
        });
    }

    private static DateOnly Ago(int days) => Today.AddDays(-days);

    private static async Task RegisterAsync(Visit it, Hand hand)
    {
        await it.Page.GotoAsync("/cases");
        await hand.ClickAsync(it.Page.Locator("main").GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "登记办件" }).First);
        await hand.ChooseAsync("建议");
        await hand.FillAsync("案号", "902");
        await hand.FillAsync("标题", "关于完善社区商业网点的建议");
        await hand.FillAsync("领衔代表", "吕素琴");
        await hand.FillAsync("交办单位", "区人大常委会代表工委");
        await hand.OnAsync(Ago(70), "交办日期");
        await hand.OnAsync(Ago(69), "签收日期");
        await hand.ChooseAsync("本件不涉密");
        await hand.DoneAsync("登记办件");
    }

    private static async Task AllocateAsync(Hand hand)
    {
        await hand.TakeNextAsync();
        await hand.ChooseAsync("商贸发展科");
        await hand.OnAsync(Ago(68), "拟办日期");
        await hand.UnfoldAsync("领导已在纸质分办单上审定");
        await hand.ChooseAsync("分管领导已同意");
        await hand.OnAsync(Ago(65), "领导审定日期");
        await hand.ChooseAsync("单上已写明经办人");
        await hand.AttachAsync("分办单照片");
        await hand.DoneAsync("登记审定结果");
    }

    private static async Task MeetAsync(Hand hand, string kind, DateOnly on)
    {
        await hand.TakeNextAsync();
        await hand.ChooseAsync(kind);
        await hand.OnAsync(on);
        await hand.FillAsync("代表意见", "希望增加便民网点。");
        await hand.AttachAsync("佐证材料");
        await hand.DoneAsync("登记");
    }

    private static async Task ReplyAsync(Hand hand)
    {
        await hand.TakeNextAsync();
        await hand.ChooseAsync("A类");
        await hand.OnAsync(Ago(30));
        await hand.DoneAsync("送审");

        await hand.FromMoreAsync("发文稿纸");
        for (var box = 0; box < 3; box++)
            await hand.OnAsync(Ago(28), "日期", box);
        await hand.AttachAsync("发文稿纸照片");
        await hand.DoneAsync("提交代录");

        await hand.TakeNextAsync();
        await hand.OnAsync(Ago(27));
        await hand.DoneAsync("编号用印");

        await hand.TakeNextAsync();
        await hand.OnAsync(Ago(25));
        await hand.DoneAsync("登记送达");
    }

    private static async Task CloseAsync(Visit it, Hand hand)
    {
        await hand.TakeNextAsync();
        foreach (var question in new[] { "办理态度", "办理结果" })
            await hand.ClickAsync(it.Page.Locator("fieldset").Filter(new() { HasText = question }).GetByText("满意", new() { Exact = true }));
        await hand.AttachAsync("签名的征询意见表");
        await hand.OnAsync(Ago(15));
        await hand.DoneAsync("登记反馈");

        await hand.TakeNextAsync();
        await hand.OnAsync(Ago(14));
        await hand.DoneAsync("办结归档");
    }
}
