using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Proposals.BrowserTests;

/// <summary>One person at one browser. A test that fails leaves a picture of what it saw in tests/shots.</summary>
public sealed class Visit(BrowserFixture fixture, IBrowserContext context, IPage page) : IAsyncDisposable
{
    public IPage Page { get; } = page;

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

    public async Task ShootAsync(string name)
    {
        Directory.CreateDirectory(Places.Shots);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Places.Shots, name + ".png"), FullPage = true });
    }

    /// <summary>By the demo tile or small button that carries this name.</summary>
    public async Task SignInAsAsync(string name)
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByRole(AriaRole.Button).Filter(new() { HasText = name }).First.ClickAsync();
        await Page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
    }

    public async Task AxeFindsNothingAsync()
    {
        var result = await Page.RunAxe();
        Assert.True(result.Violations.Length == 0, Page.Url + "\n" + string.Join('\n', result.Violations.SelectMany(Lines)));
    }

    /// <summary>Nothing sticks out sideways: on a phone that is a page that slides under the thumb.</summary>
    public async Task FitsItsWidthAsync() =>
        Assert.True(await Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), Page.Url + " is wider than the window");

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private static IEnumerable<string> Lines(AxeResultItem violation) =>
        violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html} {string.Join("; ", node.Any.Select(check => check.Message))}");
}
