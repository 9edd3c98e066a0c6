using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Acts;

/// <summary>Runs acts: one request, one transaction — revision, rights, rules, facts, engine, work items, deadlines and audit entries, together or not at all.</summary>
public sealed class CaseActs(ProposalsDbContext db, OfficeRules rules, IWorkflowEngine engine, StepBook steps, AuditBook audit)
{
    private const string SkipStep = nameof(SkipStep);

    public async Task<ActOutcome> RunAsync(CaseId? caseId, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = caseId ?? CaseId.New(now);
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await RunInTransactionAsync(id, request, now, cancellationToken);
            if (outcome is { IsDone: true, WasRepeated: false })
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            db.ChangeTracker.Clear();
            return await RepeatedAsync(request, cancellationToken)
                ?? new ActOutcome(id, request.Revision, conflict == Conflict.Duplicate ? await DuplicateAsync(request, cancellationToken) : ActRefusals.Busy);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ActOutcome> RunInTransactionAsync(CaseId id, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await RepeatedAsync(request, cancellationToken) is { } repeated)
        {
            return repeated;
        }

        var register = request.Lines[0].Act as RegisterCase;
        if (register is null && !await BumpRevisionAsync(id, request.Revision, cancellationToken))
        {
            return await RepeatedAsync(request, cancellationToken) ?? new ActOutcome(id, request.Revision, await OvertakenAsync(id, cancellationToken));
        }

        var scene = await SetAsync(id, register, now, cancellationToken);
        var key = request.IdempotencyKey;
        foreach (var line in request.Lines)
        {
            var refusal = await DoAsync(scene, line, request.ActorId, key, cancellationToken);
            if (refusal is not null)
            {
                return new ActOutcome(id, request.Revision, refusal);
            }

            key = Guid.Empty;
        }

        await db.SaveChangesAsync(cancellationToken);
        return new ActOutcome(id, scene.Case.Revision);
    }

    private async Task<Refusal?> DoAsync(CaseScene scene, ActLine line, Guid actorId, Guid key, CancellationToken cancellationToken)
    {
        var actor = await scene.FindPersonAsync(actorId, cancellationToken);
        var decider = line.DecidedById is { } other && other != actorId ? await scene.FindPersonAsync(other, cancellationToken) : actor;
        if (actor is null || decider is null)
        {
            return ActRefusals.UnknownPerson;
        }

        scene.Enter(actor, decider, line.OccurredOn ?? scene.Today);
        var refusal = await MayAsync(scene, line, cancellationToken)
            ?? await scene.AttachAsync(line.OriginalId is { } original ? [original] : [], line.Act.Name, cancellationToken)
            ?? await line.Act.ApplyAsync(scene, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        var told = await TellAsync(scene, line.Act is RegisterCase, cancellationToken);
        Project(scene);
        await AppendAsync(scene, line.Act.Name, Content(scene, line, told is [var own, ..] ? own : null), key, cancellationToken);
        foreach (var skip in told.Skip(1))
        {
            await AppendAsync(scene, SkipStep, new JsonObject { ["decidedBy"] = scene.Decider.Id, ["engine"] = skip, ["round"] = scene.Case.Round }, Guid.Empty, cancellationToken);
        }

        return null;
    }

    private async Task<Refusal?> MayAsync(CaseScene scene, ActLine line, CancellationToken cancellationToken)
    {
        var (actor, decider) = (scene.Actor, scene.Decider);
        if (actor?.Id != decider.Id && actor?.Duties.Includes(Duties.Office) != true)
        {
            return ActRefusals.OnlyTheOfficeEntersForOthers;
        }

        if (scene.OccurredOn > scene.Today)
        {
            return ActRefusals.InTheFuture(scene.OccurredOn);
        }

        if (line.Act is not RegisterCase && scene.NotBefore(scene.Case.AssignedOn) is { } tooEarly)
        {
            return tooEarly;
        }

        return ActRights.MayDecide(line.Act.Name, decider, scene.Case)
            || (ActRights.MayBeGiven(line.Act.Name, decider) && await OwnsTheStepAsync(scene, line.Act, cancellationToken))
            ? null
            : ActRefusals.NotEntitled(decider.DisplayName, line.Act.Name);
    }

    private async Task<bool> OwnsTheStepAsync(CaseScene scene, CaseAct act, CancellationToken cancellationToken)
    {
        var caseId = scene.Case.Id;
        var deciderId = scene.Decider.Id;
        var asked = await db.WorkItems.Where(item => item.CaseId == caseId && item.State == WorkItemState.Offered && item.OwnerId == deciderId)
            .Join(db.Steps, item => item.StepId, step => step.Id, (_, step) => step.ActivityType)
            .ToListAsync(cancellationToken);
        return asked.Exists(type => StepCatalogue.AsksFor(type, act.Name));
    }

    /// <summary>The facts are written; now the workflow hears of it, if a step waits for just this.</summary>
    /// <returns>The events it was told, as the audit keeps them for replay: the act's own first, then one for each step skipped.</returns>
    private async Task<IReadOnlyList<JsonObject>> TellAsync(CaseScene scene, bool isNew, CancellationToken cancellationToken)
    {
        var facts = CaseFacts.Of(scene);
        if (isNew)
        {
            await engine.StartAsync(scene.Case.Id, facts, scene.Now, cancellationToken);
            var version = db.WorkflowInstances.Local.FirstOrDefault(instance => instance.CaseId == scene.Case.Id)?.DefinitionVersionId;
            return [new JsonObject { ["definition"] = version, ["facts"] = facts.DeepClone(), ["start"] = true }];
        }

        if (scene.Meaning is not var (activityTypes, port) || await steps.WaitingAsync(scene.Case.Id, activityTypes, cancellationToken) is not { } step)
        {
            return [];
        }

        steps.Answer(step, port, scene.Decider.Id, scene.Actor?.Id, scene.Now);
        List<JsonObject> told = [await AnswerAsync(scene, step, port, cancellationToken)];
        while (steps.TakeSkippable(scene.Decider.Id) is { } again)
        {
            told.Add(await SkipAsync(scene, again, cancellationToken));
        }

        return told;
    }

    /// <summary>系统跳过: the system never decides for the person, it only does not ask the same question twice in a row.</summary>
    private async Task<JsonObject> SkipAsync(CaseScene scene, Step step, CancellationToken cancellationToken)
    {
        var port = StepCatalogue.AgreeingPort(step.ActivityType);
        step.WasSkipped = true;
        Reply.ReplyReview.MarkSkipped(scene, step.ActivityType);
        steps.Answer(step, port, scene.Decider.Id, null, scene.Now);
        return await AnswerAsync(scene, step, port, cancellationToken);
    }

    private async Task<JsonObject> AnswerAsync(CaseScene scene, Step step, string port, CancellationToken cancellationToken)
    {
        var facts = CaseFacts.Of(scene);
        await engine.AnswerAsync(scene.Case.Id, step.WaitId, port, facts, scene.Now, cancellationToken);
        return new JsonObject { ["activity"] = step.ActivityId, ["facts"] = facts.DeepClone(), ["port"] = port, ["wait"] = step.WaitId };
    }

    private Task AppendAsync(CaseScene scene, string act, JsonObject content, Guid key, CancellationToken cancellationToken) =>
        audit.AppendAsync(SubjectOf(scene.Case.Id), act, content, act == SkipStep ? null : scene.Actor?.Id, key == Guid.Empty ? null : key, scene.Now, cancellationToken);

    private static JsonObject Content(CaseScene scene, ActLine line, JsonObject? told) => new()
    {
        ["decidedBy"] = scene.Decider.Id,
        ["engine"] = told,
        ["files"] = CanonicalText.ToNode(scene.TakeAttached()),
        ["occurredOn"] = CanonicalText.ToNode(scene.OccurredOn),
        ["original"] = CanonicalText.ToNode(line.OriginalId),
        ["round"] = scene.Case.Round,
        ["state"] = scene.Case.State.ToString(),
        ["what"] = CanonicalText.ToNode(line.Act),
    };

    private void Project(CaseScene scene)
    {
        scene.Deadlines.Project();
        scene.Case.State = CaseFacts.StateOf(scene.Case, scene.Reply);
        db.Deadlines.AddRange(scene.Deadlines.TakeOpened());
    }

    private async Task<CaseScene> SetAsync(CaseId id, RegisterCase? register, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ProposalCase subject;
        if (register is null)
        {
            subject = await db.Cases.Include(known => known.Proposers).SingleAsync(known => known.Id == id, cancellationToken);
        }
        else
        {
            subject = register.Open(id, now);
            db.Cases.Add(subject);
        }

        var deadlines = register is null ? await db.Deadlines.Where(line => line.CaseId == id).OrderBy(line => line.Id).ToListAsync(cancellationToken) : [];
        var scene = new CaseScene(db, subject, new DeadlineLedger(subject, deadlines, rules.Profile, rules.Calendar, now), rules, now);
        if (subject.AcceptedOn is not null)
        {
            scene.Reply = await db.Replies.AsSplitQuery().Include(reply => reply.Reviews).Include(reply => reply.Deliveries)
                .FirstOrDefaultAsync(reply => reply.CaseId == id && reply.Round == subject.Round, cancellationToken);
        }

        return scene;
    }

    private async Task<bool> BumpRevisionAsync(CaseId id, int revision, CancellationToken cancellationToken) =>
        await db.Cases.Where(known => known.Id == id && known.Revision == revision)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Revision, revision + 1), cancellationToken) == 1;

    private async Task<ActOutcome?> RepeatedAsync(ActRequest request, CancellationToken cancellationToken)
    {
        Guid? key = request.IdempotencyKey;
        var earlier = await db.AuditEntries.AsNoTracking().Where(entry => entry.IdempotencyKey == key)
            .Select(entry => entry.Subject).FirstOrDefaultAsync(cancellationToken);
        return earlier is null ? null : new ActOutcome(new CaseId(Guid.Parse(earlier["case:".Length..])), request.Revision, WasRepeated: true);
    }

    private async Task<Refusal> OvertakenAsync(CaseId id, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(id);
        var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject && entry.RecordedById != null).OrderByDescending(entry => entry.Number)
            .Join(db.Users, entry => entry.RecordedById, person => person.Id, (entry, person) => new { person.DisplayName, entry.RecordedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? ActRefusals.NoSuchCase : ActRefusals.Overtaken(last.DisplayName, last.RecordedAt);
    }

    private async Task<Refusal> DuplicateAsync(ActRequest request, CancellationToken cancellationToken) =>
        request.Lines[0].Act is RegisterCase register
            ? await register.FindTwinAsync(db, cancellationToken) ?? ActRefusals.Busy
            : ActRefusals.Busy;

    public static string SubjectOf(CaseId id) => $"case:{id}";
}
