using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Assignment;

/// <summary>移交: what one person has of this case goes to another — his being its handler or its leader, his open steps, promises and measures. No due date moves, and what he did stays his.</summary>
/// <param name="FromId">Null where nobody handles the case and a new handler is named.</param>
/// <param name="SuccessorId">Null leaves the handler open (经办人待定): the head has the steps until one is named.</param>
public sealed record TransferCase(Guid? FromId, Guid? SuccessorId, string Reason) : CaseAct
{
    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        if (FromId is null && (subject.AcceptedOn is null || subject.HandlerId is not null))
        {
            return HandoverRefusals.NotHandledYet;
        }

        if (subject.ClosedOn is not null)
        {
            return ActRefusals.WrongState(subject.State);
        }

        var from = FromId is { } leaver ? await scene.Db.Users.AsNoTracking().FirstOrDefaultAsync(person => person.Id == leaver, cancellationToken) : null;
        var successor = SuccessorId is { } named ? await scene.FindPersonAsync(named, cancellationToken) : null;
        var (handles, leads) = (subject.HandlerId == FromId, FromId is not null && (subject.LeaderId == FromId || subject.LedById == FromId));
        var tenure = await scene.Db.HandlerTenures.Where(known => known.CaseId == subject.Id && known.UntilOn == null).OrderByDescending(known => known.Id).FirstOrDefaultAsync(cancellationToken);
        var refusal = CheckPeople(scene, from, successor, handles, leads)
            ?? ActRefusals.Check(nameof(Reason), Reason)
            ?? scene.NotBefore(tenure?.FromOn ?? subject.AcceptedOn);
        if (refusal is not null)
        {
            return refusal;
        }

        var (moved, notHis) = await HandedWork.MoveAsync(scene, FromId, successor, cancellationToken);
        if (notHis is not null)
        {
            return notHis;
        }

        if (!handles && !leads && moved == 0)
        {
            return HandoverRefusals.NothingHere(from?.DisplayName ?? "");
        }

        if (leads && successor is not null)
        {
            subject.LeaderId = subject.LeaderId == FromId ? successor.Id : subject.LeaderId;
            subject.LedById = subject.LedById == FromId ? successor.Id : subject.LedById;
        }

        if (handles)
        {
            Rename(scene, tenure, successor);
        }

        return null;
    }

    private void Rename(CaseScene scene, HandlerTenure? tenure, Person? successor)
    {
        if (tenure is not null)
        {
            tenure.UntilOn = scene.OccurredOn;
        }

        scene.Case.HandlerId = successor?.Id;
        if (successor is null)
        {
            scene.Deadlines.Open(DeadlineKind.Handover, scene.OccurredOn);
            return;
        }

        scene.Deadlines.Meet(DeadlineKind.Handover, scene.OccurredOn);
        scene.Db.HandlerTenures.Add(new HandlerTenure
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            HandlerId = successor.Id,
            NamedById = scene.Decider.Id,
            FromOn = scene.OccurredOn,
            Reason = Reason.Trim(),
        });
    }

    private Refusal? CheckPeople(CaseScene scene, Person? from, Person? successor, bool handles, bool leads)
    {
        if ((FromId is not null && from is null) || (SuccessorId is not null && successor is null))
        {
            return ActRefusals.UnknownPerson;
        }

        // A handler gives away what is his; a head disposes of his own department's people, not of its leader nor of others who have a part in the case.
        var decider = scene.Decider;
        var isHead = decider.Duties.Includes(Duty.DepartmentHead) && (from is null || (from.DepartmentId is not null && from.DepartmentId == decider.DepartmentId));
        if (!decider.Duties.Includes(Duty.OfficeDirector) && FromId != decider.Id && (leads || !isHead))
        {
            return ActRefusals.NotEntitled(decider.DisplayName, Name);
        }

        if (successor is null)
        {
            return FromId is not null && handles && !leads && (decider.Id != FromId || decider.Duties.Includes(Duty.DepartmentHead)) ? null : HandoverRefusals.SuccessorMissing;
        }

        return successor.Id == FromId ? HandoverRefusals.SamePerson(successor.DisplayName)
            : leads && !successor.Duties.Includes(Duties.Leaders) ? PeopleRefusals.LacksDuty(successor.DisplayName, Duty.DeputyLeader)
            : !successor.Duties.Includes(Duties.Staff) ? PeopleRefusals.LacksDuty(successor.DisplayName, Duty.Handler)
            : handles && successor.DepartmentId != scene.Case.DepartmentId ? AssignmentRefusals.HandlerOutsideDepartment(successor.DisplayName)
            : null;
    }
}
