using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Proposals.Deadlines;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web.Hostile;

/// <summary>A form as a willing person would send it: what is drawn stays, what is empty gets a value of its kind. One field of it can then be turned into something else.</summary>
internal sealed class SentForm
{
    private readonly List<KeyValuePair<string, string>> fields = [];
    private readonly List<string> files = [];
    private readonly HashSet<string> typed = [];

    private SentForm(string action) => Action = action;

    public string Action { get; }

    public IEnumerable<string> Names => fields.Select(pair => pair.Key).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Distinct();

    /// <summary>Where a person writes words.</summary>
    public IReadOnlyCollection<string> Typed => typed;

    /// <summary>The forms of a page that lead to the page itself, each once for every address that one of its buttons names.</summary>
    public static IReadOnlyList<SentForm> Of(string html, string address)
    {
        var path = address.Split('?')[0];
        var page = new HtmlParser().ParseDocument(html);
        var forms = new List<SentForm>();
        foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("form").Where(form => string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase)))
        {
            var own = Resolve(form.GetAttribute("action"), address);
            var actions = form.QuerySelectorAll("button[formaction]").Select(button => Resolve(button.GetAttribute("formaction"), address)).Append(own).Distinct();
            forms.AddRange(actions.Where(action => action.Split('?')[0] == path).Select(action => new SentForm(action).Filled(form)));
        }

        return forms;
    }

    /// <summary>For an address that no page shows a form for.</summary>
    public static SentForm Bare(string action, string token)
    {
        var form = new SentForm(action);
        form.fields.Add(KeyValuePair.Create("__RequestVerificationToken", token));
        return form;
    }

    /// <summary>The same form for another handler of its page.</summary>
    public SentForm To(string action)
    {
        var form = new SentForm(action);
        form.fields.AddRange(fields);
        form.files.AddRange(files);
        form.typed.UnionWith(typed);
        return form;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpClient client, IReadOnlyDictionary<string, string> turned, CancellationToken cancellationToken, (string FileName, byte[] Bytes)? file = null)
    {
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Where(field => !turned.ContainsKey(field.Key)).Concat(turned))
            content.Add(new StringContent(value), Quoted(name));
        foreach (var name in files)
        {
            var picture = new ByteArrayContent(file?.Bytes ?? DemoPaper.Draw(Random.Shared.Next(1, int.MaxValue)));
            content.Add(picture, Quoted(name), file?.FileName ?? "照片.png");
        }

        return await client.PostAsync(Action, content, cancellationToken);
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "%22", StringComparison.Ordinal)}\"";

    private static string Resolve(string? action, string address) => action switch
    {
        null or "" => address,
        ['?', ..] => address.Split('?')[0] + action,
        _ => action,
    };

    private SentForm Filled(IHtmlFormElement form)
    {
        var radios = new HashSet<string>();
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input[name]"))
        {
            var name = input.Name ?? "";
            if (input.Type == "file")
                files.Add(name);
            else if (input.Type == "radio" && (input.IsChecked || form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").All(other => other.Name != name || !other.IsChecked)))
            {
                if (radios.Add(name))
                    Add(name, input.Value);
            }
            else if (input.Type == "checkbox" && (input.IsChecked || (input.Value is not ("true" or "on") && radios.Add(name))))
                Add(name, input.Value);
            else if (input.Type is not ("radio" or "checkbox" or "submit"))
            {
                Add(name, input.Value.Length > 0 ? input.Value : Usual(input));
                if (input.Type is "text" or "tel" or "search" or "email")
                    typed.Add(name);
            }
        }

        foreach (var area in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea[name]"))
        {
            typed.Add(area.Name ?? "");
            Add(area.Name ?? "", area.Value.Length > 0 ? area.Value : "情况已经了解，意见附后。");
        }

        foreach (var list in form.QuerySelectorAll<IHtmlSelectElement>("select[name]"))
            Add(list.Name ?? "", list.Value is { Length: > 0 } chosen ? chosen : list.Options.Select(option => option.Value).FirstOrDefault(value => value.Length > 0) ?? "");
        return this;
    }

    private static string Usual(IHtmlInputElement input) => input.Type switch
    {
        "date" => OfficeClock.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "number" => "1",
        "hidden" => "",
        "password" => "Another@2027x",
        _ => "情况说明",
    };

    private void Add(string name, string value) => fields.Add(KeyValuePair.Create(name, value));
}
