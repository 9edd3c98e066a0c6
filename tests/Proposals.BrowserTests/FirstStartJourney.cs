using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>A bureau begins in the middle of its year: from an empty database in Production to a ledger with lights, by two pasted tables.</summary>
public sealed partial class FirstStartJourney(BrowserFixture browser)
{
    private const string OwnPassword = "Own-word-2026";
    private const int MostClicks = 30;

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    private const string People = """
        科室	分管领导	科长	经办人
        办公室	沈立群（局长）	俞敏	许婧
        旅游科	方晓岚（副局长）	王海涛	郑宁
        商贸发展科	方晓岚	孙国强	何悦
        招商服务科	顾明远（副局长）	钱一帆	高翔
        """;

    [Fact]
    public async Task A_bureau_begins_by_pasting_its_people_and_its_ledger()
    {
        await using var product = await Product.StartAsync(TestContext.Current.CancellationToken, "Production");
        await using var visit = await browser.VisitAsync(product: product);
        await visit.GoAsync("first-start", async it =>
        {
            var hand = new Hand(it);
            var watch = Stopwatch.StartNew();
            var oneTime = OneTime().Match(product.Said).Groups["password"].Value;
            await it.Page.GotoAsync("/sign-in");
            Assert.True(await it.Page.EvaluateAsync<bool>("document.styleSheets.length > 0 && [...document.styleSheets].every(sheet => sheet.cssRules.length > 0)"), "A style sheet is missing or empty.");
            await SignInAsync(it, hand, "admin", oneTime);
            await hand.ClickAsync(Link(it, "开始设置"));
            await hand.ClickAsync(Link(it, "填写单位信息"));
            await hand.FillAsync("单位全称", "云澜区经贸旅游局");
            await hand.FillAsync("单位简称", "区经贸旅游局");
            await hand.DoneAsync("保存");

            await hand.ClickAsync(Link(it, "粘贴科室和人员名单"));
            await hand.FillAsync("名单表格", People);
            await hand.ClickAsync(Button(it, "读取并预览"));
            await hand.SeesAsync("将新建4个科室、11个账号");
            await hand.ClickAsync(Button(it, "确认建立"));
            await hand.SeesAsync("已建立11个账号");
            var clerk = await it.Page.Locator("tr").Filter(new() { HasText = "许婧" }).Locator("code").InnerTextAsync();
            await hand.ClickAsync(Link(it, "已记下，继续"));
            await hand.SeesAsync("年放假安排尚未随系统提供");
            await hand.DoneAsync("完成启用");
            var setup = watch.Elapsed;

            await SignInAsync(it, hand, "许婧", clerk);
            await TakeOverAsync(it, hand, Today.Year, ThisYear(), 6);
            await hand.SeesAsync("待科室接收");
            await it.Page.GotoAsync("/");
            await TakeOverAsync(it, hand, Today.Year - 1, LastYear(), 2);
            await it.Page.GotoAsync("/cases");
            await Assertions.Expect(it.Page.Locator(".light-red").First).ToBeVisibleAsync();
            await Assertions.Expect(it.Page.Locator(".light-green").First).ToBeVisibleAsync();

            Console.WriteLine($"from nothing to a ledger with lights: {hand.Clicks} clicks, {hand.Fields} fields, {setup.TotalSeconds:0} s for the admin, {watch.Elapsed.TotalSeconds:0} s in all");
            Assert.True(hand.Clicks <= MostClicks, $"{hand.Clicks} clicks");
        });
    }

    private static async Task TakeOverAsync(Visit it, Hand hand, int year, string ledger, int cases)
    {
        if (year == Today.Year)
            await hand.ClickAsync(Link(it, $"{year}年台账"));
        else
            await it.Page.GotoAsync($"/cases/take-over?year={year}");
        await hand.FillAsync("台账表格", ledger);
        await hand.ChooseAsync("表中各件均不涉密");
        await hand.ClickAsync(Button(it, "读取并预览"));
        await hand.SeesAsync($"可以接管{cases}件");
        await hand.ClickAsync(Button(it, $"确认接管{cases}件"));
        await hand.SeesAsync($"已接管{cases}件");
        await hand.ClickAsync(Link(it, "查看台账"));
    }

    private static async Task SignInAsync(Visit it, Hand hand, string userName, string password)
    {
        await it.Page.Context.ClearCookiesAsync(new() { Name = "proposals" });
        await it.Page.GotoAsync("/sign-in");
        await hand.FillAsync("用户名", userName);
        await hand.FillAsync("密码", password);
        await hand.ClickAsync(Button(it, "登录"));
        await hand.FillAsync("当前密码", password);
        await hand.FillAsync("新密码", OwnPassword);
        await hand.FillAsync("确认新密码", OwnPassword);
        await hand.ClickAsync(Button(it, "保存新密码"));
        await it.Page.GotoAsync("/");
    }

    private static ILocator Link(Visit it, string name) => it.Page.Locator("main").GetByRole(AriaRole.Link, new() { Name = name }).First;

    private static ILocator Button(Visit it, string name) => it.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static string Ago(int days) => Today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string ThisYear() => Table(
        "12\t区十六届人大五次会议\t关于规范夜市街区管理的建议\t吕素琴\t区人大常委会代表工委\t" + Ago(100) + "\t" + Ago(99) + "\t旅游科\t郑宁\t" + Ago(95) + "\t" + Ago(80) + " 走访\t\t\t\t\t\t\t",
        "27\t区十六届人大五次会议\t关于提升农贸市场改造标准的建议\t葛长春\t区人大常委会代表工委\t" + Ago(90) + "\t" + Ago(89) + "\t商贸发展科\t何悦\t" + Ago(86) + "\t" + Ago(70) + " 走访\t" + Ago(60) + " 座谈\t" + Ago(20) + "\t" + Ago(15) + "\tA\t〔2026〕3号\t" + Ago(10) + "\t",
        "31\t区政协十五届五次会议\t关于加强安商稳商的提案\t单晓峰\t区政协提案委\t" + Ago(60) + "\t" + Ago(59) + "\t招商服务科\t高翔\t" + Ago(55) + "\t\t\t\t\t\t\t\t",
        "64\t区十六届人大五次会议\t关于推广景区无障碍设施的建议\t蔡红梅\t区人大常委会代表工委\t" + Ago(2) + "\t\t\t\t\t\t\t\t\t\t\t\t",
        "65\t区十六届人大五次会议\t关于完善社区商业网点的建议\t蔡红梅\t区人大常委会代表工委\t" + Ago(8) + "\t" + Ago(7) + "\t商贸发展科\t\t" + Ago(5) + "\t\t\t\t\t\t\t\t",
        "176\t区政协十五届五次会议\t关于推进食用农产品安全追溯的提案\t汤文静\t区政协提案委\t" + Ago(5) + "\t" + Ago(4) + "\t\t\t\t\t\t\t\t\t\t\t");

    private static string LastYear() => Table(
        "301\t区十六届人大四次会议\t关于建设文旅导览服务点的建议\t袁立成\t区人大常委会代表工委\t" + Ago(500) + "\t" + Ago(499) + "\t旅游科\t郑宁\t" + Ago(495) + "\t" + Ago(480) + " 走访\t" + Ago(470) + " 座谈\t" + Ago(440) + "\t" + Ago(435) + "\tA\t〔2025〕3号\t" + Ago(430) + "\t" + Ago(400),
        "302\t区政协十五届四次会议\t关于引进连锁便利店的提案\t丁晓梅\t区政协提案委\t" + Ago(500) + "\t" + Ago(499) + "\t商贸发展科\t何悦\t" + Ago(495) + "\t" + Ago(480) + " 走访\t" + Ago(470) + " 座谈\t" + Ago(440) + "\t" + Ago(435) + "\tC\t〔2025〕4号\t" + Ago(430) + "\t" + Ago(400));

    private static string Table(params string[] rows) =>
        "案号\t届次\t案由\t提案人\t交办单位\t交办日期\t签收日期\t科室\t经办人\t分办日期\t第一次面商\t第二次面商\t送审日期\t签发日期\t类别\t发文字号\t送达日期\t归档日期\n" + string.Join('\n', rows);

    [GeneratedRegex(@"one-time password (?<password>\S+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneTime();
}
