using Microsoft.Playwright;
using Proposals.BrowserTests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Proposals.BrowserTests;

/// <summary>One product and one Chromium for the whole run; every visit has its own cookies.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private Product? _product;

    public Product Product => _product ?? throw new InvalidOperationException("The product has not been started.");

    public async ValueTask InitializeAsync()
    {
        _product = await Product.StartAsync(CancellationToken.None);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium(), Args = Arguments });
    }

    public async Task<Visit> VisitAsync(Look? look = null, Product? product = null)
    {
        look ??= new Look();
        product ??= Product;
        var browser = _browser ?? throw new InvalidOperationException("The browser has not been started.");
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = product.Address.ToString(),
            ViewportSize = new() { Width = look.Width, Height = look.Height },
            Locale = look.Language,
            ColorScheme = look.Dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        await context.AddCookiesAsync([
            new() { Name = ".AspNetCore.Culture", Value = $"c={look.Language}|uic={look.Language}", Url = product.Address.ToString() },
            new() { Name = "theme", Value = look.Dark ? "dark" : "light", Url = product.Address.ToString() },
        ]);
        context.SetDefaultTimeout(30_000);
        return new Visit(this, context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_product is not null)
            await _product.DisposeAsync();
    }

    /// <summary>CHROMIUM names one; otherwise the system's; otherwise whatever Playwright itself has installed.</summary>
    private static string? Chromium() =>
        Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"], File.Exists);
}

/// <summary>How the visitor sees the product.</summary>
public sealed record Look(string Language = "zh-CN", bool Dark = false, int Width = 1440, int Height = 900)
{
    private static readonly string[] Languages = ["zh-CN", "en"];
    private static readonly bool[] Themes = [false, true];
    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (390, 844)];

    public static IEnumerable<Look> All =>
        from language in Languages
        from dark in Themes
        from size in Sizes
        select new Look(language, dark, size.Width, size.Height);

    /// <summary>Two looks between them have every language, theme and size; all eight are looked at when pictures are taken (tests/run --shots) and in tests/soak pages.</summary>
    public static IEnumerable<Look> Chosen =>
        Environment.GetEnvironmentVariable("PROPOSALS_SHOTS") is { Length: > 0 } || Environment.GetEnvironmentVariable("PROPOSALS_SOAK") is { Length: > 0 }
            ? All
            : [new Look(), new Look("en", Dark: true, 390, 844)];

    public bool IsPhone => Width < 768;

    public override string ToString() => $"{Language}-{(Dark ? "dark" : "light")}-{Width}";
}
