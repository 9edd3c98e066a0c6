using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>Somebody types scripts into a case. A real browser shows them as words wherever they come up again, and runs none.</summary>
public sealed class HostileJourney(BrowserFixture browser)
{
    private const string Script = "\"'><img src=x onerror=window.__pwned=1><script>window.__pwned=1</script>";
    private const string Short = "\"'><svg onload=window.__pwned=1>";

    private static readonly string[] Tabs = ["Basics", "Trail", "Consultations", "Papers", "Deadlines", "Feedback"];

    [Fact]
    public async Task What_was_typed_is_shown_and_never_run()
    {
        await using var product = await Product.StartAsync(TestContext.Current.CancellationToken);
        await using var visit = await browser.VisitAsync(product: product);
        await visit.GoAsync("hostile", async it =>
        {
            await it.SignInByNameAsync("xujing");
            var subject = await RegisterAsync(it);
            await RunsNothingAsync(it, subject);
            foreach (var tab in Tabs)
                await RunsNothingAsync(it, $"{subject}?tab={tab}");
            foreach (var address in new[] { "/cases", "/inbox", "/cases/sheet", $"{subject}/correct/registration", $"{subject}/correct/proposers", $"{subject}/allocation/propose", $"{subject}/void" })
                await RunsNothingAsync(it, address);
            await RunsNothingAsync(it, $"/cases?text={Uri.EscapeDataString(Script)}");
            await it.SignInByNameAsync("zhouyiming");
            await RunsNothingAsync(it, $"/admin/people?q={Uri.EscapeDataString(Script)}");
        });
    }

    private static async Task<string> RegisterAsync(Visit it)
    {
        await it.Page.GotoAsync("/cases/register");
        await it.Page.EvaluateAsync("for (const more of document.querySelectorAll('main details')) more.open = true;");
        foreach (var (name, value) in new[] { ("CaseNumber", "9977" + Short), ("Subject", Script), ("LeadName", Short), ("AssigningBody", Short), ("WorkUnit", Script), ("Phone", Short), ("Content", Script), ("AssignmentOpinion", Script), ("Others", Script) })
            await it.Page.Locator($"[name='Input.{name}']").FillAsync(value);
        await it.Page.Locator("input[type=checkbox][name='Input.IsNotClassified']").CheckAsync();
        await it.Page.Locator("main form.panel button[type=submit].btn-primary").ClickAsync();
        await it.Page.WaitForURLAsync(address => !address.EndsWith("/register", StringComparison.Ordinal));
        await Assertions.Expect(it.Page.Locator("h1")).ToContainTextAsync(Script);
        return new Uri(it.Page.Url).AbsolutePath;
    }

    private static async Task RunsNothingAsync(Visit it, string address)
    {
        var answer = await it.Page.GotoAsync(address, new() { WaitUntil = WaitUntilState.Load });
        Assert.True(answer is { Status: < 400 }, $"{address} answers {answer?.Status}");
        Assert.Equal("undefined", await it.Page.EvaluateAsync<string>("typeof window.__pwned"));
        Assert.Equal(0, await it.Page.Locator("img[src=x], [onload], [onerror]").CountAsync());
        // Not even tried: the policy would have stopped it, and said so.
        Assert.Empty(it.RefusedSince());
    }
}
