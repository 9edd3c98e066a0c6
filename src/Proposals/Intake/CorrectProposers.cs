using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.Intake;

/// <summary>更正代表或委员: a name, a telephone, a role; one who was forgotten, one who does not belong to it.</summary>
public sealed record CorrectProposers(string Reason) : CorrectionAct(Reason)
{
    public IReadOnlyList<ProposerChange> Changes { get; init; } = [];

    public IReadOnlyList<ProposerEntry> Added { get; init; } = [];

    public IReadOnlyList<Guid> Removed { get; init; } = [];

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var subject = scene.Case;
        var owedBefore = Owed(subject);
        var leadBefore = Lead(subject);
        var stands = await RoundStand.ReadAsync(scene, cancellationToken);
        var refusal = await RemoveAsync(scene, sheet, cancellationToken) ?? Change(subject, sheet) ?? Add(scene, sheet);
        if (refusal is not null)
        {
            return refusal;
        }

        if (subject.Proposers.Count(proposer => proposer.Role is ProposerRole.Lead or ProposerRole.Collective) != 1)
        {
            return IntakeRefusals.OneLeadProposer;
        }

        if (Lead(subject) != leadBefore && await IsServedAsync(scene, cancellationToken))
        {
            return CorrectionRefusals.LeadIsServed;
        }

        return await SettleDeliveryAsync(scene, owedBefore, cancellationToken) ?? await SettlePresenceAsync(scene, stands, cancellationToken);
    }

    private static HashSet<Guid> Owed(ProposalCase subject) => [.. subject.Proposers.Where(proposer => proposer.IsOwedReply).Select(proposer => proposer.Id)];

    private static Guid? Lead(ProposalCase subject) => subject.Proposers.Find(proposer => proposer.Role is ProposerRole.Lead or ProposerRole.Collective)?.Id;

    private static async Task<bool> IsServedAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        return await scene.Db.Replies.AnyAsync(reply => reply.CaseId == caseId && reply.Deliveries.Count > 0, cancellationToken);
    }

    private async Task<Refusal?> RemoveAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        foreach (var id in Removed.Distinct())
        {
            if (scene.Case.Proposers.Find(known => known.Id == id) is not { } proposer)
            {
                return IntakeRefusals.UnknownProposer;
            }

            if (await scene.Db.Set<ProposerPresence>().AnyAsync(presence => presence.ProposerId == id, cancellationToken)
                || await scene.Db.ReplyDeliveries.AnyAsync(delivery => delivery.ProposerId == id, cancellationToken)
                || await scene.Db.FeedbackForms.AnyAsync(form => form.ProposerId == id, cancellationToken))
            {
                return CorrectionRefusals.ProposerIsPart(proposer.Name);
            }

            sheet.Note("ProposerRemoved", id, proposer.Name, null);
            scene.Case.Proposers.Remove(proposer);
            scene.Db.Remove(proposer);
        }

        return null;
    }

    private Refusal? Change(ProposalCase subject, CorrectionSheet sheet)
    {
        foreach (var change in Changes)
        {
            if (subject.Proposers.Find(known => known.Id == change.ProposerId) is not { } proposer)
            {
                return IntakeRefusals.UnknownProposer;
            }

            if (change.Check() is { } refusal)
            {
                return refusal;
            }

            sheet.Set("ProposerName", proposer.Id, proposer.Name, change.Name, text => proposer.Name = text);
            sheet.Set("ProposerGroup", proposer.Id, proposer.Group, change.Group, text => proposer.Group = text);
            sheet.Set("ProposerWorkUnit", proposer.Id, proposer.WorkUnit, change.WorkUnit, text => proposer.WorkUnit = text);
            sheet.Set("ProposerPhone", proposer.Id, proposer.Phone, change.Phone, text => proposer.Phone = text);
            sheet.Set("ProposerContact", proposer.Id, proposer.ContactPerson, change.ContactPerson, text => proposer.ContactPerson = text);
            sheet.Set<ProposerRole>("ProposerRole", proposer.Id, proposer.Role, change.Role, role => proposer.Role = role);
        }

        return null;
    }

    private Refusal? Add(CaseScene scene, CorrectionSheet sheet)
    {
        var position = scene.Case.Proposers.Select(proposer => proposer.Position).DefaultIfEmpty(-1).Max();
        foreach (var entry in Added)
        {
            if (new ProposerChange(Guid.Empty) { Name = entry.Name, Group = entry.Group, WorkUnit = entry.WorkUnit, Phone = entry.Phone, ContactPerson = entry.ContactPerson }.Check() is { } refusal)
            {
                return refusal;
            }

            var proposer = new Proposer
            {
                Id = TimedId.At(scene.Now),
                CaseId = scene.Case.Id,
                Position = ++position,
                Role = entry.Role,
                Name = entry.Name.Trim(),
                Group = entry.Group,
                WorkUnit = entry.WorkUnit,
                Phone = entry.Phone,
                ContactPerson = entry.ContactPerson,
            };
            scene.Db.Add(proposer);
            sheet.Note("ProposerAdded", proposer.Id, null, proposer.Name);
        }

        return null;
    }

    /// <summary>Who is owed the reply decides whether all have it.</summary>
    private static async Task<Refusal?> SettleDeliveryAsync(CaseScene scene, HashSet<Guid> owedBefore, CancellationToken cancellationToken)
    {
        var owed = Owed(scene.Case);
        if (scene.Reply is not { } reply || owed.SetEquals(owedBefore))
        {
            return null;
        }

        if (reply.DeliveredOn is not null)
        {
            return owed.IsSubsetOf(owedBefore) ? null : CorrectionRefusals.ReplyIsDelivered;
        }

        if (reply.Deliveries.Count > 0 && owed.All(id => reply.Deliveries.Exists(delivery => delivery.ProposerId == id)))
        {
            await RecordDelivery.CompleteAsync(scene, reply, reply.Deliveries.Max(delivery => delivery.On), cancellationToken);
        }

        return null;
    }

    /// <summary>A meeting counts when somebody was there who is owed the reply.</summary>
    private static async Task<Refusal?> SettlePresenceAsync(CaseScene scene, RoundStand stands, CancellationToken cancellationToken)
    {
        var (caseId, owed) = (scene.Case.Id, Owed(scene.Case));
        foreach (var held in await scene.Db.Consultations.Include(held => held.ProposersPresent).Where(held => held.CaseId == caseId).ToListAsync(cancellationToken))
        {
            held.ProposerWasPresent = held.ProposersPresent.Exists(presence => owed.Contains(presence.ProposerId));
        }

        return await stands.SettleAsync(scene, cancellationToken);
    }
}

/// <summary>What is wrong with one of them; a null is right as it is.</summary>
public sealed record ProposerChange(Guid ProposerId)
{
    public string? Name { get; init; }

    public string? Group { get; init; }

    public string? WorkUnit { get; init; }

    public string? Phone { get; init; }

    public string? ContactPerson { get; init; }

    public ProposerRole? Role { get; init; }

    internal Refusal? Check() =>
        (Name is null ? null : ActRefusals.Check("ProposerName", Name, Lengths.Name))
        ?? ActRefusals.Check("ProposerGroup", Group, Lengths.Name, required: false)
        ?? ActRefusals.Check("ProposerWorkUnit", WorkUnit, Lengths.Subject, required: false)
        ?? ActRefusals.Check("ProposerPhone", Phone, Lengths.Phone, required: false)
        ?? ActRefusals.Check("ProposerContact", ContactPerson, Lengths.Name, required: false);
}
