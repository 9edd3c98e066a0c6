using Proposals.Deadlines;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>Whether a definition may go live: it runs, it is sound, and no way through it breaks a rule of the office. What it finds stands in the designer, on our pages and on the command line alike.</summary>
public static class PublishGate
{
    /// <summary>Every finding; errors keep the definition from being published.</summary>
    /// <param name="today">Of the office.</param>
    public static IReadOnlyList<Problem> Check(string json, ActivityCatalogue catalogue, FindDefinition? findInner, RuleBook book, DateOnly today)
    {
        var loaded = DefinitionReader.Load(json, catalogue, findInner);
        return loaded.Definition is { } definition ? [.. loaded.Problems, .. Prove(json, catalogue, findInner, RulesOf(definition.DefinitionId, book, today))] : loaded.Problems;
    }

    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<ProofRule> RulesOf(string definitionId, RuleBook book, DateOnly today)
    {
        var ground = GateGround.Of(definitionId, book, today);
        return
        [
            .. FlowRules.All,
            new EveryStepHasAnAct(),
            new EveryStepHasAnOwner(),
            new EveryStepHasATerm(book.InForceOn(today)),
            new ConsultedBeforeSigned(ground),
            new SignedBeforeDelivered(ground),
            new FeedbackBeforeClosed(ground),
            new UnsatisfiedGoesBack(ground),
        ];
    }

    public static IReadOnlyList<Problem> Prove(string json, ActivityCatalogue catalogue, FindDefinition? findInner, IReadOnlyList<ProofRule> rules) =>
        FlowProof.Of(json, catalogue, findInner)?.Check(rules) ?? [];
}
