using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Tests.Corrections;

/// <summary>One field that can be corrected: how it is read from the file, and an act that makes it another.</summary>
/// <param name="Read">Its present value as the correction writes it; null where the field is a row that comes or goes.</param>
internal sealed record CorrectableField(string Code, Func<CaseFile, string>? Read, Func<CaseFile, LongStory, Task<CorrectionAct>> Correct, string By = LongStory.Clerk)
{
    private const string Why = "登记时看错了";

    public static IReadOnlyList<CorrectableField> All { get; } =
    [
        Slip("Kind", file => file.Case.Kind.ToString(), act => act with { Kind = ItemKind.Motion }),
        Slip("Level", file => file.Case.Level.ToString(), act => act with { Level = AdministrativeLevel.City }),
        Slip("TermNumber", file => $"{file.Case.TermNumber}", act => act with { TermNumber = 16 }),
        Slip("SessionNumber", file => $"{file.Case.SessionNumber}", act => act with { SessionNumber = 3 }),
        Slip("IsInterSession", file => Flag(file.Case.IsInterSession), act => act with { IsInterSession = true }),
        Slip("CaseNumber", file => file.Case.CaseNumber, act => act with { CaseNumber = "285" }),
        Slip("Subject", file => file.Case.Subject, act => act with { Subject = "关于商旅文融合发展的提案" }),
        Slip("Content", file => file.Case.Content, act => act with { Content = "正文。" }),
        Slip("AssigningBody", file => file.Case.AssigningBody, act => act with { AssigningBody = "区政府督查室" }),
        Slip("AssignedOn", file => Day(file.Case.AssignedOn), act => act with { AssignedOn = new DateOnly(2025, 3, 14) }),
        Slip("AssignmentOpinion", file => file.Case.AssignmentOpinion, act => act with { AssignmentOpinion = "请认真办理" }),
        Slip("HandlingYear", file => $"{file.Case.HandlingYear}", act => act with { HandlingYear = 2026 }),
        Slip("KeyLevel", file => $"{file.Case.KeyLevel}", act => act with { KeyLevel = KeyLevel.Bureau }),
        new("LedById", file => $"{file.Case.LedById}", (_, told) => Done(new CorrectRegistration(Why) { LedById = told.Bureau.Id("顾明远") })),
        Slip("SupervisedBy", file => file.Case.SupervisedBy, act => act with { SupervisedBy = "区人大常委会副主任" }),
        new("ReceivedOn", file => Day(file.Case.ReceivedOn), (_, _) => Done(new CorrectReceipt(Why, new DateOnly(2025, 3, 17)))),

        Person("ProposerName", proposer => proposer.Name, change => change with { Name = "林 海" }),
        Person("ProposerGroup", proposer => proposer.Group, change => change with { Group = "经济界" }),
        Person("ProposerWorkUnit", proposer => proposer.WorkUnit, change => change with { WorkUnit = "某公司" }),
        Person("ProposerPhone", proposer => proposer.Phone, change => change with { Phone = "130" }),
        Person("ProposerContact", proposer => proposer.ContactPerson, change => change with { ContactPerson = "小林" }),
        new("ProposerRole", file => file.Case.Proposers[2].Role.ToString(), (file, _) => Done(new CorrectProposers(Why) { Changes = [new ProposerChange(file.Case.Proposers[2].Id) { Role = ProposerRole.CoProposer }] })),
        new("ProposerAdded", null, (_, _) => Done(new CorrectProposers(Why) { Added = [new ProposerEntry("孙安", ProposerRole.Seconder)] })),
        new("ProposerRemoved", null, (file, _) => Done(new CorrectProposers(Why) { Removed = [file.Case.Proposers.Single(proposer => proposer.Name == "钱英").Id] })),

        Allocation("ProposedOn", file => Day(file.Allocations[0].ProposedOn), act => act with { ProposedOn = new DateOnly(2025, 3, 19) }),
        Allocation("DecidedOn", file => Day(file.Allocations[0].DecidedOn), act => act with { DecidedOn = new DateOnly(2025, 3, 21) }),
        Allocation("AcceptedOn", file => Day(file.Case.AcceptedOn), act => act with { AcceptedOn = new DateOnly(2025, 3, 25) }),

        Meeting("HeldOn", held => Day(held.HeldOn), act => act with { HeldOn = new DateOnly(2025, 3, 27) }),
        Meeting("ContactKind", held => held.Kind.ToString(), act => act with { ContactKind = ContactKind.Symposium }),
        Meeting("Place", held => held.Place, act => act with { Place = "局三楼会议室" }),
        Meeting("ProposersPoints", held => held.ProposersPoints, act => act with { ProposersPoints = "希望统一标识" }),
        Meeting("OurIdeas", held => held.OurIdeas, act => act with { OurIdeas = "分两批推出" }),
        Meeting("Agreed", held => held.Agreed, act => act with { Agreed = "先统一标识" }),
        Meeting("StillOpen", held => held.StillOpen, act => act with { StillOpen = "经费" }),
        new("ProposersPresent", null, (file, _) => Done(new CorrectConsultation(file.Consultations[0].Id, Why) { ProposersPresent = [file.Case.Proposers[0].Id, file.Case.Proposers[1].Id] }), "郑宁"),
        new("StaffPresent", null, (file, told) => Done(new CorrectConsultation(file.Consultations[0].Id, Why) { StaffPresent = [told.Bureau.Id("郑宁"), told.Bureau.Id("王海涛")] }), "郑宁"),
        new("AddedProofs", null, async (file, told) => new CorrectConsultation(file.Consultations[0].Id, Why) { AddedProofs = [await told.PictureAsync("郑宁")] }, "郑宁"),

        Reply("DocumentNumber", reply => reply.DocumentNumber ?? "", act => act with { DocumentNumber = "云经旅提〔2025〕11号" }),
        Reply("SealedOn", reply => Day(reply.SealedOn), act => act with { SealedOn = new DateOnly(2025, 5, 16) }),
        Reply("ContactPerson", reply => reply.ContactPerson, act => act with { ContactPerson = "何悦" }),
        Reply("ContactPhone", reply => reply.ContactPhone, act => act with { ContactPhone = "0571-1111" }),
        Delivery("DeliveredOn", delivery => Day(delivery.On), act => act with { DeliveredOn = new DateOnly(2025, 6, 6) }),
        Delivery("DeliveryWay", delivery => delivery.Way.ToString(), act => act with { DeliveryWay = DeliveryWay.Post }),
        new("HandedOverById", file => $"{file.Replies[0].Deliveries[0].ById}", async (file, told) => new CorrectDelivery(file.Replies[0].Deliveries[0].Id, Why) { EvidenceId = await told.PictureAsync(), HandedOverById = told.Bureau.Id("沈立群") }, LongStory.Director),

        Form("Attitude", 1, form => form.Attitude.ToString(), act => act with { Attitude = Rating.BasicallySatisfied }),
        Form("Result", 0, form => form.Result.ToString(), act => act with { Result = Rating.BasicallySatisfied }),
        Form("FormOn", 1, form => Day(form.ReceivedOn), act => act with { FormOn = new DateOnly(2025, 6, 11) }),
        Form("Comments", 1, form => form.Comments, act => act with { Comments = "希望加快" }),
        new("ScanId", file => $"{file.Forms[1].ScanId}", async (file, told) => new CorrectFeedback(file.Forms[1].Id, Why) { EvidenceId = await told.PictureAsync(), ScanId = await told.PictureAsync() }, LongStory.Director),
        new("ReassignedOn", file => Day(file.Rounds[0].ReassignedOn), (_, _) => Done(new CorrectRound(2, Why) { ReassignedOn = new DateOnly(2025, 7, 9) })),
        new("ReassignmentOpinion", file => file.Rounds[0].Opinion, (_, _) => Done(new CorrectRound(2, Why) { ReassignmentOpinion = "请局领导当面沟通" })),

        Promise("CommitmentText", file => file.Commitments[0].Text, act => act with { CommitmentText = "更新全部标识" }),
        Promise("CommitmentDueOn", file => Day(file.Commitments[0].DueOn), act => act with { CommitmentDueOn = new DateOnly(2025, 11, 30) }),
        new("CommitmentDepartment", file => $"{file.Commitments[0].DepartmentId}", async (file, told) => new CorrectCommitment(file.Commitments[0].Id, Why) { EvidenceId = await told.PictureAsync(), CommitmentDepartment = await told.Bureau.DepartmentAsync("旅游科") }, LongStory.Director),
        new("CommitmentPerson", file => $"{file.Commitments[0].ResponsibleId}", async (file, told) => new CorrectCommitment(file.Commitments[0].Id, Why) { EvidenceId = await told.PictureAsync(), CommitmentPerson = told.Bureau.Id("郑宁") }, LongStory.Director),
        Promise("CommitmentReportedOn", file => Day(file.Commitments[0].ReportedOn), act => act with { CommitmentReportedOn = new DateOnly(2025, 7, 22) }),
        Promise("CommitmentClearedOn", file => Day(file.Commitments[0].ClearedOn), act => act with { CommitmentClearedOn = new DateOnly(2025, 7, 25) }),
        Told("SecondReplyNumber", told => told.DocumentNumber, act => act with { SecondReplyNumber = "云经旅提〔2025〕1-2号" }),
        Told("SecondReplyOn", told => Day(told.On), act => act with { SecondReplyOn = new DateOnly(2025, 7, 25) }),
        Told("SecondReplyWay", told => told.Way.ToString(), act => act with { SecondReplyWay = DeliveryWay.Post }),

        Pause("PausedOn", pause => Day(pause.PausedOn), act => act with { PausedOn = new DateOnly(2025, 4, 21) }),
        Pause("ResumedOn", pause => Day(pause.ResumedOn), act => act with { ResumedOn = new DateOnly(2025, 4, 29) }),
        Pause("PauseReason", pause => pause.Reason, act => act with { PauseReason = "提案人出国" }),
        Pause("LegalBasis", pause => pause.LegalBasis, act => act with { LegalBasis = "办理办法第十三条" }),
        Pause("ResumeNote", pause => pause.ResumeNote, act => act with { ResumeNote = "提案人已回" }),
        Extended("ExtensionAnsweredOn", request => Day(request.AnsweredOn), act => act with { ExtensionAnsweredOn = new DateOnly(2025, 5, 9) }),
        Extended("GrantedUntil", request => Day(request.GrantedUntil), act => act with { GrantedUntil = new DateOnly(2025, 7, 31) }),
        Extended("ExtensionAnswer", request => request.Answer, act => act with { ExtensionAnswer = "同意延期，抓紧办理。" }),
        Extended("ExtensionExplainedOn", request => Day(request.ExplainedOn), act => act with { ExtensionExplainedOn = new DateOnly(2025, 5, 13) }),

        Unit("UnitName", LongStory.Answered, unit => unit.Name, act => act with { UnitName = "区公安局" }),
        Unit("UnitRole", LongStory.Other, unit => unit.Role.ToString(), act => act with { UnitRole = OtherUnitRole.SplitHandling }),
        Unit("UnitAskedOn", LongStory.Answered, unit => Day(unit.AskedOn), act => act with { UnitAskedOn = new DateOnly(2025, 3, 27) }),
        Unit("UnitAnsweredOn", LongStory.Answered, unit => Day(unit.AnsweredOn), act => act with { UnitAnsweredOn = new DateOnly(2025, 4, 11) }),
        Unit("UnitStance", LongStory.Answered, unit => $"{unit.Stance}", act => act with { UnitStance = UnitStance.Remarks }),
        Unit("UnitOpinion", LongStory.Answered, unit => unit.Opinion, act => act with { UnitOpinion = "泊位施划由交警大队负责。" }),
        Unit("UnitRemovedOn", LongStory.Third, unit => Day(unit.RemovedOn), act => act with { UnitRemovedOn = new DateOnly(2025, 7, 20) }),
        new("Paper", null, async (file, told) => new ReplacePaper(file.Consultations[1].Proofs[^1].FileId, await told.PictureAsync("郑宁"), Why), "郑宁"),
    ];

    private static Task<CorrectionAct> Done(CorrectionAct act) => Task.FromResult(act);

    private static string Day(DateOnly? day) => $"{day:yyyy-MM-dd}";

    private static string Flag(bool flag) => flag ? "true" : "false";

    private static CorrectableField Slip(string code, Func<CaseFile, string>? read, Func<CorrectRegistration, CorrectRegistration> correct) =>
        new(code, read, (_, _) => Done(correct(new CorrectRegistration(Why))));

    private static CorrectableField Person(string code, Func<Proposer, string> read, Func<ProposerChange, ProposerChange> correct) =>
        new(code, file => read(file.Case.Proposers[1]), (file, _) => Done(new CorrectProposers(Why) { Changes = [correct(new ProposerChange(file.Case.Proposers[1].Id))] }));

    private static CorrectableField Allocation(string code, Func<CaseFile, string> read, Func<CorrectAllocation, CorrectAllocation> correct) =>
        new(code, read, (file, _) => Done(correct(new CorrectAllocation(file.Allocations[0].Id, Why))));

    private static CorrectableField Meeting(string code, Func<HeldConsultation, string> read, Func<CorrectConsultation, CorrectConsultation> correct) =>
        new(code, file => read(file.Consultations[0]), (file, _) => Done(correct(new CorrectConsultation(file.Consultations[0].Id, Why))), "郑宁");

    private static CorrectableField Reply(string code, Func<WrittenReply, string> read, Func<CorrectReplyData, CorrectReplyData> correct) =>
        new(code, file => read(file.Replies[0]), async (file, told) => correct(new CorrectReplyData(file.Replies[0].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);

    private static CorrectableField Delivery(string code, Func<ReplyDelivery, string> read, Func<CorrectDelivery, CorrectDelivery> correct) =>
        new(code, file => read(file.Replies[0].Deliveries[0]), async (file, told) => correct(new CorrectDelivery(file.Replies[0].Deliveries[0].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);

    private static CorrectableField Form(string code, int place, Func<FeedbackForm, string> read, Func<CorrectFeedback, CorrectFeedback> correct) =>
        new(code, file => read(file.Forms[place]), async (file, told) => correct(new CorrectFeedback(file.Forms[place].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);

    private static CorrectableField Unit(string code, int place, Func<CaseUnit, string> read, Func<CorrectUnit, CorrectUnit> correct) =>
        new(code, file => read(file.Case.Units[place]), (file, _) => Done(correct(new CorrectUnit(file.Case.Units[place].Id, Why))));

    private static CorrectableField Promise(string code, Func<CaseFile, string> read, Func<CorrectCommitment, CorrectCommitment> correct) =>
        new(code, read, async (file, told) => correct(new CorrectCommitment(file.Commitments[0].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);

    private static CorrectableField Pause(string code, Func<ClockPause, string> read, Func<CorrectPause, CorrectPause> correct) =>
        new(code, file => read(file.Times.Pauses[0]), (file, _) => Done(correct(new CorrectPause(file.Times.Pauses[0].Id, Why))), LongStory.Director);

    private static CorrectableField Extended(string code, Func<ExtensionRequest, string> read, Func<CorrectExtension, CorrectExtension> correct) =>
        new(code, file => read(file.Extensions[0]), async (file, told) => correct(new CorrectExtension(file.Extensions[0].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);

    private static CorrectableField Told(string code, Func<SecondReply, string> read, Func<CorrectSecondReply, CorrectSecondReply> correct) =>
        new(code, file => read(file.SecondReplies[0]), async (file, told) => correct(new CorrectSecondReply(file.SecondReplies[0].Id, Why) { EvidenceId = await told.PictureAsync() }), LongStory.Director);
}
