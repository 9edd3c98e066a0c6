using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;
using Proposals.Timers;
using Proposals.Workflows.Execution;

namespace Proposals.Incidents;

/// <summary>代外部系统答复: the result that another system owed is entered by hand.</summary>
/// <param name="Result">JSON; what is none counts as plain text.</param>
public sealed record CompleteTask(string WaitId, string? Result, string Reason) : CaseAct
{
    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if ((IncidentRefusals.CheckReason(Reason) ?? ActRefusals.Check(nameof(Result), Result, Lengths.Remark, required: false)) is { } refusal)
            return refusal;
        JsonNode? value = null;
        if (!string.IsNullOrWhiteSpace(Result) && !GivenValue.TryRead(Result, out value))
            return IncidentRefusals.ResultUnreadable;
        var caseId = scene.Case.Id;
        var task = await scene.Db.OutsideTasks.FirstOrDefaultAsync(known => known.WaitId == WaitId && known.CaseId == caseId, cancellationToken);
        if (task is null)
            return IncidentRefusals.TaskUnknown;
        if (task.State != WaitState.Waiting)
            return IncidentRefusals.TaskOver;
        task.State = WaitState.Over;
        task.EndedAt = scene.Now;
        scene.Tells(new Answer(WaitId, Skip.NoPort, scene.Now) { Outputs = value is not null ? new JsonObject { [nameof(Result)] = value } : [] });
        return null;
    }
}
