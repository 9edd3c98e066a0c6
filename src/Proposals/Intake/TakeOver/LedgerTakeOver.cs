using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake.TakeOver;

/// <summary>接管台账: a bureau begins in the middle of its year. Each row becomes a case at its present step, by the acts that brought it there; a row is taken whole or not at all.</summary>
public sealed class LedgerTakeOver(ProposalsDbContext db, CaseActs acts, OfficeRules rules)
{
    /// <summary>How our own unit is called among the others of an item before anybody said its name.</summary>
    private const string Nameless = "本单位";

    /// <summary>What the rows would come to. Every act is tried, and nothing stays.</summary>
    public Task<LedgerReading> PreviewAsync(ListSheet sheet, LedgerQuestion question, DateTimeOffset now, CancellationToken cancellationToken) =>
        EachAsync(sheet, question, now, (row, request) => TryAsync(row, request, now, cancellationToken), cancellationToken);

    /// <summary>Takes the rows that are in order; the others are told as in the preview.</summary>
    public Task<LedgerReading> TakeAsync(ListSheet sheet, LedgerQuestion question, Guid key, DateTimeOffset now, CancellationToken cancellationToken) =>
        EachAsync(sheet, question, now, async (row, request) =>
        {
            var outcome = await acts.RunAsync(null, request with { IdempotencyKey = KeyOf(key, row.Number) }, now, cancellationToken);
            return outcome.Refusal is null ? row with { CaseId = outcome.CaseId } : Refused(row, outcome);
        }, cancellationToken);

    private async Task<LedgerReading> EachAsync(ListSheet sheet, LedgerQuestion question, DateTimeOffset now, Func<LedgerRow, ActRequest, Task<LedgerRow>> use, CancellationToken cancellationToken)
    {
        var staff = await LedgerStaff.OfAsync(db, cancellationToken);
        var bureau = await db.Bureau.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var named = question with { Bureau = bureau is { Name.Length: > 0 } ? bureau.Name : Nameless };
        var context = new ListContext(new BureauNames([.. bureau?.Names ?? [], named.Bureau]), question.Sender, OfficeClock.Day(now));
        var (rows, columns) = LedgerReader.Read(sheet, context, staff, named);
        var read = new List<LedgerRow>();
        foreach (var (row, entry) in rows)
            read.Add(entry is null ? row : await TellAsync(row, entry, staff, columns, question.ClerkId, now, use));
        return new LedgerReading(read, columns.Ignored);
    }

    private async Task<LedgerRow> TellAsync(LedgerRow row, LedgerEntry entry, LedgerStaff staff, LedgerColumns columns, Guid clerkId, DateTimeOffset now, Func<LedgerRow, ActRequest, Task<LedgerRow>> use)
    {
        var (told, problems, notes) = new LedgerStory(entry, staff, rules.Profile, clerkId, now).Tell();
        var known = row with { Acts = [.. told.Select(act => columns.NameOf(act.Field))], Notes = [.. row.Notes, .. notes], Problems = [.. problems.Select(problem => new LedgerProblem(columns.NameOf(problem.Field), problem.Reason))] };
        return known.Problems.Count > 0 ? known : await use(known, new ActRequest(clerkId, Guid.NewGuid(), 0, [.. told.Select(act => act.Line)]));
    }

    private async Task<LedgerRow> TryAsync(LedgerRow row, ActRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (outcome, subject) = await acts.TryAsync(request, now, cancellationToken);
        return outcome.Refusal is null && subject is not null
            ? row with { State = subject.State, Light = subject.LightOn(OfficeClock.Day(now)), DueOn = subject.DueOn }
            : Refused(row, outcome);
    }

    private static LedgerRow Refused(LedgerRow row, ActOutcome outcome)
    {
        if (outcome.Refusal is not { } refusal)
            return row;
        if (refusal.Code == IntakeRefusals.AlreadyRegistered("", default).Code)
            return row with { AlreadyThere = refusal };
        return row with { Problems = [new LedgerProblem(outcome.Line < row.Acts.Count ? row.Acts[outcome.Line] : null, refusal)] };
    }

    private static Guid KeyOf(Guid key, int row) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{row}")).AsSpan(0, 16));
}

/// <summary>What the clerk says of the whole ledger.</summary>
/// <param name="ClerkId">Who takes it over.</param>
/// <param name="Year">办理年度.</param>
/// <param name="Sender">交办单位 of rows that name none.</param>
public sealed record LedgerQuestion(Guid ClerkId, int Year, string Sender)
{
    internal string Bureau { get; init; } = "";
}
