using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>重新计算期限: calendars or rules changed, and what the case owes is dated anew. The system's own act; its entry lists what moved.</summary>
public sealed record RedateCase(int RulesRevision) : CaseAct
{
    public override bool IsForEndedCases => true;

    public override bool IsForHeldCases => true;

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        // Another process may have come first.
        if (!scene.Deadlines.Lines.Any(line => line.IsOpen && line.RulesRevision < RulesRevision))
            return Task.FromResult<Refusal?>(RuleRefusals.Overtaken);
        scene.Deadlines.KeepsRungs = true;
        scene.Moved.AddRange(scene.Deadlines.Redate());
        return Task.FromResult<Refusal?>(null);
    }
}
