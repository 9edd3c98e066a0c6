using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Persistence;
using Proposals.People.Roster;

namespace Proposals.People;

/// <summary>What a bureau's first start brings: many accounts at once, and the word that it is ready.</summary>
public sealed partial class PeopleActs
{
    /// <summary>Departments and accounts of a list, all of them or none. Who and what is there already stays as it is; only empty places of known departments are filled.</summary>
    /// <param name="actorId">The admin.</param>
    /// <param name="list">Without problems.</param>
    /// <param name="drawPassword">A one-time password for each new account.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(IReadOnlyList<IssuedAccount> Issued, Refusal? Refusal)> EnterListAsync(Guid? actorId, PeopleSheet list, Func<string> drawPassword, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var issued = new List<IssuedAccount>();
        var refusal = await TogetherAsync(async () =>
        {
            if (list.Problems.Count > 0)
            {
                return list.Problems[0].Reason;
            }

            var departments = await OpenDepartmentsAsync(actorId, list, now, cancellationToken);
            foreach (var entry in list.People.Where(entry => entry.Known is null))
            {
                var password = drawPassword();
                var person = new Person { Id = TimedId.At(now), UserName = entry.UserName, DisplayName = "", MustChangePassword = true };
                var details = new PersonDetails(entry.Name, entry.Title, entry.Duties, entry.Department is { } name ? departments[name].Id : null);
                details.WriteTo(person);
                if ((details.Check() ?? UserNames.Check(entry.UserName) ?? PeopleRefusals.Of(await users.CreateAsync(person, password))) is { } bad)
                {
                    return bad;
                }

                await audit.AppendAsync($"person:{person.Id}", "CreatePerson", details.Describe(entry.UserName), actorId, null, now, cancellationToken);
                issued.Add(new IssuedAccount(entry.Name, entry.Department ?? "", entry.Title, entry.UserName, password));
            }

            return await FillDepartmentsAsync(actorId, list, departments, now, cancellationToken);
        }, cancellationToken);
        return (refusal is null ? issued : [], refusal);
    }

    /// <summary>The first start is behind us. Asks for what no case could do without.</summary>
    public Task<Refusal?> FinishSetupAsync(Guid? actorId, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(actorId, "FinishSetup", BureauSettings.Chain, [], now, async () =>
        {
            var settings = await db.Bureau.SingleOrDefaultAsync(cancellationToken);
            if (settings is not { Name.Length: > 0 })
            {
                return ActRefusals.Missing("BureauName");
            }

            if (!await db.Departments.AnyAsync(cancellationToken))
            {
                return PeopleRefusals.NoDepartments;
            }

            foreach (var duty in new[] { Duty.OfficeClerk, Duty.OfficeDirector, Duty.Principal })
            {
                if (!await db.Users.AnyAsync(person => !person.IsDisabled && (person.Duties & duty) == duty, cancellationToken))
                {
                    return PeopleRefusals.NobodyHolds(duty);
                }
            }

            settings.IsSetUp = true;
            return null;
        }, cancellationToken);

    private async Task<Dictionary<string, Department>> OpenDepartmentsAsync(Guid? actorId, PeopleSheet list, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Departments.ToDictionaryAsync(department => department.Name, cancellationToken);
        var position = known.Values.Select(department => department.Position).DefaultIfEmpty(0).Max();
        foreach (var entry in list.Departments.Where(entry => !known.ContainsKey(entry.Name)))
        {
            var details = new DepartmentDetails(entry.Name, entry.Remit, ++position, entry.IsOffice);
            var department = new Department { Id = DepartmentId.New(now), Name = entry.Name };
            details.WriteTo(department);
            db.Departments.Add(department);
            known[entry.Name] = department;
            await audit.AppendAsync($"department:{department.Id}", "CreateDepartment", details.Describe(), actorId, null, now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        return known;
    }

    private async Task<Refusal?> FillDepartmentsAsync(Guid? actorId, PeopleSheet list, Dictionary<string, Department> departments, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var people = new Dictionary<string, Guid>();
        foreach (var person in await db.Users.Where(person => !person.IsDisabled).Select(person => new { person.Id, person.UserName }).ToListAsync(cancellationToken))
        {
            people[person.UserName ?? ""] = person.Id;
        }

        foreach (var entry in list.Departments)
        {
            var department = departments[entry.Name];
            var details = new DepartmentDetails(department.Name, department.Remit, department.Position, department.IsOffice)
            {
                LeaderId = department.LeaderId ?? Id(people, entry.Leader),
                HeadId = department.HeadId ?? Id(people, entry.Head),
                DefaultHandlerId = department.DefaultHandlerId ?? Id(people, entry.Handler),
            };
            if (details.LeaderId == department.LeaderId && details.HeadId == department.HeadId && details.DefaultHandlerId == department.DefaultHandlerId)
            {
                continue;
            }

            if (await details.CheckAsync(db, department.Id, cancellationToken) is { } refusal)
            {
                return refusal;
            }

            details.WriteTo(department);
            await audit.AppendAsync($"department:{department.Id}", "ChangeDepartment", details.Describe(), actorId, null, now, cancellationToken);
        }

        return null;
    }

    private static Guid? Id(Dictionary<string, Guid> people, string? userName) => userName is not null && people.TryGetValue(userName, out var id) ? id : null;
}

/// <summary>An account that was made, with the password that is shown once.</summary>
public sealed record IssuedAccount(string Name, string Department, string Title, string UserName, string Password);
