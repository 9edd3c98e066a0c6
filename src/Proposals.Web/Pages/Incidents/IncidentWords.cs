using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Intake;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Pages.Incidents;

/// <summary>An incident as a clerk can read it: which step, what kind of trouble, who goes on. The engine's own words are details.</summary>
public sealed class IncidentWords(IStringLocalizer<IncidentsText> text, IStringLocalizer<LabelText> labels)
{
    /// <summary>Longer details are only folded below the sentence.</summary>
    private const int ShortDetail = 60;

    /// <summary>How the engine begins a detail that the cause has said already.</summary>
    private const string ScriptFailed = "The script failed: ";

    /// <summary>流程在“条件判断”处停下：脚本出错（missing is not defined）。</summary>
    public string Sentence(WorkflowIncident incident)
    {
        var cause = Cause(incident);
        var detail = incident.Detail.TrimEnd('.');
        if (detail.StartsWith(ScriptFailed, StringComparison.Ordinal))
            detail = detail[ScriptFailed.Length..];
        if (detail.Length is > 0 and <= ShortDetail)
            cause = text["Cause_WithDetail", cause, detail];
        if (incident.ActivityName.Length == 0)
            return text["Stopped_Nowhere", cause];
        return text[incident.End == IncidentEnd.Noted ? "Stopped_Noted" : incident.StopsInstance ? "Stopped" : "Stopped_Path", Activity(incident), cause];
    }

    /// <summary>What kind of trouble it is: the part of the code before its dot.</summary>
    public string Cause(WorkflowIncident incident)
    {
        var kind = text["Cause_" + incident.Code.Split('.')[0]];
        return kind.ResourceNotFound ? text["Cause_other"] : kind;
    }

    public static string Activity(WorkflowIncident incident) => StepWords.Name(incident.ActivityName);

    /// <summary>An outcome of the activity as people read it.</summary>
    public static string Port(WorkflowIncident incident, string port)
    {
        var known = StepCatalogue.Activities.TryFind(incident.ActivityType, out var activity) ? activity.Ports.FirstOrDefault(candidate => candidate.Name == port) : null;
        return known is null ? port : Languages.IsEnglish ? known.Text.English : known.Text.Chinese;
    }

    /// <summary>第258号提案: all that an admin sees of a case.</summary>
    public string Number(ItemKind kind, string caseNumber) => labels["Case_Number", caseNumber, labels[$"ItemKind_{kind}"].Value];

    public string End(IncidentRow row) => row.Incident switch
    {
        { IsOpen: true } => text["Open"],
        { End: IncidentEnd.Skipped, Port: { } port } => text["End_Skipped", row.ClearedBy ?? "—", Port(row.Incident, port)],
        { End: IncidentEnd.Retried } => text["End_Retried", row.ClearedBy ?? "—"],
        { End: IncidentEnd.Noted } => text["End_Noted"],
        _ => text["End_Ended"],
    };

    public static string Moment(DateTimeOffset? at) => at is { } known ? DateText.InTable(OfficeClock.Local(known).DateTime) : "—";
}
