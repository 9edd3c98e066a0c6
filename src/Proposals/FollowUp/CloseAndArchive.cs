using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.FollowUp;

/// <summary>办结归档: the whole file is put together and laid down.</summary>
public sealed record CloseAndArchive : CaseAct
{
    public string Remark { get; init; } = "";

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        return Task.FromResult(Apply(scene));
    }

    private Refusal? Apply(CaseScene scene)
    {
        if (scene.Case.ClosedOn is null || scene.Case.ArchivedOn is not null)
        {
            return FollowUpRefusals.NotClosed;
        }

        var refusal = scene.NotBefore(scene.Case.ClosedOn) ?? ActRefusals.Check(nameof(Remark), Remark, required: false);
        if (refusal is not null)
        {
            return refusal;
        }

        scene.Case.ArchivedOn = scene.OccurredOn;
        scene.Deadlines.Meet(DeadlineKind.Archive, scene.OccurredOn);
        scene.LayAside(scene.OccurredOn);
        scene.Means(FollowUpSteps.Archive, "Archived");
        return null;
    }
}
