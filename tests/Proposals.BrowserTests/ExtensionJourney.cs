using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>An extension from the wish to the new date: each act by the person whose turn it is, at a desk and on a phone.</summary>
public sealed class ExtensionJourney(BrowserFixture browser)
{
    private const string Reason = "涉及三个街区的业态调整，须先征求沿街商户意见。";

    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);
    private static readonly DateOnly Assigned = Today.AddDays(-70);
    private static readonly DateOnly Due = Assigned.AddMonths(3);
    private static readonly DateOnly Limit = Assigned.AddMonths(6);
    private static readonly DateOnly Until = Limit.AddDays(-7);

    /// <summary>Each look has an item of its own.</summary>
    public static TheoryData<Look, string> Looks => new() { { new Look(), "903" }, { new Look(Width: 390, Height: 844), "904" } };

    private static string? Shots => Environment.GetEnvironmentVariable("PROPOSALS_SHOTS") is { Length: > 0 } folder ? folder : null;

    [Theory, MemberData(nameof(Looks))]
    public async Task The_new_date_comes_with_the_letter_and_says_who_asked_who_agreed_and_why(Look look, string number)
    {
        await using var visit = await browser.VisitAsync(look);
        await visit.GoAsync($"extension-{look}", async it =>
        {
            var hand = new Hand(it);
            await OpenAsync(it, hand, number);
            await AskTooFarAsync(it, hand, look, number);
            await AskAsync(it, hand, look);
            await AgreeAsync(it, hand, look, number);
            await AnswerAsync(it, hand, look, number);
            await ExplainAsync(it, hand, look, number);
            await SeesTheSumAsync(it, look);
        });
    }

    /// <summary>Registered and allocated from the papers by the clerk alone.</summary>
    private static async Task OpenAsync(Visit it, Hand hand, string number)
    {
        await it.SignInAsAsync("许婧");
        await it.Page.GotoAsync("/cases/register");
        await hand.ChooseAsync("建议");
        await hand.FillAsync("案号", number);
        await hand.FillAsync("标题", "关于引导特色街区错位经营的建议");
        await hand.FillAsync("领衔代表", "吕素琴");
        await hand.FillAsync("交办单位", "区人大常委会代表工委");
        await hand.OnAsync(Assigned, "交办日期");
        await hand.OnAsync(Assigned.AddDays(1), "签收日期");
        await hand.ChooseAsync("本件不涉密");
        await hand.DoneAsync("登记办件");

        await hand.TakeNextAsync();
        await hand.ChooseAsync("商贸发展科");
        await hand.OnAsync(Assigned.AddDays(2), "拟办日期");
        await hand.UnfoldAsync("领导已在纸质分办单上审定");
        await hand.ChooseAsync("分管领导已同意");
        await hand.OnAsync(Assigned.AddDays(4), "领导审定日期");
        await hand.ChooseAsync("单上已写明经办人");
        await hand.AttachAsync("分办单照片");
        await hand.DoneAsync("登记审定结果");
    }

    private static async Task AskTooFarAsync(Visit it, Hand hand, Look look, string number)
    {
        await it.SignInAsAsync("何悦");
        await it.Page.GotoAsync($"/cases?text={number}");
        await it.Page.Locator("main .ledger a").First.ClickAsync();
        await it.Page.WaitForURLAsync(url => url.Contains("/cases/", StringComparison.Ordinal));
        await hand.FromMoreAsync("申请延期");
        await hand.SeesAsync($"复函期限现为{Say(Due)}");
        await hand.SeesAsync($"按办理规则最晚可延到{Say(Limit)}");
        var beyond = Limit.AddDays(1);
        await hand.OnAsync(beyond, "延期至");
        await hand.FillAsync("延期原因", Reason);
        await LookAtAsync(it, look, "request");

        // This browser stops a date beyond the limit itself; not every browser does, and a page may be older than the rule.
        await it.Page.Locator("main form:has(#Input_Until)").EvaluateAsync("form => form.noValidate = true");
        await hand.SendAsync("申请延期");
        await hand.SeesAsync($"延期日期{Say(beyond)}超过最晚可延日期{Say(Limit)}，请改为不晚于{Say(Limit)}的日期。");
        await Assertions.Expect(Field(it, "延期至")).ToHaveValueAsync($"{beyond:yyyy-MM-dd}");
        await Assertions.Expect(Field(it, "延期原因")).ToHaveValueAsync(Reason);
        await Assertions.Expect(it.Page.GetByRole(AriaRole.Radio, new() { Name = "方晓岚" })).ToBeCheckedAsync();
        await LookAtAsync(it, look, "refused");
    }

    private static async Task AskAsync(Visit it, Hand hand, Look look)
    {
        await hand.OnAsync(Until, "延期至");
        await hand.DoneAsync("申请延期");
        await hand.SeesAsync("已报方晓岚审定，原期限暂不变。");
        await HasOldDateAsync(it, hand);
        await LookAtAsync(it, look, "asked");
    }

    private static async Task AgreeAsync(Visit it, Hand hand, Look look, string number)
    {
        await TakeAsync(it, hand, "方晓岚", number, "审定延期申请");
        await hand.SeesAsync($"{Say(Due)} 延至 {Say(Until)}");
        await hand.SeesAsync(Reason);
        await LookAtAsync(it, look, "decide");
        await hand.DoneAsync("同意延期");
        await HasOldDateAsync(it, hand);
    }

    private static async Task AnswerAsync(Visit it, Hand hand, Look look, string number)
    {
        await TakeAsync(it, hand, "许婧", number, "报送延期申请并登记交办单位的答复");
        await Assertions.Expect(Field(it, "同意延到")).ToHaveValueAsync($"{Until:yyyy-MM-dd}");
        await hand.ChooseAsync("同意延期");
        await hand.FillAsync("答复内容", "同意延期，请向代表说明。");
        await hand.AttachAsync("答复原件");
        await LookAtAsync(it, look, "answer");
        await hand.DoneAsync("登记延期答复");
        await HasOldDateAsync(it, hand);
    }

    private static async Task ExplainAsync(Visit it, Hand hand, Look look, string number)
    {
        await TakeAsync(it, hand, "何悦", number, "向提出人书面说明延期");
        await hand.SeesAsync($"说明登记后，期限改为{Say(Until)}。");
        await hand.AttachAsync("书面说明");
        await LookAtAsync(it, look, "explain");
        await hand.DoneAsync("登记延期书面说明");
        await hand.SeesAsync($"新期限{Say(Until)}已生效。");
        await Assertions.Expect(Head(it)).ToContainTextAsync("已延期");
        await Assertions.Expect(Head(it)).ToContainTextAsync(Say(Until));
        await LookAtAsync(it, look, "extended");
    }

    private static async Task SeesTheSumAsync(Visit it, Look look)
    {
        await it.Page.Locator("main .tabs").GetByRole(AriaRole.Link, new() { Name = "期限" }).ClickAsync();
        var line = it.Page.Locator("main .ledger tbody tr").Filter(new() { Has = it.Page.GetByText("复函", new() { Exact = true }) });
        var sum = line.Locator("details.sum");
        await Assertions.Expect(sum.Locator("ol")).ToBeHiddenAsync();
        await sum.GetByText("期限怎么算的").ClickAsync();
        var parts = sum.Locator("li");
        await Assertions.Expect(parts).ToHaveCountAsync(3);
        await Assertions.Expect(parts.Nth(0)).ToContainTextAsync($"自{Say(Assigned)}");
        await Assertions.Expect(parts.Nth(1)).ToContainTextAsync($"{Due:yyyy-MM-dd}");
        foreach (var word in new[] { $"延期至{Say(Until)}", $"何悦{Say(Today)}申请", $"方晓岚{Say(Today)}同意", $"交办单位{Say(Today)}同意", $"{Say(Today)}书面说明", Reason, $"{Until:yyyy-MM-dd}" })
            await Assertions.Expect(parts.Nth(2)).ToContainTextAsync(word);
        await Assertions.Expect(parts.Nth(2)).ToBeVisibleAsync();
        await LookAtAsync(it, look, "sum");
    }

    /// <summary>Until the letter is filed nothing has moved.</summary>
    private static async Task HasOldDateAsync(Visit it, Hand hand)
    {
        await hand.SeesAsync("关于引导特色街区错位经营的建议");
        await Assertions.Expect(Head(it)).ToContainTextAsync(Say(Due));
        await Assertions.Expect(Head(it)).Not.ToContainTextAsync("已延期");
    }

    /// <summary>The inbox row of this item that asks for this; the item may lie there twice.</summary>
    private static async Task TakeAsync(Visit it, Hand hand, string person, string number, string asked)
    {
        await it.SignInAsAsync(person);
        await it.Page.GotoAsync("/inbox");
        await hand.ClickAsync(it.Page.Locator("main").GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"第{number}号" }).Filter(new() { HasText = asked }).GetByRole(AriaRole.Link).First);
    }

    private static async Task LookAtAsync(Visit it, Look look, string name)
    {
        if (Shots is { } folder)
            await it.ShootAsync($"extension-{look.Width}/{name}", folder);
        await it.FitsItsWidthAsync();
        await it.AxeFindsNothingAsync();
    }

    private static ILocator Head(Visit it) => it.Page.Locator("main .case-head .badges");

    private static ILocator Field(Visit it, string label) => it.Page.Locator("main").GetByLabel(label).First;

    private static string Say(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
