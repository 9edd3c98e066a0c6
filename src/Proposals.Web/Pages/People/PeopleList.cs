using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.People;

public enum AccountState
{
    Normal,
    Disabled,
    Locked,
}

public sealed record PersonRow(Person Person, AccountState State, DateTimeOffset? ChangedAt);

/// <summary>One department with its people; no department for those who belong to none.</summary>
public sealed record PeopleGroup(Department? Department, IReadOnlyList<PersonRow> Rows);

/// <summary>科室与人员 as the admin's pages read them.</summary>
public sealed class PeopleList(ProposalsDbContext db, UserManager<Person> users)
{
    private const string ChainPrefix = "person:";

    public Task<List<Department>> DepartmentsAsync(CancellationToken cancellationToken) =>
        db.Departments.AsNoTracking().OrderBy(department => department.Position).ThenBy(department => department.Name).ToListAsync(cancellationToken);

    public Task<Dictionary<Guid, Person>> PeopleAsync(CancellationToken cancellationToken) =>
        db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id, cancellationToken);

    /// <summary>A bureau has dozens of people, so they are read whole and grouped here.</summary>
    public async Task<IReadOnlyList<PeopleGroup>> GroupsAsync(PeopleFilter filter, IReadOnlyList<Department> departments, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(cancellationToken);
        var changes = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject.StartsWith(ChainPrefix))
            .GroupBy(entry => entry.Subject).Select(chain => new { chain.Key, At = chain.Max(entry => entry.RecordedAt) })
            .ToDictionaryAsync(chain => chain.Key, chain => chain.At, cancellationToken);
        var rows = new List<PersonRow>();
        foreach (var person in people.Values.OrderByDescending(person => Rank(person.Duties)).ThenBy(person => person.UserName, StringComparer.Ordinal))
        {
            var row = new PersonRow(person, await StateAsync(person), changes.TryGetValue(ChainPrefix + person.Id, out var at) ? at : null);
            if (filter.Takes(row))
                rows.Add(row);
        }

        var groups = departments.Select(department => new PeopleGroup(department, [.. rows.Where(row => row.Person.DepartmentId == department.Id)]))
            .Append(new PeopleGroup(null, [.. rows.Where(row => row.Person.DepartmentId is null)]));
        return [.. groups.Where(group => group.Rows.Count > 0 || (group.Department is not null && filter.IsEmpty))];
    }

    /// <summary>Identity decides whether a lockout still runs: it counts by the machine's clock.</summary>
    public async Task<AccountState> StateAsync(Person person) =>
        person.IsDisabled ? AccountState.Disabled : await users.IsLockedOutAsync(person) ? AccountState.Locked : AccountState.Normal;

    private static int Rank(Duty duties) =>
        duties.HasFlag(Duty.Principal) ? 5
        : duties.HasFlag(Duty.DeputyLeader) ? 4
        : duties.Includes(Duty.OfficeDirector | Duty.DepartmentHead) ? 3
        : duties.Includes(Proposals.People.Duties.Staff) ? 2
        : duties.HasFlag(Duty.Supervisor) ? 1 : 0;
}

/// <summary>The filter as it stands in the address.</summary>
public sealed class PeopleFilter
{
    public string? Q { get; set; }

    /// <summary>A department's id, or <see cref="NoDepartment"/>.</summary>
    public string? Department { get; set; }

    public Duty? Duty { get; set; }

    public AccountState? State { get; set; }

    public const string NoDepartment = "none";

    public bool IsEmpty => string.IsNullOrWhiteSpace(Q) && string.IsNullOrEmpty(Department) && Duty is null && State is null;

    public bool Takes(PersonRow row) =>
        (string.IsNullOrWhiteSpace(Q) || Says(row.Person.DisplayName) || Says(row.Person.Title) || Says(row.Person.UserName))
        && (string.IsNullOrEmpty(Department) || Department == (row.Person.DepartmentId?.ToString() ?? NoDepartment))
        && (Duty is not { } duty || row.Person.Duties.HasFlag(duty))
        && (State is null || State == row.State);

    private bool Says(string? value) => value is not null && value.Contains((Q ?? "").Trim(), StringComparison.OrdinalIgnoreCase);
}
