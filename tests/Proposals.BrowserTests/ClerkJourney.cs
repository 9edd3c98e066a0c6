namespace Proposals.BrowserTests;

/// <summary>The ordinary case from the clerk's chair alone: what the leaders decided on paper is entered with pictures.</summary>
public sealed class ClerkJourney(BrowserFixture browser)
{
    private const int MostActs = 6;
    private const int MostClicks = 45;
    private const int MostUrgingClicks = 3;

    private static readonly TimeSpan LongestUrging = TimeSpan.FromSeconds(10);
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    public async Task One_clerk_with_the_papers_enters_a_finished_case_in_six_forms()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("clerk", async it =>
        {
            var hand = new Hand(it);
            await it.SignInAsAsync("许婧");
            await RegisterAsync(it, hand);
            await AllocateAsync(hand);
            await MeetAsync(hand);
            await ReplyAsync(hand);
            await CloseAsync(it, hand);
            await hand.SeesAsync("已归档");
            await SeesWhoEnteredWhatAsync(it, hand);

            Console.WriteLine($"clerk alone: {hand.Acts} forms, {hand.Clicks} clicks, {hand.Fields} fields");
            Assert.True(hand.Acts <= MostActs, $"{hand.Acts} forms");
            Assert.True(hand.Clicks <= MostClicks, $"{hand.Clicks} clicks");
        });
    }

    [Fact]
    public async Task A_telephone_call_is_on_record_in_ten_seconds()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("urging", async it =>
        {
            await it.SignInAsAsync("许婧");
            await UrgeAsync(it, "ledger row", "/cases", hand => hand.ClickAsync(Row(it, "第27号")));
            await UrgeAsync(it, "home list", "/", hand => hand.ClickAsync(it.Page.Locator("section", new() { Has = it.Page.Locator("#urge-title") }).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "登记电话催办" }).First));
            await it.Page.GotoAsync("/cases?text=27");
            await it.Page.Locator("main tbody a").First.ClickAsync();
            await UrgeAsync(it, "case page", it.Page.Url, hand => hand.FromMoreAsync("电话催办"));
        });
    }

    private static Microsoft.Playwright.ILocator Row(Visit it, string number) =>
        it.Page.Locator("main tbody tr").Filter(new() { HasText = number }).GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "电话催办" });

    private static async Task UrgeAsync(Visit it, string from, string address, Func<Hand, Task> open)
    {
        await it.Page.GotoAsync(address);
        var hand = new Hand(it);
        var began = TimeProvider.System.GetTimestamp();
        await open(hand);
        await hand.ClickAsync(it.Page.Locator("main .say").First);
        await Microsoft.Playwright.Assertions.Expect(it.Page.Locator(".note")).ToContainTextAsync("已登记电话催办");
        var took = TimeProvider.System.GetElapsedTime(began);

        Console.WriteLine($"urging by telephone from the {from}: {hand.Clicks} clicks, {took.TotalSeconds:0.0} s");
        Assert.True(hand.Clicks <= MostUrgingClicks, $"{hand.Clicks} clicks");
        Assert.True(took < LongestUrging, $"{took.TotalSeconds:0.0} s");
    }

    /// <summary>许婧 代录（方晓岚 2026-03-24 纸质签批）, and 补录 on whatever was entered late.</summary>
    private static async Task SeesWhoEnteredWhatAsync(Visit it, Hand hand)
    {
        await it.Page.GotoAsync(it.Page.Url.Split('?')[0] + "?tab=trail");
        await hand.SeesAsync($"许婧 代录（方晓岚 {Ago(65):yyyy-MM-dd} 纸质签批）");
        await hand.SeesAsync($"许婧 代录（方晓岚 {Ago(28):yyyy-MM-dd} 纸质签批）");
        await hand.SeesAsync($"许婧 代录（何悦 {Ago(50):yyyy-MM-dd}");
        var late = it.Page.Locator(".timeline li").Filter(new() { HasText = "补录" });
        var all = await it.Page.Locator(".timeline li").CountAsync();

        // Everything but the registration itself, which is of today.
        Assert.Equal(all - 1, await late.CountAsync());
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

    private static async Task MeetAsync(Hand hand)
    {
        await hand.FromMoreAsync("多次面商一并登记");
        foreach (var (place, kind, days) in new[] { (0, "走访", 50), (1, "座谈", 40) })
        {
            await hand.SelectAsync("方式", kind, place);
            await hand.OnAsync(Ago(days), "日期", place);
            await hand.FillAsync("代表意见", "希望增加便民网点。", place);
            await hand.AttachAsync("佐证材料", place);
        }

        await hand.DoneAsync("一并登记");
    }

    private static async Task ReplyAsync(Hand hand)
    {
        await hand.FromMoreAsync("代录复函与发文稿纸");
        await hand.ChooseAsync("A类");
        await hand.OnAsync(Ago(30), "拟稿日期");
        for (var box = 0; box < 3; box++)
            await hand.OnAsync(Ago(28), "日期", box + 1);
        await hand.AttachAsync("发文稿纸照片");
        await hand.FillAsync("发文字号", $"云经旅提〔{Today.Year}〕902号");
        await hand.OnAsync(Ago(27), "用印日期");
        await hand.DoneAsync("一并代录");
    }

    private static async Task CloseAsync(Visit it, Hand hand)
    {
        await hand.FromMoreAsync("登记送达、反馈和归档");
        await hand.OnAsync(Ago(25), "送达日期");
        for (var copy = 0; copy < 3; copy++)
        {
            await hand.ClickAsync(it.Page.Locator("main .copy-one label").Nth(2 * copy));
            await hand.OnAsync(Ago(24), "抄送日期", copy);
        }

        foreach (var question in new[] { "办理态度", "办理结果" })
            await hand.ClickAsync(it.Page.Locator("fieldset").Filter(new() { HasText = question }).GetByText("满意", new() { Exact = true }));
        await hand.OnAsync(Ago(15), "收到日期");
        await hand.AttachAsync("签名的征询意见表");
        await hand.ChooseAsync("一并归档");
        await hand.OnAsync(Ago(14), "归档日期");
        await hand.DoneAsync("一并登记");
    }
}
