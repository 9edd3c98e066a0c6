using Proposals.Acts;
using Proposals.Consultation;

namespace Proposals.Deadlines;

/// <summary>改用办理规则: the case is moved to another version of the rule profile, on purpose. What is owed gets the terms of that version; what was met stays.</summary>
public sealed record ApplyRules(int Version, string Reason) : CaseAct
{
    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (subject.ArchivedOn is not null)
            return ActRefusals.WrongState(subject.State);
        if (scene.Book.Versions.FirstOrDefault(known => known.Version == Version) is not { } next || next.EffectiveFrom > scene.Today || Version == subject.RulesVersion)
            return RuleRefusals.NoSuchVersion(Version);
        if (ActRefusals.Check(nameof(Reason), Reason) is { } refusal)
            return refusal;
        var stand = await RoundStand.ReadAsync(scene, cancellationToken);
        subject.RulesVersion = Version;
        scene.Moved.AddRange(scene.Adopt(scene.Book.Of(next)));
        return await stand.SettleAsync(scene, cancellationToken);
    }
}
