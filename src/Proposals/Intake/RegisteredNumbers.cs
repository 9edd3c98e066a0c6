using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>Which items of a list are in the ledger already, since when and by whom.</summary>
internal static class RegisteredNumbers
{
    private const int AtOnce = 200;

    /// <summary>The earlier registration of each act that has one; acts without one are left out, and so is what was voided.</summary>
    public static async Task<IReadOnlyDictionary<RegisterCase, EarlierRegistration>> OfAsync(ProposalsDbContext db, IEnumerable<RegisterCase> acts, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RegisterCase, EarlierRegistration>(ReferenceEqualityComparer.Instance);
        foreach (var session in acts.GroupBy(act => (act.Kind, act.Level, act.TermNumber, act.SessionNumber, act.IsInterSession)))
        {
            foreach (var some in session.Chunk(AtOnce))
            {
                var known = await OfAsync(db, some, cancellationToken);
                foreach (var act in some)
                {
                    if (known.TryGetValue(act.CaseNumber, out var earlier))
                        found.Add(act, earlier);
                }
            }
        }

        return found;
    }

    private static async Task<Dictionary<string, EarlierRegistration>> OfAsync(ProposalsDbContext db, RegisterCase[] acts, CancellationToken cancellationToken)
    {
        var like = acts[0];
        string[] numbers = [.. acts.Select(act => act.CaseNumber)];
        var cases = await db.Cases.AsNoTracking()
            .Where(known => known.Kind == like.Kind && known.Level == like.Level && known.TermNumber == like.TermNumber && known.SessionNumber == like.SessionNumber
                && known.IsInterSession == like.IsInterSession && numbers.Contains(known.CaseNumber) && known.Ending != CaseEnding.Voided)
            .Select(known => new { known.Id, known.CaseNumber, known.Subject, known.RegisteredAt }).ToListAsync(cancellationToken);
        string[] chains = [.. cases.Select(known => CaseActs.SubjectOf(known.Id))];
        var names = await db.AuditEntries.AsNoTracking().Where(entry => chains.Contains(entry.Subject) && entry.Act == nameof(RegisterCase))
            .Select(entry => new { entry.Subject, By = db.Users.Where(person => person.Id == entry.RecordedById).Select(person => person.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var by = names.GroupBy(name => name.Subject).ToDictionary(same => same.Key, same => same.First().By);
        return cases.ToDictionary(known => known.CaseNumber, known => new EarlierRegistration(known.Id, known.Subject, known.RegisteredAt, by.GetValueOrDefault(CaseActs.SubjectOf(known.Id))));
    }
}

/// <param name="By">Null where nobody's name is known any more.</param>
public sealed record EarlierRegistration(CaseId CaseId, string Subject, DateTimeOffset At, string? By);
