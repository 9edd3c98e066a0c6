using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>What only a drawing surface asks of some of Elsa's own activities, and the catalogue has no use for.</summary>
internal sealed record CanvasFacts
{
    /// <summary>Stands for an activity of a type that nobody here knows.</summary>
    public const string Placeholder = "Elsa.NotFoundActivity";

    private static readonly CanvasFacts Plain = new();

    private static readonly Dictionary<string, CanvasFacts> Known = new()
    {
        ["Elsa.Start"] = new() { IsStart = true },
        ["Elsa.Event"] = new() { Kind = "Trigger" },
        ["Elsa.Timer"] = new() { Kind = "Trigger" },
        ["Elsa.StartAt"] = new() { Kind = "Trigger" },
        ["Elsa.SetVariable"] = new() { Parts = [new("variable", InputEditors.VariableType, new("变量", "Variable"))] },
        ["Elsa.FlowSwitch"] = new() { Parts = [new("cases", "FlowSwitchCases", new("分支", "Cases"))] },
        ["Elsa.Switch"] = new() { Parts = [new("cases", "SwitchCases", new("分支", "Cases"))] },
        // Studio has no editor for its branches.
        ["Elsa.Fork"] = new() { IsOffered = false },
        [Placeholder] = new() { IsOffered = false },
    };

    public bool IsStart { get; private init; }

    /// <summary>A trigger may be marked as what starts the workflow.</summary>
    public string Kind { get; private init; } = "Action";

    public bool IsOffered { get; private init; } = true;

    /// <summary>Parts that no expression stands around: Studio edits them in place and the engine reads them by itself.</summary>
    public IReadOnlyList<InputDescriptor> Parts { get; private init; } = [];

    public static CanvasFacts Of(string type) => Known.GetValueOrDefault(type, Plain);
}
