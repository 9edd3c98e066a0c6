using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>What the four stages of the signing sheet share: agree, or send back with an opinion.</summary>
public abstract record ReviewAct(bool Agrees) : CaseAct
{
    public string Opinion { get; init; } = "";

    protected abstract ReviewStage Stage { get; }

    protected abstract string ActivityType { get; }

    protected abstract string AgreeingPort { get; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var refusal = Apply(scene);
        if (refusal is null && scene.Reply?.SignedOn is not null)
        {
            await CoDepartmentWork.CloseAsync(scene, cancellationToken);
        }

        return refusal;
    }

    /// <summary>What agreeing means at this stage beyond its mark on the sheet.</summary>
    protected virtual Refusal? Agree(CaseScene scene, WrittenReply reply) => null;

    private Refusal? Apply(CaseScene scene)
    {
        var refusal = scene.Reply switch
        {
            { SignedOn: not null } => ReplyRefusals.AlreadySigned,
            null or { SubmittedOn: null } => ReplyRefusals.NothingSubmitted,
            { } submitted => scene.NotBefore(submitted.SubmittedOn),
        };
        refusal ??= ActRefusals.Check(nameof(Opinion), Opinion, required: !Agrees);
        if (refusal is not null || scene.Reply is not { } reply)
        {
            return refusal;
        }

        if (Agrees && Agree(scene, reply) is { } notYet)
        {
            return notYet;
        }

        scene.Db.ReplyReviews.Add(new ReplyReview
        {
            Id = TimedId.At(scene.Now),
            ReplyId = reply.Id,
            Version = reply.Version,
            Stage = Stage,
            Agreed = Agrees,
            Opinion = Opinion,
            ReviewerId = scene.Decider.Id,
            On = scene.OccurredOn,
        });
        if (!Agrees)
        {
            reply.SubmittedOn = null;
            reply.CheckedOn = null;
            reply.TimesSentBack++;
        }

        if (Agrees)
        {
            scene.Means(ActivityType, AgreeingPort);
        }
        else
        {
            // Whoever sends it back, it is the draft's turn: the review that waits is answered, his own or another's.
            scene.MeansFirstOf([ActivityType, .. ReplySteps.Reviews], "SentBack");
        }

        return null;
    }

    protected static Refusal? Sign(CaseScene scene, WrittenReply reply, string act)
    {
        if (Gate(scene, act) is { } lacking)
        {
            return lacking;
        }

        // A signature lies on or after every look at the text it signs.
        var looked = reply.Reviews.Where(review => review.Version == reply.Version && review.Agreed).Select(review => (DateOnly?)review.On).Max();
        if (scene.NotBefore(looked) is { } tooEarly)
        {
            return tooEarly;
        }

        reply.SignedOn = scene.OccurredOn;
        reply.SignedById = scene.Decider.Id;
        UnitOpinions.Close(scene);
        return null;
    }

    /// <summary>What must be there before a leader puts his name to it.</summary>
    protected static Refusal? Gate(CaseScene scene, string act) => ConsultationTally.Gate(scene, act) ?? UnitOpinions.Gate(scene, act);
}

/// <summary>科室审核.</summary>
public sealed record ReviewByHead(bool Agrees) : ReviewAct(Agrees)
{
    protected override ReviewStage Stage => ReviewStage.Head;

    protected override string ActivityType => ReplySteps.Head;

    protected override string AgreeingPort => "Passed";
}

/// <summary>办公室核稿.</summary>
public sealed record ReviewByOffice(bool Agrees) : ReviewAct(Agrees)
{
    protected override ReviewStage Stage => ReviewStage.Office;

    protected override string ActivityType => ReplySteps.Office;

    protected override string AgreeingPort => "Passed";

    protected override Refusal? Agree(CaseScene scene, WrittenReply reply)
    {
        reply.CheckedOn = scene.OccurredOn;
        return null;
    }
}

/// <summary>分管领导签发: signs, or where the principal must sign, agrees on the way to him.</summary>
public sealed record ReviewByDeputy(bool Agrees) : ReviewAct(Agrees)
{
    protected override ReviewStage Stage => ReviewStage.Deputy;

    protected override string ActivityType => ReplySteps.Deputy;

    protected override string AgreeingPort => "Signed";

    protected override Refusal? Agree(CaseScene scene, WrittenReply reply)
    {
        var leavesItToThePrincipal = CaseFacts.PrincipalSigns(scene.Case, reply, scene.Profile) && !scene.Decider.Duties.HasFlag(People.Duty.Principal);
        return leavesItToThePrincipal ? Gate(scene, Name) : Sign(scene, reply, Name);
    }
}

/// <summary>主要领导签发.</summary>
public sealed record SignReply(bool Agrees) : ReviewAct(Agrees)
{
    protected override ReviewStage Stage => ReviewStage.Principal;

    protected override string ActivityType => ReplySteps.Principal;

    protected override string AgreeingPort => "Signed";

    protected override Refusal? Agree(CaseScene scene, WrittenReply reply) => Sign(scene, reply, Name);
}
