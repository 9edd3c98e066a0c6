using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;

namespace Proposals.Assignment;

/// <summary>What the opinions of other units mean for our reply.</summary>
public static class UnitOpinions
{
    /// <summary>Who owes us an opinion still.</summary>
    public static IEnumerable<CaseUnit> Missing(Handling.ProposalCase subject) => subject.CoOrganizers().Where(unit => unit.AnsweredOn is null);

    /// <summary>It gave its opinion before this round began, and may give another one.</summary>
    public static bool IsOfEarlierRound(Handling.ProposalCase subject, CaseUnit unit) => unit.AnsweredOn < subject.RoundBeganOn;

    /// <summary>Whose opinion may come now: who owes it, then who gave it in an earlier round.</summary>
    public static IEnumerable<CaseUnit> MayAnswer(Handling.ProposalCase subject) =>
        Missing(subject).Concat(subject.CoOrganizers().Where(unit => IsOfEarlierRound(subject, unit)));

    /// <summary>Of these, who was not asked yet, or not in this round.</summary>
    public static IEnumerable<CaseUnit> MayBeAsked(Handling.ProposalCase subject, IReadOnlyList<Deadline> lines) =>
        MayAnswer(subject).Where(unit => !lines.Any(line => line.Kind == DeadlineKind.UnitOpinion && line.SubjectId == unit.Id && line.IsOpen));

    /// <summary>Contradicting opinions that neither a meeting nor a leader settled.</summary>
    public static IEnumerable<CaseUnit> Unsettled(Handling.ProposalCase subject) => subject.CoOrganizers().Where(unit => unit is { Stance: UnitStance.Differs, SettledOn: null });

    /// <summary>Null when no contradiction stands in the way of a signature.</summary>
    public static Refusal? Gate(CaseScene scene, string act)
    {
        var units = Unsettled(scene.Case).ToList();
        return units.Count > 0
            ? UnitRefusals.Unsettled(act, string.Join('、', units.Select(unit => unit.Name)))
            : scene.NotBefore(scene.Case.CoOrganizers().Max(unit => unit.SettledOn));
    }

    /// <summary>The handler is asked for what is missing, from the moment there is one until the reply is signed.</summary>
    public static async Task CollectAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Case is { AcceptedOn: not null, ClosedOn: null, Ending: null } && scene.Reply?.SignedOn is null && Missing(scene.Case).Any()
            && !await scene.RunsAsync(OfficeWorkflows.UnitOpinions, cancellationToken))
        {
            scene.Begins(OfficeWorkflows.UnitOpinions);
        }
    }

    /// <summary>Nobody owes an opinion any more: the last one came, or was struck out.</summary>
    public static void EndIfAllIn(CaseScene scene)
    {
        if (!Missing(scene.Case).Any())
        {
            scene.Means(AssignmentSteps.Collect, "AllIn");
        }
    }

    /// <summary>The reply is signed without what is missing; nobody waits for it any longer.</summary>
    public static void Close(CaseScene scene)
    {
        var missing = Missing(scene.Case).ToList();
        foreach (var unit in missing)
        {
            scene.Deadlines.Drop(DeadlineKind.UnitOpinion, unit.Id, scene.OccurredOn);
        }

        if (scene.Case.CoOrganizers().Any())
        {
            scene.Means(AssignmentSteps.Collect, missing.Count > 0 ? "Missing" : "AllIn");
        }
    }

    /// <summary>The unit that an act names, where we lead the case and it is still open.</summary>
    internal static (CaseUnit? Unit, Refusal? Refusal) Find(CaseScene scene, Guid unitId) =>
        Check(scene) is { } refusal ? (null, refusal)
        : scene.Case.CoOrganizers().FirstOrDefault(unit => unit.Id == unitId) is { } unit ? (unit, null)
        : (null, UnitRefusals.UnknownUnit);

    internal static Refusal? Check(CaseScene scene) =>
        scene.Case.OurRole != Intake.OurRole.LeadOrganizer ? UnitRefusals.WeDoNotLead
        : scene.Case.AcceptedOn is null ? UnitRefusals.NotAccepted
        : scene.Case.ClosedOn is not null ? ActRefusals.WrongState(scene.Case.State)
        : null;
}
