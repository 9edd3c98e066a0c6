using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake.TakeOver;

/// <summary>The bureau's people and departments by the names that a ledger writes.</summary>
internal sealed class LedgerStaff(IReadOnlyList<Person> people, IReadOnlyList<Department> departments)
{
    public Guid? DirectorId { get; } = people.FirstOrDefault(person => person.Duties.Includes(Duty.OfficeDirector))?.Id;

    public Guid? PrincipalId { get; } = people.FirstOrDefault(person => person.Duties.Includes(Duty.Principal))?.Id;

    public static async Task<LedgerStaff> OfAsync(ProposalsDbContext db, CancellationToken cancellationToken) => new(
        await db.Users.AsNoTracking().Where(person => !person.IsDisabled).OrderBy(person => person.Id).ToListAsync(cancellationToken),
        await db.Departments.AsNoTracking().ToListAsync(cancellationToken));

    public bool IsPrincipal(Guid? id) => people.Any(person => person.Id == id && person.Duties.Includes(Duty.Principal));

    public (Department? Department, Refusal? Problem) Department(string cell)
    {
        var name = CellText.Fold(cell);
        var found = departments.FirstOrDefault(known => CellText.Fold(known.Name) == name);
        return (found, found is null ? new Refusal("ledger.unknown-department", DayText.Shorten(cell)) : null);
    }

    /// <summary>By name; of several with the same name the one of the department.</summary>
    public (Guid? Id, Refusal? Problem) Person(string cell, Department? department)
    {
        var name = CellText.Fold(cell);
        Person[] found = [.. people.Where(known => CellText.Fold(known.DisplayName) == name)];
        if (found.Length > 1 && department is not null)
            found = [.. found.Where(known => known.DepartmentId == department.Id)];
        return found switch
        {
            [var only] => (only.Id, null),
            [] => (null, new Refusal("ledger.unknown-person", DayText.Shorten(cell))),
            _ => (null, new Refusal("ledger.person-twice", DayText.Shorten(cell))),
        };
    }

    /// <summary>Everybody whose name stands in the text.</summary>
    public IEnumerable<Guid> In(string text) =>
        people.Where(person => person.Duties.Includes(Duties.Staff) && person.DisplayName.Length > 1 && text.Contains(person.DisplayName, StringComparison.Ordinal)).Select(person => person.Id);
}
