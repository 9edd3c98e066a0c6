using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <summary>期限怎么算的: each line of the ledger of deadlines with the sentence that explains its date.</summary>
public sealed class DeadlineWords(DueWords due, IStringLocalizer<HandlingText> text)
{
    /// <summary>自2025年3月17日交办之日起3个月.</summary>
    public string Why(CaseFile file, Deadline line) => line.Kind == DeadlineKind.Commitment
        ? text["Sum_Promised", DateText.InSentence(line.StartOn), DateText.InSentence(line.DueOn)]
        : line.Kind == DeadlineKind.Measure ? text["Sum_Measure", DateText.InSentence(line.StartOn), DateText.InSentence(line.DueOn)]
        : text["Sum_Term", DateText.InSentence(line.StartOn), text[$"Start_{StartOf(file, line)}"].Value, due.TermText(line.Term)];

    /// <summary>3个月; a date that somebody named has no term.</summary>
    public string TermOf(Deadline line) => line.Kind == DeadlineKind.Measure ? text["Term_Plan"] : due.TermText(line.Term);

    /// <summary>2027年放假安排尚未导入，日期暂定; null where the calendar covers the date.</summary>
    public string? Provisional(Deadline line) => line.IsProvisional ? text["Sum_Provisional", line.DueOn.Year].Value : null;

    /// <summary>What the promise or the measure was, or which unit is asked, for a line that stands for one.</summary>
    public static string? Subject(CaseFile file, Deadline line) => line.CommitmentId is { } id ? file.Commitments.FirstOrDefault(commitment => commitment.Id == id)?.Text
        : line.Kind == DeadlineKind.Measure ? file.Plans.SelectMany(plan => plan.Measures).FirstOrDefault(measure => measure.Id == line.SubjectId)?.Text
        : line.Kind == DeadlineKind.UnitOpinion ? file.Case.Units.Find(unit => unit.Id == line.SubjectId)?.Name
        : null;

    public string State(Deadline line, DateOnly today) =>
        line.MetOn is { } met ? text[met > line.DueOn ? "Line_MetLate" : "Line_Met", DateText.InTable(met)]
        : line.DroppedOn is { } dropped ? text["Line_Dropped", DateText.InTable(dropped)]
        : due.Distance(line.DueOn, today);

    /// <summary>A line that is settled has no light; an internal one is yellow at most.</summary>
    public static Light LightOf(Deadline line, DateOnly today)
    {
        if (!line.IsOpen)
            return Light.Off;
        if (line.DueOn < today)
            return line.Nature == DeadlineNature.Internal ? Light.Yellow : Light.Red;
        if (line.Nature == DeadlineNature.Internal)
            return Light.Green;
        return line.YellowFrom <= today ? Light.Yellow : line.BlueFrom <= today ? Light.Blue : Light.Green;
    }

    private static string StartOf(CaseFile file, Deadline line) => line.Kind switch
    {
        DeadlineKind.ReturnDecision => "ReturnSent",
        DeadlineKind.InternalAllocation when line.StartOn != file.Case.AssignedOn && file.Returns.Any(request => request is { Granted: false } && request.AnsweredOn == line.StartOn) => "ReturnRefused",
        DeadlineKind.FeedbackReturn => "Delivered",
        DeadlineKind.Rehandle => "Reassigned",
        DeadlineKind.Archive => "Closed",
        DeadlineKind.HandlingPlan => "KeyItem",
        DeadlineKind.Handover => "HandlerLeft",
        DeadlineKind.UnitOpinion => "Asked",
        _ => "Assigned",
    };
}
