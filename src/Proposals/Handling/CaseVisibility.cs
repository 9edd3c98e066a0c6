using Proposals.FollowUp;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>Which cases a person may see at all; every list and page goes through it.</summary>
public sealed record CaseVisibility(Guid PersonId, Duty Duties, DepartmentId? DepartmentId, string? SeesOnlyFrom)
{
    public static CaseVisibility Of(Person person) => new(person.Id, person.Duties, person.DepartmentId, person.SeesOnlyFrom);

    public IQueryable<ProposalCase> Filter(IQueryable<ProposalCase> cases)
    {
        if (SeesOnlyFrom is { } body)
        {
            return cases.Where(subject => subject.AssigningBody == body);
        }

        if (Duties.Includes(People.Duties.Office | People.Duties.Leaders | Duty.Supervisor))
        {
            return cases;
        }

        if (!Duties.Includes(People.Duties.Staff))
        {
            return cases.Where(_ => false);
        }

        // What a person promised, or has to do under a plan, lets him and his head see the case that asks for it.
        var headed = Duties.Includes(Duty.DepartmentHead) ? DepartmentId : null;
        return cases.Where(subject => (DepartmentId != null && subject.DepartmentId == DepartmentId) || subject.HandlerId == PersonId
            || subject.CoDepartments.Any(named => named.DepartmentId == DepartmentId && named.ReleasedOn == null)
            || (subject.ClosedOn == null && subject.Ending == null && (
                (subject.RepliedOn != null && subject.Commitments.Any(promise => (promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress)
                    && (promise.ResponsibleId == PersonId || (headed != null && promise.DepartmentId == headed))))
                || subject.Plans.Any(plan => plan.Approved == true && !subject.Plans.Any(later => later.Approved == true && later.Version > plan.Version)
                    && plan.Measures.Any(measure => measure.State != MeasureState.Done && (measure.PersonId == PersonId || (headed != null && measure.DepartmentId == headed)))))));
    }
}
