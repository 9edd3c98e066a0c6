using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>A page that ticks off who has the reply: each proposer, the copies, the upload. Ticks of one day, way and hand are one act.</summary>
public abstract class DeliveryForm(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    [BindProperty]
    public DeliveryInput Delivery { get; set; } = new();

    public override string ActCode => nameof(RecordDelivery);

    public override bool AsksForDayItself => true;

    public DeliveryChecklist Checklist => CaseFile.CurrentReply is { DocumentNumber: not null } reply
        ? DeliveryChecklist.Of(CaseFile.Case, reply, InForce.Profile.CopiesTo)
        : new DeliveryChecklist([], []);

    public IReadOnlyList<Person> Carriers => CaseFile.Staff;

    public DateOnly Earliest => CaseFile.CurrentReply?.SealedOn ?? CaseFile.Case.AssignedOn;

    public Proposer? ProposerOf(HandedInput row) => CaseFile.Case.Proposers.Find(proposer => proposer.Id == row.ProposerId);

    protected IStringLocalizer<ReplyText> Text => text;

    protected bool TicksAny => Delivery.Handed.Exists(row => row.IsDone) || Delivery.Copies.Exists(row => row.IsDone);

    protected override IEnumerable<PaperInput> Papers() => Delivery.Handed.Select(row => row.Proof);

    /// <summary>Whether the proposers are ticked when the page is opened; a copy is ticked by whoever sent it.</summary>
    protected abstract bool TicksProposers { get; }

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        var list = Checklist;
        Delivery = new DeliveryInput
        {
            Handed = [.. list.Proposers.Where(check => check.Delivery is null).Select(check => new HandedInput { ProposerId = check.Proposer.Id, IsDone = TicksProposers, On = Desk.Today, ById = CaseFile.Case.HandlerId ?? Desk.Me })],
            Copies = [.. list.MissingCopies.Select(check => new CopyInput { Recipient = check.Entry.Recipient, Way = check.Entry.Way, On = Desk.Today })],
        };
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        for (var index = 0; index < Delivery.Handed.Count; index++)
            if (Delivery.Handed[index] is { IsDone: true, On: null })
                ModelState.AddModelError($"Delivery.Handed[{index}].On", text["Deliver_NeedsDay"]);
        for (var index = 0; index < Delivery.Copies.Count; index++)
            if (Delivery.Copies[index] is { IsDone: true, On: null })
                ModelState.AddModelError($"Delivery.Copies[{index}].On", text["Deliver_NeedsDay"]);
    }

    protected override CaseAct Act() => Lines()[0].Act;

    protected override IReadOnlyList<ActLine> Lines() => [.. Handed(), .. Copied()];

    private IEnumerable<ActLine> Handed() => Delivery.Handed.Where(row => row.IsDone)
        .GroupBy(row => (row.On, row.Way, row.ById, Proof: row.Proof.Stored is [var proof, ..] ? proof : default(FileId?))).OrderBy(same => same.Key.On)
        .Select(same => OnBehalf.Line(new RecordDelivery([.. same.Select(row => row.ProposerId)], same.Key.Way) { HandedOverById = same.Key.ById, ProofId = same.Key.Proof }) with { OccurredOn = same.Key.On });

    private IEnumerable<ActLine> Copied() => Delivery.Copies.Where(row => row.IsDone)
        .GroupBy(row => row.On).OrderBy(same => same.Key)
        .Select(same => OnBehalf.Line(new RecordCopies([.. same.Select(row => new CopyEntry(row.Recipient, row.Way))])) with { OccurredOn = same.Key });
}
