using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>电话催办: whom the office rang, and what was said.</summary>
public sealed record UrgeByPhone(string Whom, string Text) : CaseAct
{
    public override bool IsForHeldCases => true;

    public override Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var refusal = ActRefusals.Check(nameof(Whom), Whom, Lengths.Name) ?? ActRefusals.Check(nameof(Text), Text);
        if (refusal is null)
        {
            scene.Db.Urgings.Add(new Urging
            {
                Id = TimedId.At(scene.Now),
                CaseId = scene.Case.Id,
                Whom = Whom,
                Text = Text,
                On = scene.OccurredOn,
                ById = scene.Decider.Id,
            });
        }

        return Task.FromResult(refusal);
    }
}
