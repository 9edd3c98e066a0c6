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

        return Duties.Includes(People.Duties.Staff)
            ? cases.Where(subject => (DepartmentId != null && subject.DepartmentId == DepartmentId) || subject.HandlerId == PersonId
                || subject.CoDepartments.Any(named => named.DepartmentId == DepartmentId && named.ReleasedOn == null))
            : cases.Where(_ => false);
    }
}
