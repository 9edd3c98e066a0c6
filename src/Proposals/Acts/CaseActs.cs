using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;

namespace Proposals.Acts;

/// <summary>Runs acts: one request, one transaction — revision, rights, rules, facts, engine, work items, deadlines and audit entries, together or not at all.</summary>
public sealed partial class CaseActs(ProposalsDbContext db, OfficeRules rules, ActRecording recording, RuleShelf shelf, FileCabinet cabinet, WriteTurn turn)
{
    public Task<ActOutcome> RunAsync(CaseId? caseId, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        ProductTelemetry.WatchAsync([.. request.Lines.Select(line => line.Act.Name)], () => RunAsync(caseId, request, now, keeps: true, cancellationToken));

    /// <summary>What the act would move, or why it would be refused. Nothing of it stays.</summary>
    public Task<ActOutcome> PreviewAsync(CaseId caseId, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(caseId, request, now, keeps: false, cancellationToken);

    private async Task<ActOutcome> RunAsync(CaseId? caseId, ActRequest request, DateTimeOffset now, bool keeps, CancellationToken cancellationToken)
    {
        var id = caseId ?? CaseId.New(now);
        var outcome = await RunOnceAsync(id, request, now, keeps, cancellationToken);

        // Two who draw the year's first number both begin its series; the second one finds it begun when it comes again.
        return outcome.Refusal == ActRefusals.Busy && DrawsNumber(request) ? await RunOnceAsync(id, request, now, keeps, cancellationToken) : outcome;
    }

    private async Task<ActOutcome> RunOnceAsync(CaseId id, ActRequest request, DateTimeOffset now, bool keeps, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var outcome = await RunInTransactionAsync(id, request, now, cancellationToken);
            if (keeps && outcome is { IsDone: true, WasRepeated: false })
            {
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            db.ChangeTracker.Clear();
            return await RepeatedAsync(id, request, cancellationToken)
                ?? new ActOutcome(id, request.Revision, conflict == Conflict.Duplicate ? await DuplicateAsync(request, cancellationToken) : ActRefusals.OfStore(conflict));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>An act that no person does. It asks for no revision, because whoever sweeps has drawn no form; the case's row still lets only one act through at a time.</summary>
    public Task<ActOutcome> RunAsSystemAsync(CaseId id, CaseAct act, DateTimeOffset now, CancellationToken cancellationToken) =>
        ProductTelemetry.WatchAsync([act.Name], () => DoAsSystemAsync(id, act, now, cancellationToken));

    private async Task<ActOutcome> DoAsSystemAsync(CaseId id, CaseAct act, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (await db.Cases.Where(known => known.Id == id).ExecuteUpdateAsync(set => set.SetProperty(known => known.Revision, known => known.Revision + 1), cancellationToken) != 1)
                return new ActOutcome(id, 0, ActRefusals.NoSuchCase);
            var scene = await SetAsync(id, null, now, cancellationToken);
            scene.EnterSystem();
            if (await act.ApplyAsync(scene, cancellationToken) is { } refusal)
                return new ActOutcome(id, scene.Case.Revision, refusal);
            await recording.RecordAsync(scene, new ActLine(act), null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new ActOutcome(id, scene.Case.Revision);
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            return new ActOutcome(id, 0, ActRefusals.OfStore(conflict));
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<ActOutcome> RunInTransactionAsync(CaseId id, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A form that was sent before was drawn from an older revision: its key is looked for only where the act cannot be done.
        var register = request.Lines[0].Act as RegisterCase;
        if (register is null && !await BumpRevisionAsync(id, request.Revision, cancellationToken))
        {
            return await RepeatedAsync(id, request, cancellationToken) ?? new ActOutcome(id, request.Revision, await OvertakenAsync(id, cancellationToken));
        }

        var scene = await SetAsync(id, register, now, cancellationToken);
        Guid? key = request.IdempotencyKey;
        for (var line = 0; line < request.Lines.Count; line++)
        {
            var refusal = await DoAsync(scene, request.Lines[line], request.ActorId, key, cancellationToken);
            if (refusal is not null)
            {
                // Whoever reads the case anew before he sends the same act again is told what the first one did, not that it cannot be done twice.
                var repeated = line == 0 ? await RepeatedAsync(id, request, cancellationToken) : null;
                return repeated ?? new ActOutcome(id, request.Revision, refusal) { Line = line };
            }

            // The next line asks the database for what this one did.
            await db.SaveChangesAsync(cancellationToken);
            key = null;
        }

        return new ActOutcome(id, scene.Case.Revision) { Moved = [.. scene.Moved] };
    }

    private async Task<Refusal?> DoAsync(CaseScene scene, ActLine line, Guid actorId, Guid? key, CancellationToken cancellationToken)
    {
        var actor = await scene.FindPersonAsync(actorId, cancellationToken);
        var decider = line.DecidedById is { } other && other != actorId ? await scene.FindPersonAsync(other, cancellationToken) : actor;
        if (actor is null || decider is null)
        {
            return ActRefusals.UnknownPerson;
        }

        scene.Enter(actor, decider, line.OccurredOn ?? scene.Today, line.OriginalId is not null);
        var refusal = await MayAsync(scene, line, cancellationToken)
            ?? await scene.AttachAsync(line.OriginalId is { } original ? [original] : [], line.Act.Name, cancellationToken)
            ?? await line.Act.ApplyAsync(scene, cancellationToken);
        if (refusal is null)
        {
            await recording.RecordAsync(scene, line, key, cancellationToken);
        }

        return refusal;
    }

    private async Task<Refusal?> MayAsync(CaseScene scene, ActLine line, CancellationToken cancellationToken)
    {
        var (actor, decider) = (scene.Actor, scene.Decider);
        if (actor is not null && actor.Id != decider.Id && ActRights.IsPersonal(line.Act.Name))
        {
            return ActRefusals.NotEntitled(actor.DisplayName, line.Act.Name);
        }

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

        if (StandingActs.Refuse(line.Act, scene.Case) is { } standsStill)
        {
            return standsStill;
        }

        return ActRights.MayDecide(line.Act.Name, decider, scene.Case)
            || (ActRights.MayBeGiven(line.Act.Name, decider) && (await OwnsTheStepAsync(scene, line.Act, cancellationToken) || await OwedWork.IsDecidersAsync(scene, line.Act, cancellationToken)))
            ? null
            : ActRefusals.NotEntitled(decider.DisplayName, line.Act.Name);
    }

    private async Task<bool> OwnsTheStepAsync(CaseScene scene, CaseAct act, CancellationToken cancellationToken)
    {
        var asked = await ActQueries.AskedOfAsync(db, scene.Case.Id, scene.Decider.Id, cancellationToken);
        return asked.Exists(type => StepCatalogue.AsksFor(type, act.Name));
    }

    private async Task<CaseScene> SetAsync(CaseId id, RegisterCase? register, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ProposalCase subject;
        if (register is null)
        {
            var loaded = await ActQueries.CaseAsync(db, id, cancellationToken);
            subject = loaded.Case;
            await shelf.RefreshAsync(loaded.RulesRevision, cancellationToken);

            // Time in a case never runs backwards, whatever was done to the machine's clock: its rows keep the order of its acts.
            now = loaded.Last > now ? loaded.Last : now;
        }
        else
        {
            subject = register.Open(id, now);
            await shelf.RefreshAsync(await shelf.RevisionAsync(cancellationToken), cancellationToken);
            subject.RulesVersion = rules.InForceOn(subject.AssignedOn).Profile.Version;
            db.Cases.Add(subject);
        }

        var deadlines = register is null ? await ActQueries.DeadlinesAsync(db, id, cancellationToken) : [];
        var scene = new CaseScene(db, subject, new DeadlineLedger(subject, deadlines, rules.Of(subject), now), rules.Book, now);
        if (subject.HasPauses || subject.IsExtended)
        {
            scene.Deadlines.Times = await ActQueries.TimesAsync(db, id, cancellationToken);
        }

        if (subject.AcceptedOn is not null)
        {
            scene.Reply = await db.Replies.AsSplitQuery().Include(reply => reply.Reviews).Include(reply => reply.Deliveries)
                .FirstOrDefaultAsync(reply => reply.CaseId == id && reply.Round == subject.Round, cancellationToken);
        }

        return scene;
    }

    /// <summary>In plain SQL, which both databases read: EF would put the same sentence into words anew for each act.</summary>
    private async Task<bool> BumpRevisionAsync(CaseId id, int revision, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync($"""UPDATE "cases" SET "Revision" = {revision + 1} WHERE "Id" = {id.Value} AND "Revision" = {revision}""", cancellationToken) == 1;

    /// <summary>What this person's form with this key has done already, however long ago; its sender may have no right to it any more, and its form may have no case to be drawn for.</summary>
    /// <returns>Null where nothing was done under the key, or not by this person.</returns>
    public async Task<(CaseId CaseId, string Act)?> DoneUnderAsync(Guid actorId, Guid idempotencyKey, CancellationToken cancellationToken) =>
        await EntryUnderAsync(idempotencyKey, cancellationToken) is { } entry && entry.RecordedById == actorId && CaseOf(entry.Subject) is { } id ? (id, entry.Act) : null;

    /// <summary>The same form sent again is the same act. A key that stands for anything else proves nothing about this one.</summary>
    private async Task<ActOutcome?> RepeatedAsync(CaseId id, ActRequest request, CancellationToken cancellationToken)
    {
        if (await EntryUnderAsync(request.IdempotencyKey, cancellationToken) is not { } entry)
            return null;
        var act = request.Lines[0].Act;
        return entry.RecordedById == request.ActorId && entry.Act == act.Name && CaseOf(entry.Subject) is { } done && (act is RegisterCase || done == id)
            ? new ActOutcome(done, request.Revision, WasRepeated: true)
            : new ActOutcome(id, request.Revision, ActRefusals.KeyUsed);
    }

    private async Task<AuditEntry?> EntryUnderAsync(Guid? key, CancellationToken cancellationToken) =>
        await db.AuditEntries.AsNoTracking().FirstOrDefaultAsync(entry => entry.IdempotencyKey == key, cancellationToken);

    private static CaseId? CaseOf(string subject) => subject.StartsWith(SubjectPrefix, StringComparison.Ordinal) ? new CaseId(Guid.Parse(subject[SubjectPrefix.Length..])) : null;

    /// <summary>A rung that was raised meanwhile overtakes nobody.</summary>
    private async Task<Refusal> OvertakenAsync(CaseId id, CancellationToken cancellationToken)
    {
        var subject = SubjectOf(id);
        var last = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject && entry.Act != ActRecording.SkipStep && entry.Act != RungRaising.Act).OrderByDescending(entry => entry.Number)
            .Select(entry => new { By = db.Users.Where(person => person.Id == entry.RecordedById).Select(person => person.DisplayName).FirstOrDefault(), entry.RecordedAt })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? ActRefusals.NoSuchCase : ActRefusals.Overtaken(last.By, last.RecordedAt);
    }

    private async Task<Refusal> DuplicateAsync(ActRequest request, CancellationToken cancellationToken) =>
        request.Lines[0].Act is RegisterCase register ? await register.FindTwinAsync(db, cancellationToken) ?? ActRefusals.Busy
        : request.Lines.Select(line => line.Act).OfType<NumberAndSeal>().FirstOrDefault() is { } seal ? await seal.FindTwinAsync(db, cancellationToken) ?? ActRefusals.Busy
        : ActRefusals.Busy;

    private bool DrawsNumber(ActRequest request) => rules.Profile.DrawsDocumentNumbers && request.Lines.Any(line => line.Act is NumberAndSeal);

    private const string SubjectPrefix = "case:";

    public static string SubjectOf(CaseId id) => $"{SubjectPrefix}{id}";
}
