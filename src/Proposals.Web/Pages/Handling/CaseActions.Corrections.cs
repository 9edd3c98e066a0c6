using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.Web.Pages.Handling;

/// <summary>更正 stands quietly at each fact, for those who may do it.</summary>
public sealed partial class CaseActions
{
    public bool MayCorrect(string act) => desk.MayDecide(file, act);

    /// <summary>What somebody already holds is the director's to correct.</summary>
    public bool MayCorrectReply(WrittenReply reply) =>
        MayCorrect(nameof(CorrectReplyData)) && (!reply.IsInOtherHands || desk.MyDuties.Includes(Duty.OfficeDirector));

    public bool MayCorrectPromise(Commitment promise) =>
        MayCorrect(nameof(CorrectCommitment)) && (!file.Replies.Any(reply => reply.Id == promise.ReplyId && reply.DeliveredOn is not null) || desk.MyDuties.Includes(Duty.OfficeDirector));

    /// <summary>A signed form is exchanged together with what it says.</summary>
    public bool MayCorrectPaper(FileEntry paper) =>
        paper.VoidedOn is null && MayCorrect(nameof(ReplacePaper)) && !file.Forms.Any(form => form.ScanId == paper.Id);
}
