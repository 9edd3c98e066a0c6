using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>What the rungs of some deadlines say, and to whom: collected first, then written with one command for each table.</summary>
internal sealed class RungRaising
{
    /// <summary>The system's own act as the case's chain names it.</summary>
    public const string Act = "RaiseRung";

    private readonly ProposalsDbContext db;
    private readonly RuleBook book;
    private readonly RungReceivers receivers;
    private readonly Dictionary<CaseId, TouchedCase> cases;
    private readonly DateTimeOffset now;
    private readonly List<Deadline> lines = [];
    private readonly List<Rung> rungs = [];
    private readonly List<Notice> notices = [];
    private readonly List<SupervisionOrder> orders = [];
    private readonly List<AuditEntry> entries = [];
    private readonly HashSet<TouchedCase> marked = [];

    private RungRaising(ProposalsDbContext db, RuleBook book, RungReceivers receivers, Dictionary<CaseId, TouchedCase> cases, DateTimeOffset now)
    {
        (this.db, this.book, this.receivers, this.cases, this.now) = (db, book, receivers, cases, now);
    }

    public RungSweepResult Result => new(rungs.Count(rung => rung.State != RungState.Skipped), rungs.Count(rung => rung.State == RungState.Skipped), 0);

    public static async Task<RungRaising> ReadAsync(ProposalsDbContext db, OfficeRules rules, IReadOnlyCollection<Deadline> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var touched = await TouchedCase.ReadAsync(db, [.. due.Select(line => line.CaseId).Distinct()], rules.Book, cancellationToken);
        return new RungRaising(db, rules.Book, await RungReceivers.ReadAsync(db, due, touched.Values, cancellationToken), touched, now);
    }

    /// <summary>The highest rung that has come is raised or claimed; those below it are passed over.</summary>
    public void Take(Deadline line, RungState state)
    {
        var subject = cases[line.CaseId];
        var rungsOfLine = new RungPlan(subject.Rules(book), subject.BehindOn).Of(line);
        var due = rungsOfLine.DueBy(now);
        var raised = due.Select(rule => Claim(line, rule.Level, rule == due[^1] ? state : RungState.Skipped)).ToList();
        if (raised.Count > 0)
            (line.Raised, line.RaisedOn) = (due[^1].Level, OfficeClock.Day(now));
        line.NextRungAt = rungsOfLine.NextAt;
        lines.Add(line);
        if (raised.Count > 0 && state == RungState.Raised)
            Say(line, raised[^1], due[^1], [.. due.SkipLast(1).Select(rule => rule.Level)]);
    }

    /// <summary>A rung that was claimed before says now what it has to say.</summary>
    public void Raise(Deadline line, Rung rung)
    {
        if (cases[line.CaseId].Rules(book).Profile.Ladder.Of(line.Kind)?.Of(rung.Level) is { } rule)
            Say(line, rung, rule, []);
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        await WriteRungsAsync(cancellationToken);
        await BulkRows.UpdateAsync(
            db,
            "deadlines",
            cancellationToken,
            new BulkColumn("Id", Of(lines, line => line.Id.Value)),
            new BulkColumn("Raised", Of(lines, line => line.Raised?.ToString())),
            new BulkColumn("RaisedOn", Of(lines, line => line.RaisedOn)),
            new BulkColumn("NextRungAt", Of(lines, line => line.NextRungAt?.UtcDateTime)));
        await WriteSayingsAsync(cancellationToken);
        await WriteChainsAsync(cancellationToken);
    }

    private Rung Claim(Deadline line, RungLevel level, RungState state)
    {
        var rung = new Rung
        {
            Id = TimedId.At(now),
            CaseId = line.CaseId,
            DeadlineId = line.Id,
            Arming = line.Arming,
            Level = level,
            DueOn = line.DueOn,
            State = state,
            ClaimedAt = now,
            SettledAt = state == RungState.Claimed ? null : now,
        };
        rungs.Add(rung);
        return rung;
    }

    private void Say(Deadline line, Rung rung, RungRule rule, IReadOnlyList<RungLevel> skipped)
    {
        var subject = cases[line.CaseId];
        var to = receivers.Of(rule, line, subject);
        if (rule.Level != RungLevel.Listed)
            notices.AddRange(to.Select(person => new Notice { Id = TimedId.At(now), PersonId = person, CaseId = line.CaseId, Kind = KindOf(rule.Level), RungId = rung.Id, CreatedAt = now }));
        if (rule.Level == RungLevel.Red)
        {
            if (receivers.LeaderAmong(to) is { } leader)
                orders.Add(new SupervisionOrder { Id = rung.Id, CaseId = line.CaseId, DeadlineId = line.Id, LeaderId = leader, IssuedOn = OfficeClock.Day(now) });
            if (line.Kind != DeadlineKind.Step && subject.Mark(OfficeClock.Day(now)))
                marked.Add(subject);
        }

        entries.Add(subject.Append(Entry(subject, line, rung, to, skipped), now));
    }

    private JsonObject Entry(TouchedCase subject, Deadline line, Rung rung, IReadOnlyList<Guid> to, IReadOnlyList<RungLevel> skipped) => new()
    {
        ["decidedBy"] = null,
        ["engine"] = null,
        ["files"] = new JsonArray(),
        ["occurredOn"] = CanonicalText.ToNode(OfficeClock.Day(now)),
        ["original"] = null,
        ["round"] = subject.Round,
        ["state"] = subject.State.ToString(),
        ["what"] = new JsonObject
        {
            ["deadlineId"] = line.Id.Value,
            ["dueOn"] = CanonicalText.ToNode(line.DueOn),
            ["kind"] = line.Kind.ToString(),
            ["level"] = rung.Level.ToString(),
            ["rungId"] = rung.Id,
            ["skipped"] = new JsonArray([.. skipped.Select(level => JsonValue.Create(level.ToString()))]),
            ["to"] = new JsonArray([.. to.Select(person => JsonValue.Create(person))]),
        },
    };

    private static NoticeKind KindOf(RungLevel level) => level switch
    {
        RungLevel.Red => NoticeKind.Red,
        RungLevel.Yellow => NoticeKind.Yellow,
        _ => NoticeKind.Blue,
    };

    private Task WriteRungsAsync(CancellationToken cancellationToken) => BulkRows.InsertAsync(
        db,
        "rungs",
        cancellationToken,
        new BulkColumn("Id", Of(rungs, rung => rung.Id)),
        new BulkColumn("CaseId", Of(rungs, rung => rung.CaseId.Value)),
        new BulkColumn("DeadlineId", Of(rungs, rung => rung.DeadlineId.Value)),
        new BulkColumn("Arming", Of(rungs, rung => rung.Arming)),
        new BulkColumn("Level", Of(rungs, rung => rung.Level.ToString())),
        new BulkColumn("DueOn", Of(rungs, rung => rung.DueOn)),
        new BulkColumn("State", Of(rungs, rung => rung.State.ToString())),
        new BulkColumn("ClaimedAt", Of(rungs, rung => rung.ClaimedAt.UtcDateTime)),
        new BulkColumn("SettledAt", Of(rungs, rung => rung.SettledAt?.UtcDateTime)));

    private async Task WriteSayingsAsync(CancellationToken cancellationToken)
    {
        await BulkRows.InsertAsync(
            db,
            "notices",
            cancellationToken,
            new BulkColumn("Id", Of(notices, notice => notice.Id)),
            new BulkColumn("PersonId", Of(notices, notice => notice.PersonId)),
            new BulkColumn("CaseId", Of(notices, notice => notice.CaseId.Value)),
            new BulkColumn("Kind", Of(notices, notice => notice.Kind.ToString())),
            new BulkColumn("RungId", Of(notices, notice => notice.RungId)),
            new BulkColumn("CreatedAt", Of(notices, notice => notice.CreatedAt.UtcDateTime)));
        await BulkRows.InsertAsync(
            db,
            "supervision_orders",
            cancellationToken,
            new BulkColumn("Id", Of(orders, order => order.Id)),
            new BulkColumn("CaseId", Of(orders, order => order.CaseId.Value)),
            new BulkColumn("DeadlineId", Of(orders, order => order.DeadlineId.Value)),
            new BulkColumn("LeaderId", Of(orders, order => order.LeaderId)),
            new BulkColumn("IssuedOn", Of(orders, order => order.IssuedOn)),
            new BulkColumn("Direction", Of(orders, order => order.Direction)));
        var rings = notices.Select(notice => notice.PersonId).Distinct().Select(person => OutboxMessage.Inbox(person, Duty.None, now)).ToList();
        await BulkRows.InsertAsync(
            db,
            "outbox",
            cancellationToken,
            new BulkColumn("Kind", Of(rings, ring => ring.Kind)),
            new BulkColumn("Text", Of(rings, ring => ring.Text)),
            new BulkColumn("CreatedAt", Of(rings, ring => ring.CreatedAt.UtcDateTime)));
    }

    private async Task WriteChainsAsync(CancellationToken cancellationToken)
    {
        await BulkRows.InsertAsync(
            db,
            "audit_entries",
            cancellationToken,
            new BulkColumn("Subject", Of(entries, entry => entry.Subject)),
            new BulkColumn("Number", Of(entries, entry => entry.Number)),
            new BulkColumn("PreviousHash", Of(entries, entry => entry.PreviousHash)),
            new BulkColumn("Hash", Of(entries, entry => entry.Hash)),
            new BulkColumn("Text", Of(entries, entry => entry.Text)),
            new BulkColumn("Act", Of(entries, entry => entry.Act)),
            new BulkColumn("RecordedAt", Of(entries, entry => entry.RecordedAt.UtcDateTime)));
        var ends = entries.GroupBy(entry => entry.Subject).Select(group => group.Last()).ToList();
        await BulkRows.UpdateAsync(
            db,
            "audit_heads",
            cancellationToken,
            new BulkColumn("Subject", Of(ends, entry => entry.Subject)),
            new BulkColumn("Number", Of(ends, entry => entry.Number)),
            new BulkColumn("Hash", Of(ends, entry => entry.Hash)));
        var board = marked.ToList();
        await BulkRows.UpdateAsync(
            db,
            "cases",
            cancellationToken,
            new BulkColumn("Id", Of(board, subject => subject.Id.Value)),
            new BulkColumn("OnBoardSince", Of(board, subject => subject.OnBoardSince)));
    }

    private static TValue[] Of<TRow, TValue>(IReadOnlyCollection<TRow> rows, Func<TRow, TValue> value) => [.. rows.Select(value)];
}
