using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>更正文号和联系人. Once somebody holds the paper, the director does it and shows why.</summary>
public sealed record CorrectReplyData(ReplyId ReplyId, string Reason) : CorrectionAct(Reason)
{
    public string? DocumentNumber { get; init; }

    public DateOnly? SealedOn { get; init; }

    public string? ContactPerson { get; init; }

    public string? ContactPhone { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, ReplyId);
        var reply = await scene.Db.Replies.AsSplitQuery().Include(known => known.Deliveries).Include(known => known.Copies)
            .FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken);
        if (reply is null)
        {
            return CorrectionRefusals.UnknownRow;
        }

        var refusal = (reply.IsInOtherHands ? CheckDirector(scene) : null)
            ?? await CheckNumberAsync(scene, reply, cancellationToken)
            ?? CheckDay(sheet, reply)
            ?? ActRefusals.Check(nameof(ContactPerson), ContactPerson, Lengths.Name, required: false)
            ?? ActRefusals.Check(nameof(ContactPhone), ContactPhone, Lengths.Phone, required: false);
        if (refusal is not null)
        {
            return refusal;
        }

        var row = reply.Id.Value;
        sheet.Set(nameof(DocumentNumber), row, reply.DocumentNumber ?? "", DocumentNumber is null ? null : OfficialNumber.Of(DocumentNumber), text => reply.DocumentNumber = text);
        sheet.Set<DateOnly>(nameof(SealedOn), row, reply.SealedOn, SealedOn, day => reply.SealedOn = day);
        sheet.Set(nameof(ContactPerson), row, reply.ContactPerson, ContactPerson, text => reply.ContactPerson = text);
        sheet.Set(nameof(ContactPhone), row, reply.ContactPhone, ContactPhone, text => reply.ContactPhone = text);
        return null;
    }

    private async Task<Refusal?> CheckNumberAsync(CaseScene scene, WrittenReply reply, CancellationToken cancellationToken)
    {
        if (DocumentNumber is null)
        {
            return null;
        }

        if (reply.DocumentNumber is null)
        {
            return CorrectionRefusals.NotThereYet(nameof(DocumentNumber));
        }

        var (id, number) = (reply.Id.Value, OfficialNumber.Of(DocumentNumber));
        return ActRefusals.Check(nameof(DocumentNumber), DocumentNumber, Lengths.Name)
            ?? await DocumentNumbers.FindTwinAsync(scene.Db, number, id, cancellationToken);
    }

    private Refusal? CheckDay(CorrectionSheet sheet, WrittenReply reply) =>
        SealedOn is not null && reply.SealedOn is null
            ? CorrectionRefusals.NotThereYet(nameof(SealedOn))
            : sheet.Between(SealedOn, [new("SignedOn", reply.SignedOn)],
                [new("DeliveredOn", reply.Deliveries.Min(delivery => (DateOnly?)delivery.On)), new("CopiedOn", reply.Copies.Min(copy => (DateOnly?)copy.On))]);
}
