using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>One person at one browser. A test that fails leaves a picture of what it saw in tests/shots.</summary>
public sealed class Visit(BrowserFixture fixture, IBrowserContext context, IPage page) : IAsyncDisposable
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly ConcurrentQueue<string> refused = Listen(page);

    public IPage Page { get; } = page;

    /// <summary>What the browser would not load or run because the product's own policy forbids it, since somebody last asked.</summary>
    public IReadOnlyList<string> RefusedSince()
    {
        var found = new List<string>();
        while (refused.TryDequeue(out var line))
            found.Add(line);
        return found;
    }

    /// <summary>Runs a journey; on failure keeps the picture and the end of the product's log.</summary>
    public async Task GoAsync(string journey, Func<Visit, Task> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        try
        {
            await steps(this);
        }
        catch
        {
            await ShootAsync(journey);
            await File.WriteAllTextAsync(Path.Combine(Places.Shots, journey + ".log"), fixture.Product.Said);
            throw;
        }
    }

    public async Task ShootAsync(string name, string? folder = null)
    {
        folder ??= Places.Shots;
        var file = Path.Combine(folder, name + ".png");
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true });
    }

    /// <summary>By the demo tile or small button that carries this name.</summary>
    public async Task SignInAsAsync(string name)
    {
        await context.ClearCookiesAsync(new() { Name = "proposals" });
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button).Filter(new() { HasText = name }).First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    /// <summary>By the account's name, through the same tiles.</summary>
    public async Task SignInByNameAsync(string userName)
    {
        await context.ClearCookiesAsync(new() { Name = "proposals" });
        await Page.GotoAsync("/sign-in");
        await Page.Locator($"button[value='{userName}']").ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task AxeFindsNothingAsync()
    {
        var found = await AxeAsync();
        Assert.True(found.Count == 0, Page.Url + "\n" + string.Join('\n', found));
    }

    /// <summary>In the page itself, without a second page for frames that none of ours has; the long lists of what passed are not made.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        await Page.EvaluateAsync(Axe);
        return await Page.EvaluateAsync<string[]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations
                .flatMap(rule => rule.nodes.map(node => `${rule.id}: ${rule.help}: ${node.html} ${node.any.map(check => check.message).join('; ')}`))
            """);
    }

    /// <summary>Nothing sticks out sideways: on a phone that is a page that slides under the thumb.</summary>
    public async Task FitsItsWidthAsync() => Assert.True(await FitsAsync(), Page.Url + " is wider than the window");

    public Task<bool> FitsAsync() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static ConcurrentQueue<string> Listen(IPage page)
    {
        var heard = new ConcurrentQueue<string>();
        page.Console += (_, message) =>
        {
            if (message.Text.Contains("Content Security Policy", StringComparison.Ordinal))
                heard.Enqueue(message.Text);
        };
        return heard;
    }
}
