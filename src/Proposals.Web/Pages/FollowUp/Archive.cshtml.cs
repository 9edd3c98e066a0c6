using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;

namespace Proposals.Web.Pages.FollowUp;

/// <summary>What the file should hold, and whether it does. Information: a missing paper does not stop the archive.</summary>
public sealed record FileCheck(string What, bool IsThere, string Detail);

/// <summary>办结归档.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ArchivePage(ActDesk desk, CopyWords copies, IStringLocalizer<FollowUpText> text) : ActPage(desk)
{
    public sealed class ArchiveInput
    {
        [StringLength(Lengths.Remark), Display(Name = "Archive_Remark")]
        public string? Remark { get; set; }
    }

    [BindProperty]
    public ArchiveInput Input { get; set; } = new();

    public override string ActCode => nameof(CloseAndArchive);

    public IReadOnlyList<FileCheck> Checks => CaseFile.Case.OwesOpinion
        ? [Slip(), .. CaseFile.Replies.SelectMany(OfOpinion)]
        : [Slip(), Talks(), .. CaseFile.Replies.SelectMany(OfReply), .. Promises()];

    protected override CaseAct Act() => new CloseAndArchive { Remark = Input.Remark ?? "" };

    private FileCheck Slip()
    {
        var count = CaseFile.Files.Count(file => file.AttachedTo == nameof(Proposals.Intake.RegisterCase));
        return new FileCheck(text["Check_Slip"], count > 0, count > 0 ? text["Check_Papers", count] : text["Check_NoScan"]);
    }

    private FileCheck Talks()
    {
        var valid = CaseFile.Consultations.Where(held => held.IsValid).ToList();
        return new FileCheck(text["Check_Talks"], valid.Count > 0, text["Check_TalksDetail", valid.Count, valid.Count(held => held.Proofs.Count > 0)]);
    }

    private IEnumerable<FileCheck> OfReply(WrittenReply reply)
    {
        var owed = CaseFile.Case.Proposers.Count(proposer => proposer.IsOwedReply);
        var form = CaseFile.Forms.FirstOrDefault(known => known.Round == reply.Round);
        yield return new FileCheck(Round("Check_Reply", reply.Round), reply.DocumentNumber is not null, reply.DocumentNumber ?? text["Check_NotSealed"]);
        yield return new FileCheck(Round("Check_Delivery", reply.Round), reply.DeliveredOn is not null, text["Check_DeliveryDetail", reply.Deliveries.Count, owed, reply.DeliveredOn is { } on ? DateText.InTable(on) : "—"]);
        var missing = DeliveryChecklist.Of(CaseFile.Case, reply, InForce.Profile.CopiesTo).MissingCopies.Select(check => check.Entry).ToList();
        if (reply.DocumentNumber is not null)
            yield return new FileCheck(Round("Check_Copies", reply.Round), missing.Count == 0, missing.Count == 0 ? text["Check_CopiesDone"] : copies.Missing(missing));
        yield return new FileCheck(Round("Check_Form", reply.Round), form is not null, form is not null
            ? text["Check_FormDetail", Desk.Words.Label(form.Attitude), Desk.Words.Label(form.Result)]
            : CaseFile.Case.FeedbackLapsed ? text["Check_Lapsed"] : text["Check_NoForm"]);
    }

    private IEnumerable<FileCheck> OfOpinion(Proposals.Reply.WrittenReply opinion)
    {
        var lead = CaseFile.Case.UnitThatLeads();
        yield return new FileCheck(text["Check_Opinion"], opinion.DocumentNumber is not null, opinion.DocumentNumber ?? text["Check_NotSealed"]);
        yield return new FileCheck(text["Check_Sent"], opinion.DeliveredOn is not null, opinion.DeliveredOn is { } sent ? DateText.InTable(sent) : "—");
        yield return new FileCheck(text["Check_LeadReply"], lead?.PaperId is not null, lead?.AnsweredOn is { } came ? DateText.InTable(came) : "—");
    }

    private IEnumerable<FileCheck> Promises()
    {
        var all = CaseFile.Commitments;
        if (all.Count > 0)
            yield return new FileCheck(text["Check_Promises"], CaseFile.Case.OpenCommitments == 0, text["Check_PromisesDetail", all.Count(promise => promise.State == CommitmentState.Kept), all.Count]);
    }

    private string Round(string key, int round) => CaseFile.Replies.Count > 1 ? text["Check_OfRound", text[key].Value, round] : text[key];
}
