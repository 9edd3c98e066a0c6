using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Inbox;
using Proposals.Persistence;

namespace Proposals.People;

/// <summary>Acts on accounts and departments: each in its own transaction, each an entry in the chain of its subject.</summary>
public sealed partial class PeopleActs(ProposalsDbContext db, UserManager<Person> users, AuditBook audit, WriteTurn turn)
{
    public async Task<(Guid Id, Refusal? Refusal)> CreatePersonAsync(Guid? actorId, PersonDetails details, string userName, string password, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var person = new Person { Id = TimedId.At(now), UserName = userName.Trim(), DisplayName = "", MustChangePassword = true };
        details.WriteTo(person);
        var refusal = await RunAsync(actorId, "CreatePerson", $"person:{person.Id}", details.Describe(userName), now, async () =>
            details.Check() ?? UserNames.Check(userName) ?? PeopleRefusals.Of(await users.CreateAsync(person, password)), cancellationToken);
        return (person.Id, refusal);
    }

    /// <summary>What the bureau is called, on pages, on paper and in lists.</summary>
    public Task<Refusal?> SaveBureauAsync(Guid? actorId, BureauDetails details, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(actorId, "SaveBureau", BureauSettings.Chain, details.Describe(), now, async () =>
        {
            if (details.Check() is { } refusal)
            {
                return refusal;
            }

            var settings = await db.Bureau.SingleOrDefaultAsync(cancellationToken) ?? db.Bureau.Add(new BureauSettings { Name = "" }).Entity;
            details.WriteTo(settings);
            return null;
        }, cancellationToken);

    public Task<Refusal?> ChangePersonAsync(Guid? actorId, Guid personId, PersonDetails details, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(actorId, "ChangePerson", personId, details.Describe(null), now, async person =>
        {
            if (details.Check() is { } refusal)
            {
                return refusal;
            }

            details.WriteTo(person);
            return PeopleRefusals.Of(await users.UpdateSecurityStampAsync(person));
        }, cancellationToken);

    /// <summary>Disabled, never deleted. Not while something waits for just this person.</summary>
    public Task<Refusal?> DisableAsync(Guid? actorId, Guid personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(actorId, "DisablePerson", personId, [], now, async person =>
        {
            if (personId == actorId)
            {
                return PeopleRefusals.NotYourself;
            }

            var waiting = await db.WorkItems.CountAsync(item => item.OwnerId == personId && (item.State == WorkItemState.Offered || item.State == WorkItemState.Held), cancellationToken);
            var handled = await HandedWork.CasesOf(db, personId).CountAsync(cancellationToken);
            var heads = await db.Departments.Where(department => department.LeaderId == personId || department.HeadId == personId || department.DefaultHandlerId == personId)
                .Select(department => department.Name).FirstOrDefaultAsync(cancellationToken);
            if (heads is not null)
            {
                return PeopleRefusals.NamedInDepartment(person.DisplayName, heads);
            }

            if (waiting + handled > 0)
            {
                return PeopleRefusals.StillNeeded(person.DisplayName, waiting, handled);
            }

            person.IsDisabled = true;
            return PeopleRefusals.Of(await users.UpdateSecurityStampAsync(person));
        }, cancellationToken);

    public Task<Refusal?> EnableAsync(Guid? actorId, Guid personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(actorId, "EnablePerson", personId, [], now, async person =>
        {
            person.IsDisabled = false;
            return PeopleRefusals.Of(await users.UpdateAsync(person));
        }, cancellationToken);

    public Task<Refusal?> ResetPasswordAsync(Guid? actorId, Guid personId, string password, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(actorId, "ResetPassword", personId, [], now, async person =>
        {
            person.MustChangePassword = true;
            var removed = await users.RemovePasswordAsync(person);
            return PeopleRefusals.Of(removed.Succeeded ? await users.AddPasswordAsync(person, password) : removed);
        }, cancellationToken);

    public Task<Refusal?> UnlockAsync(Guid? actorId, Guid personId, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(actorId, "UnlockPerson", personId, [], now, async person =>
        {
            await users.ResetAccessFailedCountAsync(person);
            return PeopleRefusals.Of(await users.SetLockoutEndDateAsync(person, null));
        }, cancellationToken);

    public Task<Refusal?> ChangeOwnPasswordAsync(Guid personId, string current, string chosen, DateTimeOffset now, CancellationToken cancellationToken) =>
        OnPersonAsync(personId, "ChangeOwnPassword", personId, [], now, async person =>
        {
            person.MustChangePassword = false;
            return PeopleRefusals.Of(await users.ChangePasswordAsync(person, current, chosen));
        }, cancellationToken);

    public async Task<(DepartmentId Id, Refusal? Refusal)> SaveDepartmentAsync(Guid? actorId, DepartmentId? departmentId, DepartmentDetails details, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = departmentId ?? DepartmentId.New(now);
        var refusal = await RunAsync(actorId, departmentId is null ? "CreateDepartment" : "ChangeDepartment", $"department:{id}", details.Describe(), now, async () =>
        {
            if (await details.CheckAsync(db, id, cancellationToken) is { } wrong)
            {
                return wrong;
            }

            var department = departmentId is null ? null : await db.Departments.FirstOrDefaultAsync(known => known.Id == id, cancellationToken);
            if (department is null)
            {
                department = new Department { Id = id, Name = details.Name.Trim() };
                db.Departments.Add(department);
            }

            details.WriteTo(department);
            return null;
        }, cancellationToken);
        return (id, refusal);
    }

    private Task<Refusal?> OnPersonAsync(Guid? actorId, string act, Guid personId, JsonObject content, DateTimeOffset now, Func<Person, Task<Refusal?>> change, CancellationToken cancellationToken) =>
        RunAsync(actorId, act, $"person:{personId}", content, now, async () =>
            await users.FindByIdAsync(personId.ToString()) is { } person ? await change(person) : ActRefusals.UnknownPerson, cancellationToken);

    private Task<Refusal?> RunAsync(Guid? actorId, string act, string subject, JsonObject content, DateTimeOffset now, Func<Task<Refusal?>> change, CancellationToken cancellationToken) =>
        TogetherAsync(async () =>
        {
            var refusal = await change();
            if (refusal is null)
            {
                await audit.AppendAsync(subject, act, content, actorId, null, now, cancellationToken);
            }

            return refusal;
        }, cancellationToken);

    /// <summary>Changes with their entries, all of them or none.</summary>
    private async Task<Refusal?> TogetherAsync(Func<Task<Refusal?>> changes, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await changes() is { } refusal)
            {
                return refusal;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is not null)
        {
            return ActRefusals.Busy;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
