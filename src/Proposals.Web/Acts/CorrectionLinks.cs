using Proposals.Consultation;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;

namespace Proposals.Web.Acts;

/// <summary>Where each fact of a case is corrected.</summary>
public static class CorrectionLinks
{
    public static string Registration(CaseId id) => $"/cases/{id}/correct/registration";

    public static string Proposers(CaseId id) => $"/cases/{id}/correct/proposers";

    public static string Receipt(CaseId id) => $"/cases/{id}/correct/receipt";

    public static string Allocation(CaseId id, Guid allocation) => $"/cases/{id}/correct/allocations/{allocation}";

    public static string Consultation(CaseId id, ConsultationId consultation) => $"/cases/{id}/correct/consultations/{consultation}";

    public static string Reply(CaseId id, ReplyId reply) => $"/cases/{id}/correct/replies/{reply}";

    public static string Delivery(CaseId id, Guid delivery) => $"/cases/{id}/correct/deliveries/{delivery}";

    public static string Unit(CaseId id, Guid unit) => $"/cases/{id}/correct/units/{unit}";

    public static string SentOpinion(CaseId id, ReplyId reply) => $"/cases/{id}/correct/opinions/{reply}";

    public static string Form(CaseId id, Guid form) => $"/cases/{id}/correct/forms/{form}";

    public static string Round(CaseId id, int round) => $"/cases/{id}/correct/rounds/{round}";

    public static string Commitment(CaseId id, CommitmentId commitment) => $"/cases/{id}/correct/commitments/{commitment}";

    public static string SecondReply(CaseId id, Guid secondReply) => $"/cases/{id}/correct/second-replies/{secondReply}";

    public static string Pause(CaseId id, Guid pause) => $"/cases/{id}/correct/pauses/{pause}";

    public static string Extension(CaseId id, Guid extension) => $"/cases/{id}/correct/extensions/{extension}";

    public static string Paper(CaseId id, FileId file) => $"/cases/{id}/correct/papers/{file}";
}
