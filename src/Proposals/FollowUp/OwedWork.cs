using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.FollowUp;

/// <summary>谁承诺谁兑现: who owes a promise or a measure reports on it himself, or his head does, whichever department has the case.</summary>
public static class OwedWork
{
    /// <param name="person">Who asks.</param>
    /// <param name="responsible">The person it lies with, where one is named.</param>
    /// <param name="department">The department that keeps it, where one is named.</param>
    public static bool IsOf(Person person, Person? responsible, DepartmentId? department) =>
        person.Id == responsible?.Id
        || (person.Duties.Includes(Duty.DepartmentHead) && person.DepartmentId is { } headed && (headed == department || headed == responsible?.DepartmentId));

    internal static async Task<bool> IsDecidersAsync(CaseScene scene, CaseAct act, CancellationToken cancellationToken)
    {
        var (db, subject, caseId) = (scene.Db, scene.Case, scene.Case.Id);
        switch (act)
        {
            case RecordProgress { CommitmentId: var id }:
                var promise = await db.Commitments.Where(known => known.Id == id && known.CaseId == caseId).Select(known => new { known.ResponsibleId, known.DepartmentId }).FirstOrDefaultAsync(cancellationToken);
                return promise is not null && await IsDecidersAsync(scene, promise.ResponsibleId, promise.DepartmentId, cancellationToken);
            case UpdateMeasure { MeasureId: var id }:
                var measure = await db.PlanMeasures.Where(known => known.Id == id && db.HandlingPlans.Any(plan => plan.Id == known.PlanId && plan.CaseId == caseId))
                    .Select(known => new { known.PersonId, known.DepartmentId }).FirstOrDefaultAsync(cancellationToken);
                return measure is not null && await IsDecidersAsync(scene, measure.PersonId, measure.DepartmentId, cancellationToken);
            case TransferCase { FromId: { } from } when subject.HandlerId != from && subject.LeaderId != from && subject.LedById != from:
                return await IsDecidersAsync(scene, from, null, cancellationToken);
            default:
                return false;
        }
    }

    /// <summary>Departments other than the case's own of people who are named without one: their heads answer for it.</summary>
    internal static async Task<Dictionary<Guid, DepartmentId?>> HomesAsync(CaseScene scene, IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        Guid[] named = [.. people.OfType<Guid>().Distinct()];
        var own = scene.Case.DepartmentId;
        return named.Length == 0 ? [] : await scene.Db.Users.AsNoTracking().Where(person => named.Contains(person.Id) && person.DepartmentId != own)
            .ToDictionaryAsync(person => person.Id, person => person.DepartmentId, cancellationToken);
    }

    private static async Task<bool> IsDecidersAsync(CaseScene scene, Guid? responsible, DepartmentId? department, CancellationToken cancellationToken)
    {
        var person = responsible is { } id ? await scene.Db.Users.AsNoTracking().FirstOrDefaultAsync(known => known.Id == id, cancellationToken) : null;
        return IsOf(scene.Decider, person, department);
    }
}
