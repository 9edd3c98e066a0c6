using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>What a sweep has to know of a case: whom it is with, how it is handled, and where its chain ends.</summary>
internal sealed class TouchedCase
{
    private string? hash;
    private int number;

    public required CaseId Id { get; init; }

    public required int Round { get; init; }

    public required CaseState State { get; init; }

    public required int RulesVersion { get; init; }

    public required Guid? HandlerId { get; init; }

    public required DepartmentId? DepartmentId { get; init; }

    public required Guid? LeaderId { get; init; }

    public required DateOnly? OnBoardSince { get; set; }

    public DateOnly? BehindOn { get; private set; }

    /// <summary>Time in a case never runs backwards, whatever was done to the machine's clock.</summary>
    public DateTimeOffset LastAt { get; private set; }

    public RulesInForce Rules(RuleBook book) => book.Of(book[RulesVersion]);

    /// <returns>False where it is on the board already.</returns>
    public bool Mark(DateOnly on)
    {
        var isNew = OnBoardSince is null;
        OnBoardSince ??= on;
        return isNew;
    }

    public AuditEntry Append(JsonObject content, DateTimeOffset now)
    {
        LastAt = LastAt > now ? LastAt : now;
        var entry = AuditBook.Follow(CaseActs.SubjectOf(Id), number, hash ?? CanonicalText.Genesis, RungRaising.Act, content, null, null, LastAt);
        (number, hash) = (entry.Number, entry.Hash);
        return entry;
    }

    /// <summary>A case that an act has in hand; its chain is the act's own matter.</summary>
    public static TouchedCase Of(ProposalCase subject) => new()
    {
        Id = subject.Id,
        Round = subject.Round,
        State = subject.State,
        RulesVersion = subject.RulesVersion,
        HandlerId = subject.HandlerId,
        DepartmentId = subject.DepartmentId,
        LeaderId = subject.LeaderId,
        OnBoardSince = subject.OnBoardSince,
    };

    public static async Task<Dictionary<CaseId, TouchedCase>> ReadAsync(ProposalsDbContext db, List<CaseId> ids, RuleBook book, CancellationToken cancellationToken)
    {
        var cases = await db.Cases.AsNoTracking().Where(subject => ids.Contains(subject.Id)).Select(subject => new TouchedCase
        {
            Id = subject.Id,
            Round = subject.Round,
            State = subject.State,
            RulesVersion = subject.RulesVersion,
            HandlerId = subject.HandlerId,
            DepartmentId = subject.DepartmentId,
            LeaderId = subject.LeaderId,
            OnBoardSince = subject.OnBoardSince,
        }).ToDictionaryAsync(subject => subject.Id, cancellationToken);
        var bySubject = cases.Values.ToDictionary(subject => CaseActs.SubjectOf(subject.Id));
        var subjects = bySubject.Keys.ToList();
        var ends = db.AuditHeads.Where(head => subjects.Contains(head.Subject))
            .Join(db.AuditEntries, head => new { head.Subject, head.Number }, entry => new { entry.Subject, entry.Number }, (head, entry) => new { head.Subject, head.Number, head.Hash, entry.RecordedAt });
        foreach (var end in await ends.ToListAsync(cancellationToken))
        {
            var subject = bySubject[end.Subject];
            (subject.number, subject.hash, subject.LastAt) = (end.Number, end.Hash, end.RecordedAt);
        }

        var behind = book.Versions.SelectMany(profile => profile.Ladder.Behind).Distinct().ToList();
        if (behind.Count == 0)
            return cases;
        var lines = await db.Deadlines.AsNoTracking().Where(line => ids.Contains(line.CaseId) && behind.Contains(line.Kind) && line.MetOn == null && line.DroppedOn == null).ToListAsync(cancellationToken);
        foreach (var plan in lines.GroupBy(line => line.CaseId))
            cases[plan.Key].BehindOn = DeadlineLedger.BehindOn(plan, cases[plan.Key].Rules(book).Profile);
        return cases;
    }
}
