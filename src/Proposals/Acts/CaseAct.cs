using System.Text.Json.Serialization;

namespace Proposals.Acts;

/// <summary>One thing a person does to a case: the command and, in <see cref="ApplyAsync"/>, its rules. Its properties are what the audit entry keeps.</summary>
public abstract record CaseAct
{
    [JsonIgnore]
    public string Name => GetType().Name;

    /// <summary>Whether it may still be done once the case left the bureau without a reply.</summary>
    [JsonIgnore]
    public virtual bool IsForEndedCases => false;

    /// <summary>Whether it may be done while something beside the ordinary steps has to be decided first (退办报批, 提出异议).</summary>
    [JsonIgnore]
    public virtual bool IsForHeldCases => false;

    /// <summary>Changes the facts in the scene, or says why not. Whatever it did before refusing is rolled back.</summary>
    public abstract Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken);
}

/// <summary>One act of a form, with whose decision it was and when. Without a decider the sender decided.</summary>
public sealed record ActLine(CaseAct Act)
{
    public DateOnly? OccurredOn { get; init; }

    /// <summary>代录: the person who decided on paper.</summary>
    public Guid? DecidedById { get; init; }

    /// <summary>Picture of the paper.</summary>
    public Handling.FileId? OriginalId { get; init; }
}

/// <summary>What a form sends. Several lines are one sheet of paper that carries several decisions; they are done together or not at all.</summary>
public sealed record ActRequest(Guid ActorId, Guid IdempotencyKey, int Revision, params IReadOnlyList<ActLine> Lines);

/// <summary>Done, done before (the same form sent twice), or refused.</summary>
public sealed record ActOutcome(Handling.CaseId CaseId, int Revision, Refusal? Refusal = null, bool WasRepeated = false)
{
    public bool IsDone => Refusal is null;

    /// <summary>Deadlines that moved because a date was corrected.</summary>
    public IReadOnlyList<Deadlines.MovedDate> Moved { get; init; } = [];

    /// <summary>Which of several lines was refused, from 0.</summary>
    public int Line { get; init; }
}
