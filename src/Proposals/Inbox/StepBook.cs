using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Inbox;

/// <summary>Turns what the engine wants of people into steps and work items.</summary>
public sealed partial class StepBook(ProposalsDbContext db, OfficeRules rules)
{
    private static readonly ReadyQuery<Func<ProposalsDbContext, CaseId, IAsyncEnumerable<Step>>> Waiting = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, CaseId id) => db.Steps.Include(step => step.WorkItems).Where(step => step.CaseId == id && step.State == StepState.Waiting)));

    private static readonly ReadyQuery<Func<ProposalsDbContext, Guid, CancellationToken, Task<bool>>> IsPresent = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, Guid id, CancellationToken cancellationToken) => db.Users.Any(person => person.Id == id && !person.IsDisabled)));

    private readonly List<Step> skippable = [];

    /// <summary>The waiting step of the first of these activity types that waits.</summary>
    public async Task<Step?> WaitingAsync(CaseId caseId, IReadOnlyList<string> activityTypes, CancellationToken cancellationToken)
    {
        // All of them, whatever their types: a case has few, and a query with a list in it is put into words anew each time.
        await Waiting.For(db)(db, caseId).ToListAsync(cancellationToken);
        var waiting = db.InHand<Step>().Where(step => step.CaseId == caseId && step.State == StepState.Waiting).ToList();
        return activityTypes.Select(type => waiting.Find(step => step.ActivityType == type)).FirstOrDefault(step => step is not null);
    }

    /// <summary>The step of the first of these activity types that this act has opened.</summary>
    public Step? JustOpened(CaseId caseId, IReadOnlyList<string> activityTypes)
    {
        var opened = db.InHand<Step>().Where(step => step.CaseId == caseId && step.State == StepState.Waiting && db.Entry(step).State == EntityState.Added).ToList();
        return activityTypes.Select(type => opened.Find(step => step.ActivityType == type)).FirstOrDefault(step => step is not null);
    }

    /// <summary>Ends the step. Who had answered his part or needs not answer it keeps that.</summary>
    public void Answer(Step step, string port, Guid? decidedBy, Guid? recordedBy, DateTimeOffset now)
    {
        step.State = StepState.Answered;
        step.Port = port;
        step.EndedAt = now;
        foreach (var item in step.WorkItems.Where(item => item.State is WorkItemState.Offered or WorkItemState.Held))
        {
            Answer(item, decidedBy, recordedBy, now);
        }
    }

    /// <summary>A step just opened for the person who has just decided the one before; taken once.</summary>
    public Step? TakeSkippable(Guid? decider)
    {
        var step = decider is null ? null : skippable.FirstOrDefault(candidate => candidate.State == StepState.Waiting && candidate.WorkItems.All(item => item.OwnerId == decider));
        skippable.Clear();
        return step;
    }

    public async Task OpenAsync(CaseId caseId, StepWanted wanted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var subject = db.InHand<ProposalCase>().Single(known => known.Id == caseId);
        var step = new Step
        {
            Id = StepId.New(now),
            CaseId = caseId,
            WaitId = wanted.WaitId,
            ActivityId = wanted.ActivityId,
            ActivityType = wanted.ActivityType,
            Name = Lengths.Fitting(wanted.Name, Lengths.Name),
            Instructions = Lengths.Fitting(Text(wanted, "instructions"), Lengths.Remark),
            WaitNumber = wanted.WaitNumber,
            Round = subject.Round,
            OpenedAt = now,
            Term = rules.Of(subject).Profile.RuleOf(Text(wanted, "term"))?.ToString(),
        };
        if (Text(wanted, "who") is StepOwners.CoDepartments)
        {
            await OfferToDepartmentsAsync(step, subject, now, cancellationToken);
        }

        if (step.WorkItems.Count == 0)
        {
            Add(step, await OfferAsync(step, subject, Text(wanted, "who"), now, cancellationToken), now);
        }

        db.Steps.Add(step);
        if (wanted.Inputs.TryGetValue("skipSamePerson", out var skip) && skip is JsonValue flag && flag.TryGetValue(out bool wish) && wish)
        {
            skippable.Add(step);
        }
    }

    /// <summary>A role of the case becomes its person; a desk stays a desk. Where nobody holds the role the office has it, so that nothing lies unseen.</summary>
    private async Task<WorkItem> OfferAsync(Step step, ProposalCase subject, string who, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = who switch
        {
            StepOwners.Principal => await OnlyHolderAsync(Duty.Principal, cancellationToken),
            StepOwners.OfficeDirector => await OnlyHolderAsync(Duty.OfficeDirector, cancellationToken),
            _ => await PresentAsync(await NamedAsync(subject, step.ActivityType, who, cancellationToken), cancellationToken),
        };
        var ofDepartment = who is StepOwners.Handler or StepOwners.DepartmentHead;
        return new WorkItem
        {
            Id = TimedId.At(now),
            StepId = step.Id,
            CaseId = subject.Id,
            OwnerId = owner,
            OwnerDesk = owner is not null ? Duty.None : DeskOf(who),
            DepartmentId = ofDepartment ? subject.DepartmentId : null,
        };
    }

    /// <summary>Whom the case itself names.</summary>
    private async Task<Guid?> NamedAsync(ProposalCase subject, string activityType, string who, CancellationToken cancellationToken) => who switch
    {
        // 经办人待定: until there is one again, the head has his work.
        StepOwners.Handler => subject.HandlerId ?? await HeadAsync(subject, cancellationToken),
        StepOwners.DeputyLeader => subject.LeaderId,
        StepOwners.NamedLeader => await NamedLeaderAsync(subject.Id, activityType, cancellationToken) ?? subject.LeaderId,
        StepOwners.LeadingLeader => subject.LedById ?? subject.LeaderId,
        StepOwners.DepartmentHead => await HeadAsync(subject, cancellationToken),
        _ => null,
    };

    private async Task<Guid?> NamedLeaderAsync(CaseId caseId, string activityType, CancellationToken cancellationToken) => activityType == DeadlineSteps.ApproveExtension
        ? (db.InHand<ExtensionRequest>().FirstOrDefault(request => request.CaseId == caseId && request.Approved is null && request.DroppedOn is null)
            ?? await db.ExtensionRequests.FirstOrDefaultAsync(request => request.CaseId == caseId && request.Approved == null && request.DroppedOn == null, cancellationToken))?.LeaderId
        : (db.InHand<ReturnRequest>().FirstOrDefault(request => request.CaseId == caseId && request.Approved is null)
            ?? await db.ReturnRequests.FirstOrDefaultAsync(request => request.CaseId == caseId && request.Approved == null, cancellationToken))?.LeaderId;

    private Task<Guid?> HeadAsync(ProposalCase subject, CancellationToken cancellationToken) =>
        db.Departments.Where(department => department.Id == subject.DepartmentId).Select(department => department.HeadId).FirstOrDefaultAsync(cancellationToken);

    /// <summary>All that <see cref="DeskOf"/> gives.</summary>
    internal static IReadOnlyList<Duty> Desks { get; } = [Duties.Office, Duty.OfficeDirector, Duty.Principal];

    private static Duty DeskOf(string who) => who switch
    {
        StepOwners.OfficeDirector => Duty.OfficeDirector,
        StepOwners.Principal => Duty.Principal,
        _ => Duties.Office,
    };

    private async Task<Guid?> OnlyHolderAsync(Duty duty, CancellationToken cancellationToken)
    {
        var holders = await db.Users.Where(person => !person.IsDisabled && (person.Duties & duty) == duty).Select(person => person.Id).Take(2).ToListAsync(cancellationToken);
        return holders.Count == 1 ? holders[0] : null;
    }

    /// <summary>While something is to be decided first, no inbox shows a step that would be refused: those of the case's main workflow, and of others beside it. They come back afterwards.</summary>
    public async Task HoldAsync(ProposalCase subject, CancellationToken cancellationToken)
    {
        var (from, to) = subject.HeldBy is null ? (WorkItemState.Held, WorkItemState.Offered) : (WorkItemState.Offered, WorkItemState.Held);
        if (subject.HeldBy is null && !db.Entry(subject).Property(nameof(ProposalCase.HeldBy)).IsModified)
            return;
        await Waiting.For(db)(db, subject.Id).ToListAsync(cancellationToken);
        var items = db.InHand<Step>().Where(step => step.CaseId == subject.Id && step.State == StepState.Waiting && (subject.HeldBy is null || !MayGoOn(subject, step)))
            .SelectMany(step => step.WorkItems).Where(item => item.State == from);
        foreach (var item in items)
        {
            item.State = to;
        }
    }

    private static bool MayGoOn(ProposalCase subject, Step step) =>
        !WorkflowInstance.IsOfMain(subject.Id, step.WaitId)
        && (!StepCatalogue.Activities.TryFind(step.ActivityType, out var activity) || activity.Ports.All(port => port.Act is not { } act || StandingActs.Allow(act, subject)));

    public async Task WithdrawAsync(string waitId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var step = db.InHand<Step>().FirstOrDefault(known => known.WaitId == waitId)
            ?? await db.Steps.Include(known => known.WorkItems).FirstOrDefaultAsync(known => known.WaitId == waitId, cancellationToken);
        if (step is not { State: StepState.Waiting })
        {
            return;
        }

        step.State = StepState.Withdrawn;
        step.EndedAt = now;
        step.WorkItems.ForEach(item => item.State = WorkItemState.Withdrawn);
    }

    private static string Text(StepWanted wanted, string input) => wanted.Inputs.TryGetValue(input, out var value) ? value?.ToString() ?? "" : "";
}
