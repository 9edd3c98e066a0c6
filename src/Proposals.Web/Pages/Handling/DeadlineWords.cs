using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <summary>What a line of the ledger of deadlines is about, and how it stands.</summary>
public sealed class DeadlineWords(DueWords due, IStringLocalizer<HandlingText> text)
{
    /// <summary>交办, 送达, 重新交办: the event whose day is not counted itself.</summary>
    public string StartWord(CaseFile file, Deadline line) => text[$"Start_{StartOf(file, line)}"];

    /// <summary>3个月; a date that somebody named has no term.</summary>
    public string TermOf(Deadline line) => line.Kind == DeadlineKind.Measure ? text["Term_Plan"] : due.TermText(line.Term);

    /// <summary>2027年放假安排尚未导入，日期暂定; null where the calendar covers the date.</summary>
    public string? Provisional(Deadline line) => line.IsProvisional ? text["Sum_Provisional", line.DueOn.Year].Value : null;

    /// <summary>What the promise or the measure was, or which unit is asked, for a line that stands for one.</summary>
    public static string? Subject(CaseFile file, Deadline line) => line.CommitmentId is { } id ? file.Commitments.FirstOrDefault(commitment => commitment.Id == id)?.Text
        : line.Kind == DeadlineKind.Measure ? file.Plans.SelectMany(plan => plan.Measures).FirstOrDefault(measure => measure.Id == line.SubjectId)?.Text
        : line.Kind == DeadlineKind.Step ? file.Steps.FirstOrDefault(step => step.Id.Value == line.SubjectId)?.Name
        : line.Kind == DeadlineKind.UnitOpinion ? file.Case.Units.Find(unit => unit.Id == line.SubjectId)?.Name
        : null;

    public string State(Deadline line, DateOnly today) =>
        line.MetOn is { } met ? text[met > line.DueOn ? "Line_MetLate" : "Line_Met", DateText.InTable(met)]
        : line.PausedOn is { } paused ? text["Line_Paused", DateText.InTable(paused)]
        : line.DroppedOn is { } dropped ? text["Line_Dropped", DateText.InTable(dropped)]
        : due.Distance(line.DueOn, today);

    /// <summary>A line that is settled has no light; an internal one is yellow at most.</summary>
    public static Light LightOf(Deadline line, DateOnly today)
    {
        if (!line.IsOpen || line.PausedOn is not null)
            return Light.Off;
        var isInternal = line.Nature is DeadlineNature.Internal or DeadlineNature.Step;
        if (line.DueOn < today)
            return isInternal ? Light.Yellow : Light.Red;
        if (isInternal)
            return Light.Green;
        return line.YellowFrom <= today ? Light.Yellow : line.BlueFrom <= today ? Light.Blue : Light.Green;
    }

    private static string StartOf(CaseFile file, Deadline line) => line.Kind switch
    {
        DeadlineKind.ReturnDecision => "ReturnSent",
        DeadlineKind.InternalAllocation when line.StartOn != file.Case.AssignedOn && file.Returns.Any(request => request is { Granted: false } && request.AnsweredOn == line.StartOn) => "ReturnRefused",
        DeadlineKind.Step => "StepOpened",
        DeadlineKind.FeedbackReturn or DeadlineKind.Commitment => "Delivered",
        DeadlineKind.Rehandle => "Reassigned",
        DeadlineKind.Archive => "Closed",
        DeadlineKind.HandlingPlan => "KeyItem",
        DeadlineKind.Measure => "PlanApproved",
        DeadlineKind.Handover => "HandlerLeft",
        DeadlineKind.UnitOpinion => "Asked",
        _ => "Assigned",
    };
}
