using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>One look at one version by one stage: passed, signed or sent back, with the opinion.</summary>
public sealed class ReplyReview
{
    public required Guid Id { get; init; }

    public required ReplyId ReplyId { get; init; }

    public required int Version { get; init; }

    public required ReviewStage Stage { get; init; }

    public required bool Agreed { get; init; }

    public string Opinion { get; init; } = "";

    public required Guid ReviewerId { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>系统跳过: the reviewer had just decided the stage before.</summary>
    public bool WasSkipped { get; init; }

    /// <summary>A skipped check leaves the same mark as a passed one; a skipped signature leaves none, because the system signs nothing.</summary>
    internal static void MarkSkipped(CaseScene scene, string activityType)
    {
        ReviewStage? stage = activityType switch
        {
            ReplySteps.Head => ReviewStage.Head,
            ReplySteps.Office => ReviewStage.Office,
            _ => null,
        };
        if (stage is not { } skipped || scene.Reply is not { } reply)
        {
            return;
        }

        scene.Db.ReplyReviews.Add(new ReplyReview
        {
            Id = TimedId.At(scene.Now),
            ReplyId = reply.Id,
            Version = reply.Version,
            Stage = skipped,
            Agreed = true,
            ReviewerId = scene.Decider.Id,
            On = scene.OccurredOn,
            WasSkipped = true,
        });
        if (skipped == ReviewStage.Office)
        {
            reply.CheckedOn = scene.OccurredOn;
        }
    }
}

/// <summary>In the order of the signing sheet (发文稿纸).</summary>
public enum ReviewStage
{
    Head,
    Office,
    Deputy,
    Principal,
}
