using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>A definition laid open for the rules that it is held against before it goes live.</summary>
public sealed class FlowProof
{
    private readonly Lazy<StateSpace> explored;
    private readonly Lazy<IReadOnlySet<ActivityNode>?> met;

    private FlowProof(WorkflowDefinition definition)
    {
        Definition = definition;
        Activities = [.. definition.AllNodes.Where(node => node.Written is not null).OrderBy(node => node.Key, StringComparer.Ordinal).Select(node => new ProvenActivity(node))];
        explored = new Lazy<StateSpace>(() => StateSpace.Of(definition));
        met = new Lazy<IReadOnlySet<ActivityNode>?>(() => Space is { IsWhole: true } space ? space.Met : null);
    }

    /// <summary>Every activity, those inside workflows used as activities too.</summary>
    public IReadOnlyList<ProvenActivity> Activities { get; }

    internal WorkflowDefinition Definition { get; }

    /// <summary>Null where a loop never waits, so that not all could be walked.</summary>
    internal StateSpace? Space => explored.Value.Busy is null ? explored.Value : null;

    /// <summary>What had its turn on some way; null where not every way was walked.</summary>
    internal IReadOnlySet<ActivityNode>? Met => met.Value;

    internal StateSpace Explored => explored.Value;

    /// <summary>Null for what <see cref="DefinitionReader.Load"/> refuses.</summary>
    public static FlowProof? Of(string json, ActivityCatalogue catalogue, FindDefinition? findInner = null) =>
        DefinitionReader.LoadForProof(json, catalogue, findInner) is { } definition ? new FlowProof(definition) : null;

    public IReadOnlyList<Problem> Check(IEnumerable<ProofRule> rules) => [.. rules.SelectMany(rule => rule.Check(this))];

    /// <summary>As the drawing shows it: what stands inside a workflow used as an activity has that activity's id.</summary>
    internal static string OnCanvas(ActivityNode node) => node.Key.Split(':')[0];

    /// <summary>Only what the drawing itself shows: a container stands for what is in it.</summary>
    internal static IReadOnlyList<PathStep> PathOf(IEnumerable<(ActivityNode Node, string Port)> passed) =>
        [.. passed.Where(step => IsOnCanvas(step.Node)).Select(step => new PathStep(step.Node.Id, step.Port))];

    private static bool IsOnCanvas(ActivityNode node) => node.Parent is { Parent: null } && !node.Key.Contains(':', StringComparison.Ordinal);
}

/// <summary>An activity as a rule sees it.</summary>
public sealed class ProvenActivity
{
    internal ProvenActivity(ActivityNode node) => Node = node;

    /// <summary>Of the drawing.</summary>
    public string Id => FlowProof.OnCanvas(Node);

    public string Title => Node.Activity.DisplayText;

    public ActivityDescriptor Descriptor => Node.Activity.Descriptor;

    public string Type => Node.Type;

    /// <summary>Only activities of <see cref="FlowProof.Activities"/> and those that were passed are seen, and these were compiled for the proof.</summary>
    public WrittenInputs Written => Node.Written ?? throw new InvalidOperationException($"{Node.Key} was not compiled for a proof.");

    internal ActivityNode Node { get; }
}
