using Microsoft.Playwright;
using Proposals.Web.Demo;

namespace Proposals.BrowserTests;

/// <summary>The hand at the mouse: does what a person does on a form, and counts it.</summary>
public sealed class Hand(Visit visit)
{
    private static int papers = 5000;

    public int Clicks { get; private set; }

    public int Fields { get; private set; }

    /// <summary>Forms sent.</summary>
    public int Acts { get; private set; }

    private IPage Page => visit.Page;

    private ILocator Main => Page.Locator("main");

    /// <summary>Opens the form of the inbox row of this item, as the person whose turn it is.</summary>
    public async Task TakeAsync(string person, string number)
    {
        await visit.SignInAsAsync(person);
        await Page.GotoAsync("/inbox");
        await ClickAsync(Main.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"第{number}号" }).GetByRole(AriaRole.Link).First);
    }

    /// <summary>The case's one primary button.</summary>
    public Task TakeNextAsync() => ClickAsync(Main.Locator(".actions a.btn-primary"));

    public async Task FromMoreAsync(string name)
    {
        await ClickAsync(Main.Locator(".actions summary"));
        await ClickAsync(Main.Locator(".actions").GetByRole(AriaRole.Link, new() { Name = name }));
    }

    public async Task FillAsync(string label, string value, int place = 0)
    {
        Fields++;
        await Main.GetByLabel(label).Nth(place).FillAsync(value);
    }

    public async Task OnAsync(DateOnly day, string label = "日期", int place = 0)
    {
        Fields++;
        await Main.GetByLabel(label).Nth(place).FillAsync(day.ToString("yyyy-MM-dd"));
    }

    public async Task ChooseAsync(string label)
    {
        Clicks++;
        Fields++;
        await Main.Locator("label").Filter(new() { HasText = label }).First.ClickAsync();
    }

    public Task UnfoldAsync(string summary) => ClickAsync(Main.Locator("summary").Filter(new() { HasText = summary }).First);

    public async Task SelectAsync(string label, string option, int place = 0)
    {
        Fields++;
        var list = Main.GetByLabel(label).Nth(place);
        var value = await list.Locator("option").Filter(new() { HasText = option }).First.GetAttributeAsync("value");
        await list.SelectOptionAsync(value ?? "");
    }

    public async Task AttachAsync(string label, int place = 0)
    {
        Clicks++;
        Fields++;
        await Main.GetByLabel(label).Nth(place).SetInputFilesAsync(new FilePayload { Name = $"照片{papers}.png", MimeType = "image/png", Buffer = DemoPaper.Draw(papers++) });
    }

    public async Task SendAsync(string button)
    {
        Acts++;
        await ClickAsync(Main.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
        await Assertions.Expect(Page.Locator(".note, .refusal, .field-error").First).ToBeVisibleAsync();
    }

    /// <summary>Sends, and what was sent was accepted.</summary>
    public async Task DoneAsync(string button)
    {
        await SendAsync(button);
        await Assertions.Expect(Page.Locator(".note").First).ToBeVisibleAsync();
    }

    public Task SeesAsync(string text) => Assertions.Expect(Main).ToContainTextAsync(text);

    public async Task ClickAsync(ILocator target)
    {
        Clicks++;
        await target.ClickAsync();
    }
}
