using Proposals.FollowUp;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>Which cases a person may see at all; every list and page goes through it.</summary>
public sealed record CaseVisibility(Guid PersonId, Duty Duties, DepartmentId? DepartmentId, string? SeesOnlyFrom)
{
    public static CaseVisibility Of(Person person) => new(person.Id, person.Duties, person.DepartmentId, person.SeesOnlyFrom);

    /// <param name="cases">As few as the caller knows to name: whoever asks for one case asks each way for that one.</param>
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

        var seen = Seen(cases);
        return cases.Where(subject => seen.Contains(subject.Id));
    }

    /// <summary>Each way to a case by an index of its own; one condition with all of them would read every case there is.</summary>
    private IQueryable<CaseId> Seen(IQueryable<ProposalCase> cases)
    {
        var seen = cases.Where(subject => subject.HandlerId == PersonId).Select(subject => subject.Id);
        if (DepartmentId is { } own)
        {
            seen = seen.Union(cases.Where(subject => subject.DepartmentId == own).Select(subject => subject.Id))
                .Union(cases.SelectMany(subject => subject.CoDepartments).Where(named => named.DepartmentId == own && named.ReleasedOn == null).Select(named => named.CaseId));
        }

        // What a person promised, or has to do under a plan, lets him and his head see the case that asks for it.
        var open = cases.Where(subject => subject.ClosedOn == null && subject.Ending == null);
        var promised = open.Where(subject => subject.RepliedOn != null).SelectMany(subject => subject.Commitments)
            .Where(promise => promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress);
        var planned = from subject in open
                      from plan in subject.Plans
                      where plan.Approved == true && !subject.Plans.Any(later => later.Approved == true && later.Version > plan.Version)
                      from measure in plan.Measures
                      where measure.State != MeasureState.Done
                      select new { subject.Id, measure.PersonId, measure.DepartmentId };
        seen = seen.Union(promised.Where(promise => promise.ResponsibleId == PersonId).Select(promise => promise.CaseId))
            .Union(planned.Where(measure => measure.PersonId == PersonId).Select(measure => measure.Id));
        return Duties.Includes(Duty.DepartmentHead) && DepartmentId is { } headed
            ? seen.Union(promised.Where(promise => promise.DepartmentId == headed).Select(promise => promise.CaseId))
                .Union(planned.Where(measure => measure.DepartmentId == headed).Select(measure => measure.Id))
            : seen;
    }
}
