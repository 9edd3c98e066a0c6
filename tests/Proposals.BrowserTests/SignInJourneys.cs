using Microsoft.Playwright;

namespace Proposals.BrowserTests;

public sealed class SignInJourneys(BrowserFixture browser)
{
    private static readonly string[] Tiles = ["许婧", "俞敏", "郑宁", "王海涛", "方晓岚", "沈立群", "杜青"];

    public static TheoryData<Look> Looks => [.. Look.Chosen];

    [Theory, MemberData(nameof(Looks))]
    public async Task Every_tile_signs_in_and_the_pages_are_accessible(Look look)
    {
        await using var visit = await browser.VisitAsync(look);
        await visit.GoAsync($"tiles-{look}", async it =>
        {
            await it.Page.GotoAsync("/");
            await it.AxeFindsNothingAsync();
            await it.FitsItsWidthAsync();
            foreach (var name in Tiles)
            {
                await it.SignInAsAsync(name);
                await Assertions.Expect(it.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync(name);
                await it.FitsItsWidthAsync();
                // Home is the same page for all of them; axe takes a second each time.
                if (name == Tiles[0])
                    await it.AxeFindsNothingAsync();
                await SignOutAsync(it);
            }
        });
    }

    [Fact]
    public async Task A_disabled_account_hears_what_a_wrong_password_hears()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("disabled", async it =>
        {
            var disabled = await TryAsync(it, "wujia", "Yunlan@2026");
            var wrong = await TryAsync(it, "xujing", "not-the-password-1");
            Assert.Contains("用户名或密码不正确", wrong, StringComparison.Ordinal);
            Assert.Equal(wrong, disabled);
            await it.AxeFindsNothingAsync();
        });
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so_and_leads_home()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("nowhere", async it =>
        {
            await it.SignInAsAsync("许婧");
            var answer = await it.Page.GotoAsync("/no-such-page");
            Assert.Equal(404, answer?.Status);
            await it.AxeFindsNothingAsync();
            await it.Page.GetByRole(AriaRole.Link, new() { Name = "返回首页" }).ClickAsync();
            await Assertions.Expect(it.Page).ToHaveURLAsync(browser.Product.Address.ToString());
        });
    }

    [Fact]
    public async Task Language_and_theme_follow_the_choice()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("preferences", async it =>
        {
            await it.SignInAsAsync("许婧");
            await ChooseAsync(it, "English");
            await Assertions.Expect(it.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
            await ChooseAsync(it, "Dark");
            await Assertions.Expect(it.Page.Locator("html")).ToHaveAttributeAsync("data-bs-theme", "dark");
        });
    }

    private static async Task ChooseAsync(Visit visit, string choice)
    {
        await visit.Page.Locator("summary").Filter(new() { Has = visit.Page.Locator(".bi-translate") }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = choice, Exact = true }).ClickAsync();
    }

    private static async Task SignOutAsync(Visit visit)
    {
        await visit.Page.Locator("summary.user-button").ClickAsync();
        await visit.Page.Locator("form[action='/sign-out'] button").ClickAsync();
        await visit.Page.WaitForURLAsync("**/sign-in");
    }

    private static async Task<string> TryAsync(Visit visit, string userName, string password)
    {
        await visit.Page.GotoAsync("/sign-in");
        await visit.Page.GetByLabel("用户名").FillAsync(userName);
        await visit.Page.GetByLabel("密码").FillAsync(password);
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        return await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync();
    }
}
