using Proposals.FollowUp;
using Proposals.People;

namespace Proposals.Handling;

/// <summary>Which cases a person may see at all; every list and page goes through it.</summary>
public sealed record CaseVisibility(Guid PersonId, Duty Duties, DepartmentId? DepartmentId, string? SeesOnlyFrom)
{
    public static CaseVisibility Of(Person person) => new(person.Id, person.Duties, person.DepartmentId, person.SeesOnlyFrom);

    /// <summary>Of all cases, those he may see: each way to a case by an index of its own. One condition with all ways would read every case there is.</summary>
    public IQueryable<ProposalCase> Filter(IQueryable<ProposalCase> cases)
    {
        if (Settled(cases) is { } known)
        {
            return known;
        }

        var seen = Ways(cases).Select(way => way.Select(subject => subject.Id)).Aggregate(Queryable.Union);
        return cases.Where(subject => seen.Contains(subject.Id));
    }

    /// <summary>The same of a few cases that something else has picked, each asked by itself: what else he may see is not read.</summary>
    public IQueryable<ProposalCase> FilterFew(IQueryable<ProposalCase> few)
    {
        if (Settled(few) is { } known)
        {
            return known;
        }

        var (me, own, headed) = (PersonId, DepartmentId, Duties.Includes(Duty.DepartmentHead) ? DepartmentId : null);
        return few.Where(subject => subject.HandlerId == me
            || (own != null && (subject.DepartmentId == own || subject.CoDepartments.Any(named => named.DepartmentId == own && named.ReleasedOn == null)))
            || (subject.ClosedOn == null && subject.Ending == null
                && ((subject.RepliedOn != null && subject.Commitments.Any(promise => (promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress)
                        && (promise.ResponsibleId == me || (headed != null && promise.DepartmentId == headed))))
                    || subject.Plans.Any(plan => plan.Approved == true && !subject.Plans.Any(later => later.Approved == true && later.Version > plan.Version)
                        && plan.Measures.Any(measure => measure.State != MeasureState.Done && (measure.PersonId == me || (headed != null && measure.DepartmentId == headed)))))));
    }

    /// <summary>The years of the cases he may see, the newest first.</summary>
    public IQueryable<int> Years(IQueryable<ProposalCase> cases) =>
        (Settled(cases) is { } known ? known.Select(subject => subject.HandlingYear).Distinct() : Ways(cases).Select(way => way.Select(subject => subject.HandlingYear)).Aggregate(Queryable.Union))
        .OrderByDescending(year => year);

    /// <summary>What a duty alone settles; null for staff, who see what has to do with them.</summary>
    private IQueryable<ProposalCase>? Settled(IQueryable<ProposalCase> cases)
    {
        if (SeesOnlyFrom is { } body)
        {
            return cases.Where(subject => subject.AssigningBody == body);
        }

        if (Duties.Includes(People.Duties.Office | People.Duties.Leaders | Duty.Supervisor))
        {
            return cases;
        }

        return Duties.Includes(People.Duties.Staff) ? null : cases.Where(_ => false);
    }

    /// <summary>What a person promised, or has to do under a plan, lets him and his head see the case that asks for it.</summary>
    private IEnumerable<IQueryable<ProposalCase>> Ways(IQueryable<ProposalCase> cases)
    {
        yield return cases.Where(subject => subject.HandlerId == PersonId);
        if (DepartmentId is { } own)
        {
            yield return cases.Where(subject => subject.DepartmentId == own);
            yield return from subject in cases
                         from named in subject.CoDepartments
                         where named.DepartmentId == own && named.ReleasedOn == null
                         select subject;
        }

        var promised = from subject in cases
                       where subject.ClosedOn == null && subject.Ending == null && subject.RepliedOn != null
                       from promise in subject.Commitments
                       where promise.State == CommitmentState.NotStarted || promise.State == CommitmentState.InProgress
                       select new { Case = subject, Task = promise };
        var planned = from subject in cases
                      where subject.ClosedOn == null && subject.Ending == null
                      from plan in subject.Plans
                      where plan.Approved == true && !subject.Plans.Any(later => later.Approved == true && later.Version > plan.Version)
                      from measure in plan.Measures
                      where measure.State != MeasureState.Done
                      select new { Case = subject, Task = measure };
        yield return promised.Where(owed => owed.Task.ResponsibleId == PersonId).Select(owed => owed.Case);
        yield return planned.Where(owed => owed.Task.PersonId == PersonId).Select(owed => owed.Case);
        if (Duties.Includes(Duty.DepartmentHead) && DepartmentId is { } headed)
        {
            yield return promised.Where(owed => owed.Task.DepartmentId == headed).Select(owed => owed.Case);
            yield return planned.Where(owed => owed.Task.DepartmentId == headed).Select(owed => owed.Case);
        }
    }
}
