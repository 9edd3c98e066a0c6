using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>What of one case lies with a person: what would be left undone if he went today.</summary>
public sealed record HandoverRow(ProposalCase Case, string? Department, bool Handles, bool Leads, IReadOnlyList<string> Steps, IReadOnlyList<string> Promises, IReadOnlyList<string> Measures)
{
    /// <summary>The same steps as a successor is asked to do them.</summary>
    public IReadOnlyList<HandedStep> Handed { get; init; } = [];

    /// <summary>Whether he fits: a handler's colleague, a leader for a leader, and entitled to every step that would come to him.</summary>
    public bool MayGoTo(Person successor, Guid from)
    {
        ArgumentNullException.ThrowIfNull(successor);
        return successor.Id != from
            && (!Handles || successor.DepartmentId == Case.DepartmentId)
            && (!Leads || successor.Duties.Includes(Duties.Leaders))
            && HandedWork.NotHis(successor, from, Case, Handed) is null;
    }
}

/// <summary>A case that nobody handles: its handler went, and no other is named yet.</summary>
public sealed record OrphanRow(ProposalCase Case, string LeadProposer, string? Department);

public sealed class HandoverQuery(ProposalsDbContext db, OfficeRules rules)
{
    /// <summary>More than one person ever handles; what is beyond it is handed over in a second go.</summary>
    public const int MostCases = 200;

    private const int MostOrphans = 20;

    public async Task<IReadOnlyList<HandoverRow>> OfAsync(CaseVisibility visibility, Guid personId, CancellationToken cancellationToken)
    {
        var (plans, lies) = (PlanShelf.Open(db), HandedWork.CasesOf(db, personId));
        var cases = await visibility.Filter(db.Cases.AsNoTracking())
            .Where(subject => subject.Ending == null && subject.ClosedOn == null)
            .Where(subject => lies.Any(known => known.Id == subject.Id)
                || db.WorkItems.Any(item => item.CaseId == subject.Id && item.OwnerId == personId && (item.State == WorkItemState.Offered || item.State == WorkItemState.Held)))
            .OrderByDescending(subject => subject.IsKey).ThenBy(subject => subject.SortOn).ThenBy(subject => subject.Id).Take(MostCases)
            .Select(subject => new { Case = subject, Department = db.Departments.Where(known => known.Id == subject.DepartmentId).Select(known => known.Name).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        CaseId[] ids = [.. cases.Select(row => row.Case.Id)];
        var steps = await db.Steps.AsNoTracking().Where(step => ids.Contains(step.CaseId) && step.State == StepState.Waiting
                && step.WorkItems.Any(item => item.OwnerId == personId && (item.State == WorkItemState.Offered || item.State == WorkItemState.Held)))
            .OrderBy(step => step.Id).Select(step => new
            {
                step.CaseId,
                step.Name,
                step.ActivityType,
                Department = step.WorkItems.Where(item => item.OwnerId == personId).Select(item => item.DepartmentId).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var returns = await db.ReturnRequests.AsNoTracking().Where(request => ids.Contains(request.CaseId) && request.Approved == null && request.LeaderId == personId).ToListAsync(cancellationToken);
        var promises = await db.Commitments.AsNoTracking().Where(promise => ids.Contains(promise.CaseId) && promise.ResponsibleId == personId
                && (promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress))
            .OrderBy(promise => promise.Position).Select(promise => new { promise.CaseId, promise.Text }).ToListAsync(cancellationToken);
        var measures = await (from measure in db.PlanMeasures.AsNoTracking()
                              join plan in plans.AsNoTracking() on measure.PlanId equals plan.Id
                              where ids.Contains(plan.CaseId) && measure.PersonId == personId && measure.State != MeasureState.Done
                              orderby measure.Position
                              select new { plan.CaseId, measure.Text }).ToListAsync(cancellationToken);
        return
        [
            .. cases.Select(row => new HandoverRow(
                row.Case,
                row.Department,
                row.Case.HandlerId == personId,
                row.Case.LeaderId == personId || row.Case.LedById == personId,
                [.. steps.Where(step => step.CaseId == row.Case.Id).Select(step => step.Name)],
                [.. promises.Where(promise => promise.CaseId == row.Case.Id).Select(promise => promise.Text)],
                [.. measures.Where(measure => measure.CaseId == row.Case.Id).Select(measure => measure.Text).Distinct()])
            {
                Handed = [.. steps.Where(step => step.CaseId == row.Case.Id).Select(step => new HandedStep(step.ActivityType, step.Department, IsLate(row.Case)))],
            }),
        ];

        bool IsLate(ProposalCase subject) => returns.Exists(request => request.CaseId == subject.Id && ReturnWindow.IsLate(request, subject.AssignedOn, rules.Of(subject)));
    }

    /// <summary>待确定经办人: the office's over all departments, a head's in his own.</summary>
    public async Task<IReadOnlyList<OrphanRow>> OrphansAsync(CaseVisibility visibility, CancellationToken cancellationToken)
    {
        var cases = visibility.Filter(db.Cases.AsNoTracking()).Where(subject => subject.Ending == null && subject.ClosedOn == null && subject.AcceptedOn != null && subject.HandlerId == null);
        if (!visibility.Duties.Includes(Duties.Office))
        {
            cases = cases.Where(subject => subject.DepartmentId == visibility.DepartmentId);
        }

        return await cases.OrderByDescending(subject => subject.IsKey).ThenBy(subject => subject.SortOn).ThenBy(subject => subject.Id).Take(MostOrphans)
            .Select(subject => new OrphanRow(
                subject,
                subject.Proposers.OrderBy(proposer => proposer.Position).Select(proposer => proposer.Name).First(),
                db.Departments.Where(known => known.Id == subject.DepartmentId).Select(known => known.Name).FirstOrDefault()))
            .ToListAsync(cancellationToken);
    }
}
