using Microsoft.EntityFrameworkCore;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.Inbox;

/// <summary>One case that waits for what a meeting may have decided.</summary>
/// <param name="Allocation">The suggestion that the meeting had before it, or the decision that the department accepts.</param>
public sealed record MeetingSheetRow(ProposalCase Case, string LeadProposer, InternalAllocation? Allocation);

/// <summary>会议单代录: which cases wait for one kind of decision, and with whom they lie.</summary>
public sealed class MeetingSheetQuery(ProposalsDbContext db)
{
    /// <summary>No meeting decides more.</summary>
    public const int MostRows = 100;

    private static readonly Dictionary<string, string> StepsOf = new()
    {
        [nameof(DecideAllocation)] = AssignmentSteps.Decide,
        [nameof(ReviewByDeputy)] = ReplySteps.Deputy,
        [nameof(SignReply)] = ReplySteps.Principal,
        [nameof(AcceptAndName)] = AssignmentSteps.Accept,
        [nameof(ReceiveCase)] = IntakeSteps.Receive,
    };

    /// <summary>What a sheet may carry, the most usual first.</summary>
    public static IReadOnlyList<string> Decisions { get; } = [.. StepsOf.Keys];

    /// <summary>How many cases wait with whom; the office's desk is no person.</summary>
    public async Task<IReadOnlyDictionary<Guid, int>> OwnersAsync(string decision, CancellationToken cancellationToken)
    {
        var type = StepsOf[decision];
        return await db.Steps.AsNoTracking().Where(step => step.ActivityType == type && step.State == StepState.Waiting)
            .SelectMany(step => step.WorkItems).Where(item => item.State == WorkItemState.Offered && item.OwnerId != null)
            .GroupBy(item => item.OwnerId!.Value).Select(owner => new { owner.Key, Count = owner.Count() }).ToDictionaryAsync(owner => owner.Key, owner => owner.Count, cancellationToken);
    }

    /// <summary>What this person may decide of what waits, in the order of the ledger; one more than <see cref="MostRows"/> where there are more.</summary>
    public async Task<IReadOnlyList<MeetingSheetRow>> ListAsync(CaseVisibility visibility, string decision, Person decider, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(visibility);
        ArgumentNullException.ThrowIfNull(decider);
        var type = StepsOf[decision];
        var waiting = visibility.Filter(db.Cases.AsNoTracking()).Where(subject => db.Steps.Any(step =>
            step.CaseId == subject.Id && step.ActivityType == type && step.State == StepState.Waiting && step.WorkItems.Any(item => item.State == WorkItemState.Offered)));
        return await Of(waiting, decision, decider).OrderByDescending(subject => subject.IsKey).ThenBy(subject => subject.SortOn).ThenBy(subject => subject.Id).Take(MostRows + 1)
            .Select(subject => new MeetingSheetRow(
                subject,
                subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
                db.Allocations.Where(allocation => allocation.CaseId == subject.Id).OrderByDescending(allocation => allocation.Id).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }

    private static IQueryable<ProposalCase> Of(IQueryable<ProposalCase> waiting, string decision, Person decider)
    {
        var (id, department) = (decider.Id, decider.DepartmentId);
        return decision switch
        {
            nameof(DecideAllocation) or nameof(ReviewByDeputy) when !decider.Duties.HasFlag(Duty.Principal) => waiting.Where(subject => subject.LeaderId == id),
            nameof(AcceptAndName) => waiting.Where(subject => subject.DepartmentId == department),
            _ => waiting,
        };
    }
}
