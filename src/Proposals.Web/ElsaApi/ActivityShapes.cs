using Microsoft.Extensions.Localization;
using Proposals.Web.Face;
using Proposals.Web.Pages.Designer.Studio;
using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>The catalogue in the shape of Studio's palette and in the reader's language.</summary>
internal sealed class ActivityShapes(ActivityCatalogue catalogue, IStringLocalizer<StudioText> text)
{
    /// <summary>The canvas itself: Studio asks for its descriptor as for any other activity's.</summary>
    private static readonly ActivityDescriptor Canvas = new("Elsa.Flowchart", ActivityKind.Flow, new BilingualText("流程图", "Flowchart")) { Category = "Flow", Icon = "diagram-2" };

    public IReadOnlyList<ActivityShape> All() => [.. catalogue.All.Append(Canvas).DistinctBy(activity => activity.Type).Select(Of)];

    public ActivityShape? Find(string type) => All().FirstOrDefault(shape => shape.TypeName == type);

    private ActivityShape Of(ActivityDescriptor activity)
    {
        var dot = activity.Type.LastIndexOf('.');
        var drawn = CanvasFacts.Of(activity.Type);
        return new ActivityShape(activity.Type, activity.Type[..dot], activity.Type[(dot + 1)..], CategoryOf(activity), Word(activity.Name), activity.Description is { } words ? Word(words) : null)
        {
            Inputs = [.. drawn.Inputs.Concat(activity.Inputs).Select(InputOf)],
            Outputs = [],
            Ports = [.. activity.Ports.Select(port => new PortShape(port.Name, Word(port.Text), "Flow"))],
            CustomProperties = new Dictionary<string, object> { ["icon"] = activity.Icon, ["kind"] = activity.Kind.ToString() },
            IsContainer = drawn.IsContainer,
            IsBrowsable = !drawn.IsContainer,
            IsStart = drawn.IsStart,
            IsTerminal = drawn.IsTerminal,
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
            UiSpecifications = InputEditors.SpecificationsOf(input, Word),
        };

    private static string Word(BilingualText text) => Languages.IsEnglish ? text.English : text.Chinese;

    private static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
