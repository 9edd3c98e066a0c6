using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>The real Elsa Studio on our definitions: it shows them, changes one thing and nothing else, and opens them again as they were.</summary>
public sealed class StudioJourney(BrowserFixture browser)
{
    private const string Definition = "/designer/studio/edit/proposal-handling";
    private const string Saves = "/elsa/api/workflow-definitions";
    private const float LongestStart = 60_000;

    /// <summary>Studio saves by itself after half a second.</summary>
    private const float LongerThanAutosave = 1500;

    private readonly List<string> _complaints = [];
    private readonly List<string> _saves = [];

    private static string? Shots => Environment.GetEnvironmentVariable("PROPOSALS_SHOTS") is { Length: > 0 } folder ? folder : null;

    /// <summary>In one browser, because each start of Studio without its cache takes long.</summary>
    [Fact]
    public async Task What_the_admin_draws_is_all_that_changes_and_who_only_publishes_changes_nothing()
    {
        await using var visit = await browser.VisitAsync();
        await visit.GoAsync("studio", async it =>
        {
            await it.SignInByNameAsync("zhouyiming");
            Listen(it);
            await AdminDrawsAsync(it);
            await it.SignInByNameAsync("yumin");
            _saves.Clear();
            await DirectorLooksAsync(it);
            Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
        });
    }

    [Fact]
    public async Task On_a_phone_and_in_the_dark_it_still_opens()
    {
        await using var visit = await browser.VisitAsync(new Look("en", Dark: true, 390, 844));
        await visit.GoAsync("studio-phone", async it =>
        {
            await it.SignInByNameAsync("zhouyiming");
            Listen(it);
            await OpenAsync(it);
            await PictureAsync(it, "phone-dark");
            Assert.Empty(_saves);
            Assert.True(_complaints.Count == 0, string.Join('\n', _complaints));
        });
    }

    private async Task AdminDrawsAsync(Visit it)
    {
        await it.Page.GotoAsync("/designer/proposal-handling");
        await it.Page.Locator($"main a[href='{Definition}']").ClickAsync();
        await Node(it, "draftReply").WaitForAsync(new() { Timeout = LongestStart });
        await SeesOurStepsAsync(it);
        await SelectAsync(it, "draftReply");
        await SeesOnlyWhatWorksAsync(it);
        var shipped = await TextAsync(it);
        Assert.Empty(_saves);

        await SavedAsync(it, async () =>
        {
            await Input(it, "环节期限").FillAsync("12wd");
            await Input(it, "环节期限").BlurAsync();
        });
        var drawn = await TextAsync(it);
        // The first save opens a draft, which has an id, a day and a number of its own.
        Assert.Collection(
            Differences(shipped, drawn),
            line => Assert.StartsWith("\"id\": ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("\"createdAt\": ", line, StringComparison.Ordinal),
            line => Assert.Equal("\"version\": 1, -> \"version\": 2,", line),
            line => Assert.Equal("\"isPublished\": true, -> \"isPublished\": false,", line),
            line => Assert.Equal("\"value\": \"10wd\" -> \"value\": \"12wd\"", line));

        await OpenAsync(it);
        Assert.Single(_saves);
        Assert.Equal(drawn, await TextAsync(it));
        await SelectAsync(it, "draftReply");
        await Assertions.Expect(Input(it, "环节期限")).ToHaveValueAsync("12wd");

        await SavedAsync(it, () => DragAsync(it, "draftReply"));
        var moved = Differences(drawn, await TextAsync(it));
        Assert.NotEmpty(moved);
        Assert.All(moved, change => Assert.Matches("""^"[xy]": """, change));
        await PictureAsync(it, "edit");
        await AsksInAScriptAsync(it);
    }

    private async Task DirectorLooksAsync(Visit it)
    {
        await it.Page.GotoAsync("/designer/studio/list");
        await it.Page.Locator(".mud-table-row").Filter(new() { HasText = "建议提案办理" }).First.ClickAsync(new() { Timeout = LongestStart });
        await it.Page.WaitForURLAsync("**" + Definition, new() { WaitUntil = WaitUntilState.Commit });
        await Node(it, "receive").WaitForAsync(new() { Timeout = LongestStart });
        await Assertions.Expect(it.Page.GetByText("只读", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(it.Page.GetByText("Auto-save")).ToHaveCountAsync(0);
        await DragAsync(it, "receive");
        await it.Page.WaitForTimeoutAsync(LongerThanAutosave);
        await PictureAsync(it, "read-only");
        Assert.Empty(_saves);
    }

    /// <summary>Whatever Studio complains of, whom else it calls, and what it saves.</summary>
    private void Listen(Visit it)
    {
        var host = browser.Product.Address.Authority;
        it.Page.SetDefaultTimeout(LongestStart / 2);
        it.Page.Console += (_, message) =>
        {
            if (message.Type == "error" && it.Page.Url.Contains("/studio/", StringComparison.Ordinal))
                _complaints.Add(message.Text);
        };
        it.Page.PageError += (_, error) => _complaints.Add(error);
        it.Page.Request += (_, request) =>
        {
            var address = new Uri(request.Url);
            if (address.Scheme is "http" or "https" && address.Authority != host)
                _complaints.Add("asks another host: " + request.Url);
            if (request.Method == "POST")
                _saves.Add(address.AbsolutePath);
        };
    }

    private static async Task OpenAsync(Visit it)
    {
        await it.Page.GotoAsync(Definition);
        await Node(it, "draftReply").WaitForAsync(new() { Timeout = LongestStart });
        await it.Page.WaitForTimeoutAsync(LongerThanAutosave);
    }

    private static async Task SeesOurStepsAsync(Visit it)
    {
        foreach (var step in new[] { "签收登记", "面商是否充分", "主要领导签发", "办结归档" })
            await Assertions.Expect(it.Page.Locator(".x6-node").Filter(new() { HasText = step }).First).ToBeAttachedAsync();
        await Assertions.Expect(Node(it, "receive").Locator(".x6-port")).ToHaveTextAsync(["", "已签收"]);
        await Assertions.Expect(Node(it, "signReply").Locator(".x6-port")).ToHaveTextAsync(["", "签发", "退回修改"]);
        await Assertions.Expect(Node(it, "receive").Locator(".activity-icon.bi-inbox")).ToBeAttachedAsync();
        await it.Page.Locator(".mud-expand-panel-text").Filter(new() { HasText = "办理步骤" }).ClickAsync();
        await Assertions.Expect(it.Page.Locator(".cursor-grab").Filter(new() { HasText = "拟复函" }).Locator(".bi-pencil-square")).ToBeVisibleAsync();
    }

    private static async Task SeesOnlyWhatWorksAsync(Visit it)
    {
        foreach (var tab in new[] { "Common", "Info" })
            await Assertions.Expect(Tab(it, tab)).ToBeVisibleAsync();
        foreach (var tab in new[] { "Test", "Commit Strategy", "Log" })
            await Assertions.Expect(Tab(it, tab)).ToBeHiddenAsync();
        await Assertions.Expect(it.Page.Locator(".mud-toolbar button.mud-primary-text")).ToBeHiddenAsync();
        await it.Page.Locator(".mud-toolbar .mud-menu button").ClickAsync();
        var menu = it.Page.Locator(".mud-popover-open .mud-menu-item");
        await Assertions.Expect(menu.Filter(new() { HasText = "Export" })).ToBeVisibleAsync();
        foreach (var entry in new[] { "Import", "Unpublish" })
            await Assertions.Expect(menu.Filter(new() { HasText = entry })).ToBeHiddenAsync();
    }

    /// <summary>The editor of scripts asks for what it may suggest.</summary>
    private static async Task AsksInAScriptAsync(Visit it)
    {
        // Read on its way: a busy browser may have thrown the body away by the time one asks for it.
        var types = "";
        await it.Page.RouteAsync("**/type-definitions/**", async route =>
        {
            var answer = await route.FetchAsync();
            types = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer });
        });
        await it.Page.Locator(".rz-splitter-vertical .mud-tabs .mud-menu button:visible").Nth(2).ClickAsync();
        await it.Page.RunAndWaitForResponseAsync(
            () => it.Page.Locator(".mud-popover-open").GetByText("JavaScript", new() { Exact = true }).ClickAsync(),
            response => response.Url.Contains("/type-definitions/", StringComparison.Ordinal));
        Assert.Contains("declare function getVariable(", types, StringComparison.Ordinal);
        await Assertions.Expect(it.Page.Locator(".monaco-editor:visible").First).ToBeVisibleAsync();
        await it.Page.WaitForTimeoutAsync(LongerThanAutosave);
    }

    private static ILocator Tab(Visit it, string name) => it.Page.Locator(".rz-splitter-vertical .mud-tab").Filter(new() { HasText = name }).First;

    private static ILocator Node(Visit it, string activity) => it.Page.Locator($".x6-node[data-cell-id='{activity}']");

    private static ILocator Input(Visit it, string label) => it.Page.Locator(".mud-input-control").Filter(new() { HasText = label }).Locator("input").First;

    private static async Task SelectAsync(Visit it, string activity)
    {
        await Node(it, activity).Locator(".activity-label").ClickAsync();
        await Input(it, "环节期限").WaitForAsync();
    }

    private static async Task DragAsync(Visit it, string activity)
    {
        var label = await Node(it, activity).Locator(".activity-label").BoundingBoxAsync() ?? throw new InvalidOperationException($"{activity} is not on the canvas.");
        await it.Page.Mouse.MoveAsync(label.X + 10, label.Y + 8);
        await it.Page.Mouse.DownAsync();
        await it.Page.Mouse.MoveAsync(label.X + 50, label.Y + 38, new() { Steps = 10 });
        await it.Page.Mouse.UpAsync();
    }

    private static async Task SavedAsync(Visit it, Func<Task> change)
    {
        var answer = await it.Page.RunAndWaitForResponseAsync(change, response => response.Request.Method == "POST" && new Uri(response.Url).AbsolutePath == Saves);
        // What a save answered is asked for only where it says why: a busy browser may have thrown it away.
        Assert.True(answer.Ok, answer.Ok ? "" : await answer.TextAsync());
    }

    private static async Task<string> TextAsync(Visit it) =>
        await (await it.Page.APIRequest.GetAsync(Saves + "/proposal-handling/export")).TextAsync();

    /// <summary>Line by line: the canonical text has one property on each.</summary>
    private static IReadOnlyList<string> Differences(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        Assert.Equal(old.Length, now.Length);
        return [.. old.Zip(now).Where(line => line.First != line.Second).Select(line => $"{line.First.Trim()} -> {line.Second.Trim()}")];
    }

    private static Task PictureAsync(Visit it, string name) => Shots is { } folder ? it.ShootAsync($"studio/{name}", folder) : Task.CompletedTask;
}
