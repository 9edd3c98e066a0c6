using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Inbox;

/// <summary>Makes a sentence of each work item: what to do, by when, and why it lies here.</summary>
public sealed class TodoWords(StepWords steps, DueWords due, IStringLocalizer<InboxText> text)
{
    private static readonly HashSet<string> OfTheHead = ["Proposals.AcceptAndName", "Proposals.ReviewByHead"];

    /// <summary>轮到您了：请在 3月31日 前确定经办人（还剩4个工作日）.</summary>
    public TodoRow Waiting(InboxRow row, CaseVisibility me, IReadOnlyDictionary<DepartmentId, string> departments, DateOnly today)
    {
        var whose = row.Item.OwnerId == me.PersonId ? text["Turn_Me"].Value
            : row.Item.OwnerId is null ? text["Turn_Office"].Value
            : text["Turn_Other", row.Owner ?? "—"].Value;
        return Row(row, today) with { Sentence = Sentence(whose, steps.Ask(row.Step, row.Case), DueOf(row), DueOf(row) == Whole(row.Case), today), Why = Why(row, me, departments) };
    }

    /// <summary>The same in a few words, for the office's list of today: 提出分办意见.</summary>
    public TodoRow Brief(InboxRow row, DateOnly today) => Row(row, today) with
    {
        Sentence = text["Today_Do", steps.Ask(row.Step, row.Case)],
        Distance = DueOf(row) is { } day ? due.DateAndDistance(day, today) : null,
    };

    /// <summary>已办：2026-03-24 分管领导签发（签发）.</summary>
    public TodoRow Done(InboxRow row, CaseVisibility me, DateOnly today) => Row(row, today) with
    {
        Sentence = text[row.Item.AnsweredById != me.PersonId ? "Done_Recorded" : row.Item.RecordedById == me.PersonId ? "Done_ByMe" : "Done_ForMe",
            row.Item.AnsweredAt is { } at ? DateText.InTable(OfficeClock.Day(at)) : "—", StepWords.Name(row.Step), StepWords.Outcome(row.Step)],
        Href = ActLinks.Case(row.Case.Id),
    };

    private static TodoRow Row(InboxRow row, DateOnly today) =>
        new(row.Case, row.Case.LightOn(today), row.LeadProposer, "", ActLinks.Answering(row.Case.Id, row.Step) ?? ActLinks.Case(row.Case.Id)) { LeadRole = row.LeadRole };

    /// <summary>The step's own date, unless the reply itself is due sooner; a promise is followed up to its own day.</summary>
    private static DateOnly? DueOf(InboxRow row) =>
        row.Step.ActivityType == "Proposals.FollowUp" ? row.Case.DueOn ?? row.Step.DueOn
        : row.Step.DueOn is { } step && Whole(row.Case) is { } whole ? (step < whole ? step : whole) : row.Step.DueOn ?? row.Case.DueOn;

    /// <summary>What the whole case is for: beside a step of it, the date that somebody else owes says nothing.</summary>
    private static DateOnly? Whole(ProposalCase subject) => subject is { PausedOn: null, RepliedOn: null, ReplyDueOn: { } reply } ? reply : subject.DueOn;

    private string Sentence(string whose, string what, DateOnly? dueOn, bool isWhole, DateOnly today) => dueOn switch
    {
        null => text["Todo_NoDate", whose, what],
        { } day when day == today => text["Todo_Today", whose, what],
        { } day when day < today => text[isWhole ? "Todo_Over" : "Todo_OverStep", whose, what, DateText.Near(day, today), due.Distance(day, today)],
        { } day => text["Todo_Before", whose, what, DateText.Near(day, today), due.Distance(day, today)],
    };

    private string? Why(InboxRow row, CaseVisibility me, IReadOnlyDictionary<DepartmentId, string> departments)
    {
        if (row.Item.OwnerId is null)
            return text["Why_Office"].Value;
        if (row.Item.OwnerId != me.PersonId)
            return null;
        if (row.Step.ActivityType == "Proposals.ApproveReturn")
            return text["Why_Return"];
        if (row.Step.ActivityType == "Proposals.ApproveExtension")
            return text["Why_Extension"];
        if (row.Item.DepartmentId is { } helping && helping != row.Case.DepartmentId)
            return text["Why_CoDepartment", departments.GetValueOrDefault(helping, "—")];
        var department = row.Case.DepartmentId is { } id && departments.TryGetValue(id, out var name) ? name : "—";
        if (me.Duties.Includes(Duty.DepartmentHead) && me.DepartmentId == row.Case.DepartmentId && (OfTheHead.Contains(row.Step.ActivityType) || row.Case.HandlerId != me.PersonId))
            return text["Why_Head", department];
        return row.Case.HandlerId == me.PersonId ? text["Why_Handler"]
            : row.Case.LeaderId == me.PersonId ? text["Why_Leader"]
            : row.Case.LedById == me.PersonId ? text["Why_LeadsKeyItem"]
            : me.Duties.Includes(Duty.Principal) ? text[row.Case.IsKey ? "Why_PrincipalKey" : "Why_Principal"]
            : me.Duties.Includes(Duty.OfficeDirector) ? text["Why_Director"]
            : text["Why_Named"];
    }
}
