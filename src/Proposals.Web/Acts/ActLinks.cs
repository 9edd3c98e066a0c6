using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Web.Acts;

/// <summary>Where each act's form is. One table, so that a step, a menu and a test find the same page.</summary>
public static class ActLinks
{
    private static readonly Dictionary<string, string> Paths = new()
    {
        [nameof(ReceiveCase)] = "receive",
        [nameof(ProposeAllocation)] = "allocation/propose",
        [nameof(DecideAllocation)] = "allocation/decide",
        [nameof(AcceptAndName)] = "accept",
        [nameof(ObjectToAllocation)] = "object",
        [nameof(RecordConsultation)] = "consultations/record",
        [nameof(GrantOverride)] = "override",
        [nameof(SubmitReply)] = "reply/draft",
        [nameof(ReviewByHead)] = "review/Head",
        [nameof(ReviewByOffice)] = "review/Office",
        [nameof(ReviewByDeputy)] = "review/Deputy",
        [nameof(SignReply)] = "review/Principal",
        [nameof(NumberAndSeal)] = "reply/seal",
        [nameof(RecordDelivery)] = "reply/deliver",
        [nameof(RecordCopies)] = "reply/deliver",
        [nameof(RecordFeedback)] = "feedback/record",
        [nameof(RecordLapse)] = "feedback/lapse",
        [nameof(StartRehandling)] = "feedback/rehandle",
        [nameof(RecordProgress)] = "commitments",
        [nameof(UrgeByPhone)] = "urge",
        [nameof(UrgeStep)] = "urge-step",
        [nameof(CloseAndArchive)] = "archive",

        [nameof(MarkKeyItem)] = "key-item",
        [nameof(UnmarkKeyItem)] = "key-item/remove",
        [nameof(SubmitPlan)] = "plan/draft",
        [nameof(WaivePlan)] = "plan/waive",
        [nameof(ApprovePlan)] = "plan/decide",
        [nameof(RecordSecondReply)] = "second-reply",
        [nameof(UpgradeClass)] = "class",
        [nameof(TransferCase)] = "transfer",
        [nameof(RequestReturn)] = "return/request",
        [nameof(DecideReturn)] = "return/decide",
        [nameof(AnswerReturn)] = "return/answer",
        [nameof(RequestExtension)] = "extension/request",
        [nameof(DecideExtension)] = "extension/decide",
        [nameof(AnswerExtension)] = "extension/answer",
        [nameof(ExplainExtension)] = "extension/explain",
        [nameof(ApplyRules)] = "rules",
        [nameof(PauseClock)] = "clock/pause",
        [nameof(ResumeClock)] = "clock/resume",
        [nameof(DirectSupervision)] = "direct",
        [nameof(RequestAddUnit)] = "units/request",
        [nameof(AnswerAddUnit)] = "units/answer",
        [nameof(DecideObjection)] = "object/decide",
        [nameof(WithdrawCase)] = "withdraw",
        [nameof(RecordReassignment)] = "reassign",
        [nameof(VoidCase)] = "void",
        [nameof(AskUnits)] = "units/ask",
        [nameof(RecordUnitOpinion)] = "units/opinion",
        [nameof(UrgeUnit)] = "units/urge",
        [nameof(SettleDifference)] = "units/settle",
        [nameof(NameCoDepartments)] = "departments/name",
        [nameof(GiveDepartmentOpinion)] = "departments/opinion",
        [nameof(ReleaseCoDepartment)] = "departments/release",
        [nameof(SendOpinion)] = "opinion/send",
        [nameof(FileLeadReply)] = "opinion/lead-reply",
    };

    public const string Register = "/cases/register";

    public const string Import = "/cases/import";
    /// <summary>会议单代录: one sheet that decided many cases.</summary>
    public const string MeetingSheet = "/cases/sheet";

    public static string Case(CaseId id) => $"/cases/{id}";

    /// <summary>Its dates, and what they follow from.</summary>
    public static string Deadlines(CaseId id) => $"/cases/{id}?tab=Deadlines";

    public static string To(CaseId id, string act) => $"/cases/{id}/{Paths[act]}";

    public static string Void(CaseId id, ConsultationId consultation) => $"/cases/{id}/consultations/{consultation}/void";

    public static string Progress(CaseId id, CommitmentId commitment) => $"/cases/{id}/commitments/{commitment}/progress";

    public static string Clear(CaseId id, CommitmentId commitment) => $"/cases/{id}/commitments/{commitment}/clear";

    public static string Measure(CaseId id, Guid measure) => $"/cases/{id}/plan/measures/{measure}";

    /// <summary>发文稿纸: one sheet that carries head's, office's and leader's decision.</summary>
    public static string Sheet(CaseId id) => $"/cases/{id}/reply/sheet";

    /// <summary>Several meetings that took place already.</summary>
    public static string Several(CaseId id) => $"/cases/{id}/consultations/several";

    /// <summary>复函与发文稿纸: the finished letter with its signatures and its number.</summary>
    public static string Whole(CaseId id) => $"/cases/{id}/reply/whole";

    /// <summary>Delivery, feedback and archive.</summary>
    public static string Complete(CaseId id) => $"/cases/{id}/reply/complete";

    /// <summary>批示 on one of the case's orders.</summary>
    public static string Direct(CaseId id, Guid order) => $"{To(id, nameof(DirectSupervision))}?order={order}";

    /// <summary>提醒单, 预警单, 督办单.</summary>
    public static string Slip(CaseId id, Guid rung) => $"/cases/{id}/slips/{rung}";

    public static string File(FileId id) => $"/files/{id}";

    /// <summary>The form that answers a waiting step by its agreeing outcome; null for an activity without an act of ours.</summary>
    public static string? Answering(CaseId id, Step step) =>
        StepCatalogue.Activities.TryFind(step.ActivityType, out var activity) && activity.Ports[0].Act is { } act && Paths.ContainsKey(act) ? To(id, act) : null;
}
