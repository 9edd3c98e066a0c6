using Proposals.Workflows.Catalogue;

namespace Proposals.Web.ElsaApi;

/// <summary>What only a drawing surface asks of Elsa's own activities.</summary>
internal sealed record CanvasFacts
{
    private static readonly CanvasFacts Plain = new();

    private static readonly Dictionary<string, CanvasFacts> Known = new()
    {
        ["Elsa.Start"] = new() { IsStart = true },
        ["Elsa.End"] = new() { IsTerminal = true },
        ["Elsa.Finish"] = new() { IsTerminal = true },
        ["Elsa.Break"] = new() { IsTerminal = true },
        ["Elsa.Complete"] = new() { IsTerminal = true },
        ["Elsa.Flowchart"] = new() { IsContainer = true },
        ["Elsa.Sequence"] = new() { IsContainer = true },
        ["Elsa.Parallel"] = new() { IsContainer = true },
        ["Elsa.SetVariable"] = new() { Inputs = [new("variable", "Variable", new("变量", "Variable"))] },
        ["Elsa.FlowSwitch"] = new() { Inputs = [new("cases", "FlowSwitchCases", new("分支", "Cases"))] },
        ["Elsa.Switch"] = new() { Inputs = [new("cases", "SwitchCases", new("分支", "Cases"))] },
    };

    public bool IsStart { get; private init; }

    public bool IsTerminal { get; private init; }

    public bool IsContainer { get; private init; }

    /// <summary>Parts of the activity that Studio edits in place and the engine reads by itself.</summary>
    public IReadOnlyList<InputDescriptor> Inputs { get; private init; } = [];

    public static CanvasFacts Of(string type) => Known.GetValueOrDefault(type, Plain);
}
