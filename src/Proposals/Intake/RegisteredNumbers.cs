using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>Which items of a list are in the ledger already, since when and by whom. A number that was voided is free.</summary>
internal static class RegisteredNumbers
{
    private const int AtOnce = 200;

    /// <summary>What is known of the number of each act; acts whose number nobody ever used are left out.</summary>
    public static async Task<IReadOnlyDictionary<RegisterCase, KnownNumber>> OfAsync(ProposalsDbContext db, IEnumerable<RegisterCase> acts, CancellationToken cancellationToken)
    {
        var found = new Dictionary<RegisterCase, KnownNumber>(ReferenceEqualityComparer.Instance);
        foreach (var session in acts.GroupBy(act => (act.Kind, act.Level, act.TermNumber, act.SessionNumber, act.IsInterSession)))
        {
            foreach (var some in session.Chunk(AtOnce))
            {
                var known = await OfAsync(db, some, cancellationToken);
                foreach (var act in some)
                {
                    if (known.TryGetValue(act.CaseNumber, out var number))
                        found.Add(act, number);
                }
            }
        }

        return found;
    }

    private static async Task<Dictionary<string, KnownNumber>> OfAsync(ProposalsDbContext db, RegisterCase[] acts, CancellationToken cancellationToken)
    {
        var like = acts[0];
        string[] numbers = [.. acts.Select(act => act.CaseNumber)];
        var cases = await db.Cases.AsNoTracking()
            .Where(known => known.Kind == like.Kind && known.Level == like.Level && known.TermNumber == like.TermNumber && known.SessionNumber == like.SessionNumber
                && known.IsInterSession == like.IsInterSession && numbers.Contains(known.CaseNumber))
            .Select(known => new { known.Id, known.CaseNumber, known.Subject, known.RegisteredAt, IsVoided = known.Ending == CaseEnding.Voided }).ToListAsync(cancellationToken);
        string[] chains = [.. cases.Where(known => !known.IsVoided).Select(known => CaseActs.SubjectOf(known.Id))];
        var names = await db.AuditEntries.AsNoTracking().Where(entry => chains.Contains(entry.Subject) && entry.Act == nameof(RegisterCase))
            .Select(entry => new { entry.Subject, By = db.Users.Where(person => person.Id == entry.RecordedById).Select(person => person.DisplayName).FirstOrDefault() })
            .ToListAsync(cancellationToken);
        var by = names.GroupBy(name => name.Subject).ToDictionary(same => same.Key, same => same.First().By);
        return cases.GroupBy(known => known.CaseNumber).ToDictionary(same => same.Key, same => new KnownNumber(
            same.Where(known => !known.IsVoided).Select(known => new EarlierRegistration(known.Id, known.Subject, known.RegisteredAt, by.GetValueOrDefault(CaseActs.SubjectOf(known.Id)))).FirstOrDefault(),
            same.Count(known => known.IsVoided)));
    }
}

/// <param name="Earlier">Null where the number is free.</param>
/// <param name="Voided">How often it was registered by mistake.</param>
internal sealed record KnownNumber(EarlierRegistration? Earlier, int Voided);

/// <param name="By">Null where nobody's name is known any more.</param>
public sealed record EarlierRegistration(CaseId CaseId, string Subject, DateTimeOffset At, string? By);
