using Proposals.Handling;
using Proposals.People;

namespace Proposals.Acts;

/// <summary>Who may decide which act. One table, so that it can be read, tested and printed.</summary>
/// <remarks>Besides these, whoever owns the open work item that asks for the act may do it: an admin may give a step to somebody else.</remarks>
public static class ActRights
{
    private static readonly Dictionary<string, Right[]> Table = new()
    {
        ["RegisterCase"] = [Any(Duties.Office)],
        ["ReceiveCase"] = [Any(Duties.Office)],
        ["ProposeAllocation"] = [Any(Duties.Office)],
        ["DecideAllocation"] = [CaseLeader, Any(Duty.Principal)],
        ["AcceptAndName"] = [DepartmentHead],
        ["ObjectToAllocation"] = [DepartmentHead],
        ["RecordConsultation"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],
        ["VoidConsultation"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["GrantOverride"] = [CaseLeader, Any(Duty.OfficeDirector | Duty.Principal)],
        ["SubmitReply"] = [CaseHandler, DepartmentHead],
        ["ReviewByHead"] = [DepartmentHead],
        ["ReviewByOffice"] = [Any(Duty.OfficeDirector)],
        ["ReviewByDeputy"] = [CaseLeader, Any(Duty.Principal)],
        ["SignReply"] = [Any(Duty.Principal)],
        ["NumberAndSeal"] = [Any(Duties.Office)],
        ["RecordDelivery"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],
        ["RecordCopies"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],
        ["RecordFeedback"] = [CaseHandler, Any(Duties.Office)],
        ["RecordLapse"] = [Any(Duties.Office)],
        ["UrgeByPhone"] = [Any(Duties.Office)],

        // The office rings whom it likes; here whoever answers for the case may ask for it too: its leaders and the head of its department.
        ["UrgeStep"] = [DepartmentHead, CaseLeader, LeadingLeader, Any(Duties.Office | Duty.Principal)],
        ["StartRehandling"] = [Any(Duties.Office)],
        ["RecordProgress"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["CloseAndArchive"] = [Any(Duties.Office)],
        ["CorrectRegistration"] = [Any(Duties.Office)],
        ["CorrectProposers"] = [Any(Duties.Office)],
        ["CorrectReceipt"] = [Any(Duties.Office)],
        ["CorrectAllocation"] = [Any(Duties.Office)],
        ["CorrectConsultation"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["CorrectReplyData"] = [Any(Duties.Office)],
        ["CorrectDelivery"] = [Any(Duty.OfficeDirector)],
        ["CorrectFeedback"] = [Any(Duty.OfficeDirector)],
        ["CorrectRound"] = [Any(Duties.Office)],
        ["CorrectCommitment"] = [Any(Duties.Office)],
        ["CorrectSecondReply"] = [Any(Duty.OfficeDirector)],
        ["CorrectPause"] = [Any(Duty.OfficeDirector)],
        ["CorrectExtension"] = [Any(Duties.Office)],
        ["CorrectUnit"] = [Any(Duties.Office)],
        ["CorrectSentOpinion"] = [Any(Duty.OfficeDirector)],
        ["ReplacePaper"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["VoidPaper"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["SendOpinion"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["FileLeadReply"] = [CaseHandler, Any(Duties.Office)],

        ["MarkKeyItem"] = [Any(Duty.OfficeDirector)],
        ["UnmarkKeyItem"] = [Any(Duty.OfficeDirector)],
        ["BeginPlan"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duty.OfficeDirector)],
        ["SubmitPlan"] = [CaseHandler, DepartmentHead],
        ["WaivePlan"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duty.OfficeDirector)],
        ["ApprovePlan"] = [LeadingLeader, CaseLeader, Any(Duty.Principal)],
        ["UpdateMeasure"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["ClearCommitment"] = [Any(Duties.Office)],
        ["SendBackCommitment"] = [Any(Duties.Office)],
        ["RecordSecondReply"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["UpgradeClass"] = [CaseLeader, Any(Duty.OfficeDirector | Duty.Principal)],
        ["TransferCase"] = [CaseHandler, DepartmentHead, Any(Duty.OfficeDirector)],
        ["AskUnits"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["UrgeUnit"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["RecordUnitOpinion"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["SettleDifference"] = [CaseHandler, DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],
        ["NameCoDepartments"] = [DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],
        ["ReleaseCoDepartment"] = [DepartmentHead, CaseLeader, Any(Duties.Office | Duty.Principal)],

        // Of which department, the act itself asks: the helping ones change with each case.
        ["GiveDepartmentOpinion"] = [Any(Duty.DepartmentHead)],

        ["RetryIncident"] = [Any(Duty.Admin)],
        ["SkipIncident"] = [Any(Duty.Admin)],
        ["CompleteTask"] = [Any(Duty.Admin)],
        ["ElapseTimer"] = [],
        ["RedateCase"] = [],

        // How a case leaves or changes hands outside. The leader whom a return names decides it as the owner of its step.
        ["RequestReturn"] = [Any(Duties.Office)],
        ["DecideReturn"] = [Any(Duty.Principal)],
        ["AnswerReturn"] = [Any(Duties.Office)],
        ["RequestAddUnit"] = [Any(Duties.Office)],
        ["AnswerAddUnit"] = [Any(Duties.Office)],
        ["DecideObjection"] = [CaseLeader, Any(Duty.Principal)],
        ["WithdrawCase"] = [Any(Duties.Office)],
        ["RecordReassignment"] = [Any(Duties.Office)],
        ["VoidCase"] = [Any(Duty.OfficeDirector)],

        // Clocks. The leader whom a request names decides it as the owner of its step.
        ["RequestExtension"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["DecideExtension"] = [CaseLeader, Any(Duty.Principal)],
        ["AnswerExtension"] = [Any(Duties.Office)],
        ["ExplainExtension"] = [CaseHandler, DepartmentHead, Any(Duties.Office)],
        ["ApplyRules"] = [Any(Duty.OfficeDirector)],
        ["PauseClock"] = [CaseLeader, Any(Duty.OfficeDirector | Duty.Principal)],
        ["ResumeClock"] = [CaseLeader, Any(Duty.OfficeDirector | Duty.Principal)],

        // Whose order it is, the act itself asks: where nobody leads, the office has it.
        ["DirectSupervision"] = [Any(Duties.Leaders | Duties.Office)],

        ["TakeOverCase"] = [Any(Duties.Office)],
    };

    public static IReadOnlyCollection<string> Acts => Table.Keys;

    private static Right DepartmentHead => new(Duty.DepartmentHead, Relation.HeadOfItsDepartment);

    private static Right CaseHandler => new(Duty.Handler, Relation.ItsHandler);

    private static Right CaseLeader => new(Duties.Leaders, Relation.ItsLeader);

    private static Right LeadingLeader => new(Duties.Leaders, Relation.LeadsTheKeyItem);

    /// <param name="act">Code of the act.</param>
    /// <param name="subject">Null while a case is only being registered.</param>
    public static bool MayDecide(string act, Person person, ProposalCase? subject) =>
        !person.IsDisabled && Table.TryGetValue(act, out var rights) && rights.Any(right => right.Covers(person, subject));

    /// <summary>A step may be given to any colleague who works on cases; what a leader decides to another leader only, and a signature to nobody.</summary>
    public static bool MayBeGiven(string act, Person person) => !person.IsDisabled && act switch
    {
        "ReviewByDeputy" or "SignReply" or "GrantOverride" => false,
        "DecideAllocation" or "DecideReturn" or "DecideExtension" or "DecideObjection" or "ApprovePlan" => person.Duties.Includes(Duties.Leaders),
        _ => person.Duties.Includes(Duties.Staff),
    };

    /// <summary>工作交接: whether he could do the act once he is to the case what the other was: its handler, its leader, or whoever has the step.</summary>
    /// <param name="act">Code of the act.</param>
    /// <param name="inPlaceOf">Null where nobody handled the case.</param>
    public static bool MayTakeOver(string act, Person successor, Guid? inPlaceOf, ProposalCase subject) =>
        MayBeGiven(act, successor) || (!successor.IsDisabled && Table.TryGetValue(act, out var rights) && rights.Any(right => right.Covers(successor, subject, inPlaceOf)));

    /// <summary>Work on the machine is no decision on paper, and neither is a word to a colleague: the office cannot enter it for somebody else.</summary>
    public static bool IsPersonal(string act) => act is "RetryIncident" or "SkipIncident" or "CompleteTask" or "ElapseTimer" or "RedateCase" or "UrgeStep";

    private static Right Any(Duty duties) => new(duties, Relation.Any);

    private enum Relation
    {
        Any,
        HeadOfItsDepartment,
        ItsHandler,
        ItsLeader,
        LeadsTheKeyItem,
    }

    private sealed record Right(Duty Duties, Relation Relation)
    {
        public bool Covers(Person person, ProposalCase? subject, Guid? inPlaceOf = null)
        {
            return person.Duties.Includes(Duties) && Relation switch
            {
                Relation.Any => true,
                Relation.HeadOfItsDepartment => subject?.DepartmentId is not null && person.DepartmentId == subject.DepartmentId,
                Relation.ItsHandler => Is(subject?.HandlerId),
                Relation.ItsLeader => Is(subject?.LeaderId),
                Relation.LeadsTheKeyItem => Is(subject?.LedById),
                _ => false,
            };

            bool Is(Guid? named) => named is not null && (named == person.Id || named == inPlaceOf);
        }
    }
}
