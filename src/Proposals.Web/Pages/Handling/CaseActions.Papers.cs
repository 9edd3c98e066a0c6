using Proposals.Consultation;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Handling;

/// <summary>What the office enters from finished papers, several steps in one form.</summary>
public sealed partial class CaseActions
{
    /// <summary>Null until the letter is sealed.</summary>
    public DeliveryChecklist? Checklist => Reply is { DocumentNumber: not null, Kind: ReplyKind.ReplyLetter } reply ? DeliveryChecklist.Of(Subject, reply, desk.Rules.Of(Subject).Profile.CopiesTo) : null;

    /// <summary>To be done: copies and the upload of a letter that has gone out, or is about to.</summary>
    public IReadOnlyList<CopyEntry> MissingCopies => [.. (Checklist?.MissingCopies ?? []).Select(check => check.Entry)];

    public bool MayTickCopies => MissingCopies.Count > 0 && desk.MayDo(file, nameof(RecordCopies));

    private IEnumerable<CaseAction> PaperForms(bool isOver)
    {
        if (!IsOffice || isOver || Subject.OwesOpinion)
            yield break;
        if (Subject.AllocatedOn is not null && Reply is null or { SubmittedOn: null, SignedOn: null })
            yield return new CaseAction(nameof(RecordConsultation), ActLinks.Several(Subject.Id)) { Text = "Action_Several" };
        if (Subject.AcceptedOn is not null && Reply is null or { SubmittedOn: null, SignedOn: null })
            yield return new CaseAction(nameof(SubmitReply), ActLinks.Whole(Subject.Id)) { Text = "Action_Whole" };
        if (Checklist is not null)
            yield return new CaseAction(nameof(RecordDelivery), ActLinks.Complete(Subject.Id)) { Text = "Action_Complete" };
    }
}
