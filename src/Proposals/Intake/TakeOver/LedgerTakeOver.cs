using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake.TakeOver;

/// <summary>接管台账: a bureau begins in the middle of its year. Each row becomes a case at its present step, by the acts that brought it there: whole, or as far as it is sure where the clerk said so.</summary>
public sealed class LedgerTakeOver(ProposalsDbContext db, CaseActs acts, OfficeRules rules)
{
    /// <summary>How our own unit is called among the others of an item before anybody said its name.</summary>
    private const string Nameless = "本单位";

    /// <summary>What the rows would come to. Every act is tried, and nothing stays.</summary>
    public Task<LedgerReading> PreviewAsync(ListSheet sheet, LedgerQuestion question, DateTimeOffset now, CancellationToken cancellationToken) =>
        EachAsync(sheet, question, _ => true, async told =>
        {
            var (outcome, subject) = await acts.TryAsync(told.Standing?.Id, told.Request, now, cancellationToken);
            return outcome.Refusal is null && subject is not null
                ? told.Row with { State = subject.State, Light = subject.LightOn(OfficeClock.Day(now)), DueOn = subject.DueOn }
                : Refused(told, outcome);
        }, now, cancellationToken);

    /// <summary>Takes the rows that are in order, and of the others those that were asked for, up to what is sure; the rest is told as in the preview.</summary>
    public Task<LedgerReading> TakeAsync(ListSheet sheet, LedgerQuestion question, Guid key, DateTimeOffset now, CancellationToken cancellationToken) =>
        EachAsync(sheet, question, row => question.AsFarAsSure.Contains(row.Number), async told =>
        {
            // Sent again, the row of a case that a list had registered begins with another act than the first time.
            var rowKey = KeyOf(key, told.Row.Number);
            if (await acts.DoneUnderAsync(question.ClerkId, rowKey, cancellationToken) is { } done)
                return told.Row with { CaseId = done.CaseId };
            var outcome = await acts.RunAsync(told.Standing?.Id, told.Request with { IdempotencyKey = rowKey }, now, cancellationToken);
            return outcome.Refusal is null ? told.Row with { CaseId = outcome.CaseId } : Refused(told, outcome);
        }, now, cancellationToken);

    private async Task<LedgerReading> EachAsync(ListSheet sheet, LedgerQuestion question, Func<TakenRow, bool> mayBePart, Func<ToldRow, Task<TakenRow>> use, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var staff = await LedgerStaff.OfAsync(db, cancellationToken);
        var bureau = await db.Bureau.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var named = question with { Bureau = bureau is { Name.Length: > 0 } ? bureau.Name : Nameless };
        var context = new ListContext(new BureauNames([.. bureau?.Names ?? [], named.Bureau]), question.Sender, OfficeClock.Day(now));
        var (rows, columns) = LedgerReader.Read(sheet, context, staff, named);
        var standing = await StandingAsync([.. rows.Select(row => row.Entry?.Registration).OfType<RegisterCase>()], cancellationToken);
        var teller = new LedgerTeller(columns, staff, rules.Profile, question.ClerkId, now, use);
        var read = new List<TakenRow>();
        foreach (var (row, entry) in rows)
            read.Add(entry is null ? row : await teller.TellAsync(row, entry, standing.GetValueOrDefault(entry.Registration), mayBePart(row)));
        return new LedgerReading(read, columns.Describe(sheet));
    }

    /// <summary>Items that a list registered before and nobody has worked on.</summary>
    private async Task<Dictionary<RegisterCase, ProposalCase>> StandingAsync(IReadOnlyList<RegisterCase> registrations, CancellationToken cancellationToken)
    {
        var standing = new Dictionary<RegisterCase, ProposalCase>(ReferenceEqualityComparer.Instance);
        foreach (var some in (await RegisteredNumbers.OfAsync(db, registrations, cancellationToken)).Chunk(100))
        {
            CaseId[] ids = [.. some.Select(earlier => earlier.Value.CaseId)];
            var known = await db.Cases.AsNoTracking().Include(subject => subject.Proposers)
                .Where(subject => ids.Contains(subject.Id) && (subject.State == CaseState.PendingReceipt || subject.State == CaseState.Received) && subject.TakenOverOn == null)
                .ToDictionaryAsync(subject => subject.Id, cancellationToken);
            foreach (var (registration, earlier) in some)
            {
                if (known.TryGetValue(earlier.CaseId, out var subject))
                    standing.Add(registration, subject);
            }
        }

        return standing;
    }

    private static TakenRow Refused(ToldRow told, ActOutcome outcome)
    {
        if (outcome.Refusal is not { } refusal)
            return told.Row;
        if (refusal.Code == IntakeRefusals.AlreadyRegistered("", default).Code)
            return told.Row with { AlreadyThere = refusal };
        var field = outcome.Line < told.Row.Acts.Count ? told.Row.Acts[outcome.Line] : null;
        return told.Row with { Problems = [new LedgerProblem(told.Columns.NameOf(field), refusal) { Field = field }] };
    }

    private static Guid KeyOf(Guid key, int row) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{row}")).AsSpan(0, 16));
}

/// <summary>What the clerk says of the whole ledger.</summary>
/// <param name="ClerkId">Who takes it over.</param>
/// <param name="Year">办理年度.</param>
/// <param name="Sender">交办单位 of rows that name none.</param>
public sealed record LedgerQuestion(Guid ClerkId, int Year, string Sender)
{
    /// <summary>What each column means, as <see cref="LedgerMeanings"/> words it; null guesses.</summary>
    public IReadOnlyList<string?>? Columns { get; init; }

    /// <summary>Rows with problems that are to be taken up to the last step that is sure, by number.</summary>
    public IReadOnlySet<int> AsFarAsSure { get; init; } = new HashSet<int>();

    internal string Bureau { get; init; } = "";
}
