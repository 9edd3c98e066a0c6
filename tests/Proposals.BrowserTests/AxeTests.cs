namespace Proposals.BrowserTests;

public sealed class AxeTests(BrowserFixture browser)
{
    [Fact]
    public async Task What_a_reader_of_screens_cannot_use_is_found()
    {
        await using var visit = await browser.VisitAsync();
        await visit.Page.SetContentAsync("<html lang=\"zh-CN\"><head><title>x</title></head><body><main><h1>x</h1><button></button><p style=\"color:#ccc;background:#fff\">words that are hard to read</p></main></body></html>");

        var found = await visit.AxeAsync();

        Assert.Contains(found, line => line.StartsWith("button-name: ", StringComparison.Ordinal));
        Assert.Contains(found, line => line.StartsWith("color-contrast: ", StringComparison.Ordinal));
    }
}
