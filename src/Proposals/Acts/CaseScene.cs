using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Workflows.Execution;

namespace Proposals.Acts;

/// <summary>Everything one act may see and change: the case and its facts inside the running transaction, who decided, and when.</summary>
public sealed class CaseScene(ProposalsDbContext db, ProposalCase subject, DeadlineLedger deadlines, RuleBook book, DateTimeOffset now)
{
    private readonly List<AttachedPaper> attached = [];
    private readonly List<(IReadOnlyList<string> ActivityTypes, string Port)> meanings = [];
    private readonly List<string> begun = [];
    private readonly HashSet<string> ended = [];
    private readonly List<StepPart> parts = [];
    private readonly List<string> widened = [];

    public ProposalsDbContext Db => db;

    public ProposalCase Case => subject;

    public DeadlineLedger Deadlines => deadlines;

    /// <summary>All versions of the rules.</summary>
    public RuleBook Book => book;

    /// <summary>What the case is handled under.</summary>
    public RulesInForce Rules { get; private set; } = book.Of(book[subject.RulesVersion]);

    public RuleProfile Profile => Rules.Profile;

    public WorkCalendar Calendar => Rules.Calendar;

    public DateTimeOffset Now => now;

    public DateOnly Today { get; } = OfficeClock.Day(now);

    /// <summary>Whose decision it is.</summary>
    public Person Decider { get; private set; } = null!;

    /// <summary>Who entered it; null when the system acts.</summary>
    public Person? Actor { get; private set; }

    public DateOnly OccurredOn { get; private set; }

    /// <summary>The paper on which it was decided came with it.</summary>
    public bool HasOriginal { get; private set; }

    /// <summary>It happened before the case came in from the office's earlier ledger: what would prove it lies in the paper files of that time.</summary>
    public bool IsTakenOver => subject.TakenOverOn is { } taken && OccurredOn <= taken;

    /// <summary>The reply of the current round, once one was begun.</summary>
    public WrittenReply? Reply { get; set; }

    /// <summary>Which waiting steps this act means: of each line the first of the activity types that waits is answered by the port, after the facts are written.</summary>
    public IReadOnlyList<(IReadOnlyList<string> ActivityTypes, string Port)> Meanings => meanings;

    /// <summary>Workflows that this act begins beside the main one, once its own step is answered.</summary>
    public IReadOnlyList<string> Begun => begun;

    /// <summary>Workflows beside the main one that this act ends, whatever they still wait for.</summary>
    public IReadOnlySet<string> Ended => ended;

    /// <summary>The engine's event that this act is, where it means no person's step.</summary>
    public WorkflowEvent? Happened { get; private set; }

    /// <summary>更正: what stood in the fields before, in the order in which they were corrected.</summary>
    public List<CorrectedLine> Corrected { get; } = [];

    /// <summary>Deadlines that moved because the day they count from was corrected.</summary>
    public List<MovedDate> Moved { get; } = [];

    /// <summary>Nobody decided: a timer fired.</summary>
    public bool IsSystem { get; private set; }

    public void Enter(Person? actor, Person decider, DateOnly occurredOn, bool hasOriginal = false)
    {
        Actor = actor;
        Decider = decider;
        OccurredOn = occurredOn;
        HasOriginal = hasOriginal;
        meanings.Clear();
        begun.Clear();
        ended.Clear();
        Corrected.Clear();
        Moved.Clear();
        parts.Clear();
        widened.Clear();
        Happened = null;
    }

    public void EnterSystem()
    {
        IsSystem = true;
        OccurredOn = Today;
    }

    public void Tells(WorkflowEvent happened) => Happened = happened;

    /// <summary>An act may mean steps of several workflows of its case; each is answered if it waits.</summary>
    public void Means(string activityType, string port) => meanings.Add(([activityType], port));

    public void MeansFirstOf(IReadOnlyList<string> activityTypes, string port) => meanings.Add((activityTypes, port));

    /// <summary>Has something decided beside the case's main workflow.</summary>
    /// <param name="definitionId">One of <see cref="Designer.OfficeWorkflows"/>.</param>
    public void Begins(string definitionId) => begun.Add(definitionId);

    /// <summary>Has something that was decided beside the case's main workflow not be asked any more.</summary>
    public void Ends(string definitionId) => ended.Add(definitionId);

    /// <summary>Parts of steps that are settled without ending the step: one department of several has answered.</summary>
    public IReadOnlyList<StepPart> Parts => parts;

    /// <summary>Steps that more people are asked in than when they opened.</summary>
    public IReadOnlyList<string> Widened => widened;

    public void AnswersPart(string activityType, DepartmentId department) => parts.Add(new StepPart(activityType, department, IsAnswer: true));

    public void WithdrawsPart(string activityType, DepartmentId department) => parts.Add(new StepPart(activityType, department, IsAnswer: false));

    public void Widens(string activityType) => widened.Add(activityType);

    /// <summary>From now on the case is handled under these.</summary>
    public IReadOnlyList<MovedDate> Adopt(RulesInForce next)
    {
        Rules = next;
        return deadlines.Adopt(next);
    }

    /// <summary>Whether a workflow of this definition is on its way beside the main one.</summary>
    public async Task<bool> RunsAsync(string definitionId, CancellationToken cancellationToken)
    {
        var caseId = subject.Id;
        await db.WorkflowInstances.Where(instance => instance.CaseId == caseId && instance.FinishedAt == null).LoadAsync(cancellationToken);
        var versions = db.InHand<WorkflowInstance>().Where(instance => instance.CaseId == caseId && instance.FinishedAt is null).Select(instance => instance.DefinitionVersionId).ToList();
        return await db.WorkflowDefinitions.AnyAsync(version => versions.Contains(version.Id) && version.DefinitionId == definitionId, cancellationToken);
    }

    /// <summary>Null when the act lies on or after what it depends on.</summary>
    public Refusal? NotBefore(DateOnly? cause) =>
        cause is { } earliest && OccurredOn < earliest ? ActRefusals.BeforeItsCause(OccurredOn, earliest) : null;

    /// <summary>The papers this act made part of the case, with their hashes, so that the chain binds their bytes too; taken once.</summary>
    public IReadOnlyList<AttachedPaper> TakeAttached()
    {
        AttachedPaper[] taken = [.. attached];
        attached.Clear();
        return taken;
    }

    public Task<Person?> FindPersonAsync(Guid id, CancellationToken cancellationToken) => ActQueries.PersonAsync(db, id, cancellationToken);

    /// <summary>Makes uploaded papers part of the case. Null when all of them exist and are not another case's.</summary>
    public async Task<Refusal?> AttachAsync(IReadOnlyCollection<FileId> files, string to, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
        {
            return null;
        }

        var caseId = subject.Id;
        var uploader = (Actor ?? Decider).Id;
        var found = await db.Files.Where(file => files.Contains(file.Id) && (file.CaseId == caseId || (file.CaseId == null && file.UploadedById == uploader))).ToListAsync(cancellationToken);
        if (found.Find(file => file.VoidedOn is not null) is { } struck)
        {
            return ActRefusals.VoidedFile(struck.Name);
        }

        foreach (var file in found)
        {
            file.CaseId = caseId;
            file.AttachedTo ??= to;
            attached.Add(new AttachedPaper(file.Id, file.Sha256));
        }

        return found.Count == files.Distinct().Count() ? null : ActRefusals.UnknownFile;
    }
}

/// <summary>A corrected field as the audit entry names it.</summary>
public sealed record CorrectedLine(string Field, Guid? Row, string Before, string After);

/// <summary>One department's part of a step that several have.</summary>
public sealed record StepPart(string ActivityType, DepartmentId Department, bool IsAnswer);

/// <summary>A paper as the audit entry names it.</summary>
public sealed record AttachedPaper(FileId Id, string Sha256);
