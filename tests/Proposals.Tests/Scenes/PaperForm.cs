using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Proposals.Tests.Scenes;

/// <summary>The form of a page as a browser would send it: every field as drawn, changed by hand.</summary>
public sealed class PaperForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<(string Name, string FileName, byte[] Bytes)> files = [];

    public required string Html { get; init; }

    public static async Task<PaperForm> OpenAsync(HttpClient client, string address) => Read(await client.GetStringAsync(address));

    /// <param name="html">The page.</param>
    /// <param name="form">Which of its forms.</param>
    public static PaperForm Read(string html, string form = "form.panel") => Read(html, new HtmlParser().ParseDocument(html).QuerySelector<IHtmlFormElement>(form));

    private static PaperForm Read(string html, IHtmlFormElement? found)
    {
        var form = found ?? throw new InvalidOperationException("The page has no form:\n" + html);
        var read = new PaperForm { Html = html };
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]").Where(input => input.Type is not ("file" or "submit")))
            if (input.Type is not ("checkbox" or "radio") || input.IsChecked)
                read.fields.Add(KeyValuePair.Create(input.Name ?? "", input.Value));
        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
            read.fields.Add(KeyValuePair.Create(area.Name ?? "", area.Value));
        foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            read.fields.Add(KeyValuePair.Create(list.Name ?? "", list.Value ?? ""));
        return read;
    }

    public IReadOnlyList<KeyValuePair<string, string>> Fields => fields;

    public string this[string name] => fields.Single(field => field.Key == name).Value;

    public PaperForm With(string name, string value)
    {
        fields.RemoveAll(field => field.Key == name);
        fields.Add(KeyValuePair.Create(name, value));
        return this;
    }

    public PaperForm WithFile(string name, string fileName, byte[] bytes)
    {
        files.Add((name, fileName, bytes));
        return this;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpClient client, string address)
    {
        using var content = Content();
        return await client.PostAsync(address, content, TestContext.Current.CancellationToken);
    }

    /// <summary>The form on its way; may be asked for again, to send the same form once more.</summary>
    public MultipartFormDataContent Content()
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        foreach (var (name, fileName, bytes) in files)
            content.Add(new ByteArrayContent(bytes), name, fileName);
        return content;
    }
}
