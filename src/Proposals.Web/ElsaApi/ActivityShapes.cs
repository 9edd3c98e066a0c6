using Microsoft.Extensions.Localization;
using Proposals.Web.Face;
using Proposals.Web.Pages.Designer.Studio;
using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>The catalogue in the shape of Studio's palette and in the reader's language.</summary>
internal sealed class ActivityShapes(ActivityCatalogue catalogue, IStringLocalizer<StudioText> text)
{
    private const string FlowPort = "Flow";
    private const string EmbeddedPort = "Embedded";

    private static readonly ActivityDescriptor Placeholder = new(CanvasFacts.Placeholder, ActivityKind.Flow, new BilingualText("未识别的步骤", "Unknown activity")) { Category = "Flow" };

    public IReadOnlyList<ActivityShape> All() => [.. catalogue.All.Append(Placeholder).Select(Of)];

    public ActivityShape? Find(string type) => catalogue.TryFind(type, out var activity) ? Of(activity) : null;

    private ActivityShape Of(ActivityDescriptor activity)
    {
        var dot = activity.Type.LastIndexOf('.');
        var drawn = CanvasFacts.Of(activity.Type);
        return new ActivityShape(activity.Type, activity.Type[..dot], activity.Type[(dot + 1)..], CategoryOf(activity), Word(activity.Name), activity.Description is { } words ? Word(words) : null)
        {
            Kind = drawn.Kind,
            Inputs = [.. drawn.Parts.Concat(activity.Inputs).Select(InputOf)],
            Outputs = [.. activity.Outputs.Select((output, order) => new OutputShape(Pascal(output.Name), output.TypeName, Word(output.Text)) { Order = order })],
            Ports = [.. activity.Slots.Select(slot => new PortShape(Pascal(slot.Name), Word(slot.Text), EmbeddedPort)), .. activity.Ports.Select(port => new PortShape(port.Name, Word(port.Text), FlowPort))],
            CustomProperties = new Dictionary<string, object> { ["icon"] = activity.Icon, ["kind"] = activity.Kind.ToString() },
            IsContainer = activity.IsContainer,
            IsBrowsable = drawn.IsOffered && !activity.IsContainer,
            IsStart = drawn.IsStart,
            IsTerminal = activity.IsTerminal,
        };
    }

    /// <summary>Studio has a drawer of the palette for each.</summary>
    private string CategoryOf(ActivityDescriptor activity)
    {
        var words = text[$"Category_{(activity.Kind == ActivityKind.Flow ? activity.Category : activity.Kind.ToString())}"];
        return words.ResourceNotFound ? activity.Category : words;
    }

    private static InputShape InputOf(InputDescriptor input, int order) =>
        new(Pascal(input.Name), input.TypeName, Word(input.Text), InputEditors.HintOf(input))
        {
            Order = order,
            IsWrapped = InputEditors.IsWrapped(input),
            DefaultValue = InputEditors.DefaultOf(input),
            DefaultSyntax = InputEditors.SyntaxOf(input),
            UiSpecifications = InputEditors.SpecificationsOf(input, Word),
        };

    private static string Word(BilingualText text) => Languages.IsEnglish ? text.English : text.Chinese;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
