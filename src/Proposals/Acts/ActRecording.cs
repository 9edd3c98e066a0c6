using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Incidents;
using Proposals.Persistence;
using Proposals.Workflows.Execution;

namespace Proposals.Acts;

/// <summary>What follows every act once its facts are written: the workflow hears of it, the state is projected, the chain gets its entry.</summary>
public sealed class ActRecording(ProposalsDbContext db, IWorkflowEngine engine, ToldEvents told, StepBook steps, IncidentBook incidents, AuditBook audit)
{
    public const string SkipStep = nameof(SkipStep);

    public async Task RecordAsync(CaseScene scene, ActLine line, Guid? key, CancellationToken cancellationToken)
    {
        var answered = await TellAsync(scene, line.Act is Intake.RegisterCase, cancellationToken);
        if (scene.Ended.Count > 0)
            await engine.EndAsync(scene.Case.Id, scene.Ended, new Cancel("no longer asked for", scene.Now) { Facts = CaseFacts.Of(scene) }, cancellationToken);
        foreach (var definition in scene.Begun)
            await engine.BeginAsync(scene.Case.Id, definition, new EventHappened("", null, scene.Now) { Facts = CaseFacts.Of(scene) }, cancellationToken);
        if (scene.Happened is Retry or Skip)
            await CatchUpAsync(scene, cancellationToken);
        List<Heard> heard = [Take()];
        while (steps.TakeSkippable(answered ? scene.Decider.Id : null) is { } again)
        {
            await SkipAsync(scene, again, cancellationToken);
            heard.Add(Take());
        }

        await steps.DateAsync(scene, cancellationToken);
        Project(scene);
        await steps.HoldAsync(scene.Case, cancellationToken);
        await AppendAsync(scene, line.Act.Name, Content(scene, line), heard[0], scene.Actor?.Id, key, cancellationToken);
        foreach (var skip in heard.Skip(1))
        {
            await AppendAsync(scene, SkipStep, new JsonObject { ["decidedBy"] = scene.Decider.Id, ["round"] = scene.Case.Round }, skip, null, null, cancellationToken);
        }
    }

    private Heard Take() => new(told.Take(), incidents.TakeRaised());

    /// <returns>Whether a person's step was answered.</returns>
    private async Task<bool> TellAsync(CaseScene scene, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await engine.TellAsync(scene.Case.Id, new Start(scene.Case.Id.ToString(), scene.Now) { Facts = CaseFacts.Of(scene) }, cancellationToken);
            return false;
        }

        await SettlePartsAsync(scene, cancellationToken);
        var answered = false;
        foreach (var (activityTypes, port) in scene.Meanings)
        {
            if (await steps.WaitingAsync(scene.Case.Id, activityTypes, cancellationToken) is not { } step)
            {
                await RememberAsync(scene, activityTypes, port, cancellationToken);
                continue;
            }

            steps.Answer(step, port, scene.Decider.Id, scene.Actor?.Id, scene.Now);
            await AnswerAsync(scene, step, port, cancellationToken);
            answered = true;
        }

        // A step that was answered stays so, even where the act then ends every workflow of the case.
        if (scene.Happened is { } happened)
        {
            await engine.TellAsync(scene.Case.Id, happened with { Facts = CaseFacts.Of(scene) }, cancellationToken);
            return false;
        }

        return answered;
    }

    /// <summary>What concerns one of several who have a step; the workflow hears only of the last.</summary>
    private async Task SettlePartsAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        foreach (var part in scene.Parts)
        {
            if (await steps.WaitingAsync(scene.Case.Id, [part.ActivityType], cancellationToken) is { } step)
                steps.Settle(step, part, scene.Decider.Id, scene.Actor?.Id, scene.Now);
        }

        foreach (var activityType in scene.Widened)
        {
            if (await steps.WaitingAsync(scene.Case.Id, [activityType], cancellationToken) is { } step)
                await steps.WidenAsync(step, scene.Case, scene.Now, cancellationToken);
        }
    }

    /// <summary>While the workflow stands still nothing asks for the act; it is not to be asked for a second time later.</summary>
    private async Task RememberAsync(CaseScene scene, IReadOnlyList<string> activityTypes, string port, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        if (await incidents.AnyOpenAsync(caseId, cancellationToken))
        {
            db.MissedAnswers.Add(new MissedAnswer
            {
                Id = TimedId.At(scene.Now),
                CaseId = caseId,
                ActivityTypes = string.Join(' ', activityTypes),
                Port = port,
                Round = scene.Case.Round,
                DecidedById = scene.Decider.Id,
                RecordedById = scene.Actor?.Id,
            });
        }
    }

    /// <summary>The workflow goes on: what was done meanwhile answers the steps it opens now, in the order in which it was done. Nothing is left over once it stands nowhere any more.</summary>
    private async Task CatchUpAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var missed = await db.MissedAnswers.Where(answer => answer.CaseId == caseId).OrderBy(answer => answer.Id).ToListAsync(cancellationToken);
        foreach (var answer in missed.Where(answer => answer.Round == scene.Case.Round))
        {
            if (steps.JustOpened(caseId, answer.ActivityTypes.Split(' ')) is not { } step)
                continue;
            steps.Answer(step, answer.Port, answer.DecidedById, answer.RecordedById, scene.Now);
            await AnswerAsync(scene, step, answer.Port, cancellationToken);
            db.MissedAnswers.Remove(answer);
        }

        if (missed.Count > 0 && !await incidents.AnyOpenAsync(caseId, cancellationToken))
            db.MissedAnswers.RemoveRange(missed);
    }

    /// <summary>系统跳过: the system never decides for the person, it only does not ask the same question twice in a row.</summary>
    private async Task SkipAsync(CaseScene scene, Step step, CancellationToken cancellationToken)
    {
        var port = StepCatalogue.AgreeingPort(step.ActivityType);
        step.WasSkipped = true;
        Reply.ReplyReview.MarkSkipped(scene, step.ActivityType);
        steps.Answer(step, port, scene.Decider.Id, null, scene.Now);
        await AnswerAsync(scene, step, port, cancellationToken);
    }

    private Task AnswerAsync(CaseScene scene, Step step, string port, CancellationToken cancellationToken) =>
        engine.TellAsync(scene.Case.Id, new Answer(step.WaitId, port, scene.Now) { Facts = CaseFacts.Of(scene) }, cancellationToken);

    private void Project(CaseScene scene)
    {
        scene.Deadlines.Project();
        scene.Case.State = CaseFacts.StateOf(scene.Case, scene.Reply);
        db.Deadlines.AddRange(scene.Deadlines.TakeOpened());
    }

    /// <summary>An incident stands in the entry of the act that met it.</summary>
    private Task AppendAsync(CaseScene scene, string act, JsonObject content, Heard heard, Guid? recordedBy, Guid? key, CancellationToken cancellationToken)
    {
        content["engine"] = heard.Told;
        if (heard.Raised.Count > 0)
            content["incidents"] = CanonicalText.ToNode(heard.Raised);
        return audit.AppendAsync(CaseActs.SubjectOf(scene.Case.Id), act, content, recordedBy, key, scene.Now, cancellationToken);
    }

    private static JsonObject Content(CaseScene scene, ActLine line)
    {
        var content = Act(scene, line);
        if (scene.Corrected.Count > 0)
            content["corrected"] = CanonicalText.ToNode(scene.Corrected);
        if (scene.Moved.Count > 0)
            content["moved"] = CanonicalText.ToNode(scene.Moved);
        return content;
    }

    private static JsonObject Act(CaseScene scene, ActLine line) => new()
    {
        ["decidedBy"] = scene.IsSystem ? null : scene.Decider.Id,
        ["files"] = CanonicalText.ToNode(scene.TakeAttached()),
        ["occurredOn"] = CanonicalText.ToNode(scene.OccurredOn),
        ["original"] = CanonicalText.ToNode(line.OriginalId),
        ["round"] = scene.Case.Round,
        ["state"] = scene.Case.State.ToString(),
        ["what"] = CanonicalText.ToNode(line.Act),
    };

    /// <summary>What the workflows of a case heard, and where they stopped, since the entry before.</summary>
    private sealed record Heard(JsonObject? Told, IReadOnlyList<RaisedLine> Raised);
}
