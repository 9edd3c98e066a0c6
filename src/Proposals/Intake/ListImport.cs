using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake;

/// <summary>导入交办清单: shows what a list would do, and does it row by row once that was confirmed. Page and command line ask here, so both say the same.</summary>
public sealed class ListImport(ProposalsDbContext db, CaseActs acts, ImportMappings mappings)
{
    public static Refusal NoBureauName { get; } = new("list.no-bureau-name");

    public async Task<(ListPreview? Preview, Refusal? Refusal)> PreviewAsync(ListSheet sheet, ListOrder order, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ActRefusals.Check(nameof(RegisterCase.AssigningBody), order.Sender, Lengths.Name) is { } badSender)
            return (null, badSender);
        var settings = await db.Bureau.AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        var bureau = new BureauNames(settings?.Names ?? []);
        if (bureau.IsUnknown)
            return (null, NoBureauName);
        var context = new ListContext(bureau, order.Sender.Trim(), OfficeClock.Day(now))
        {
            AssignedOn = order.AssignedOn,
            Kind = order.Kind,
            Level = order.Level,
            Term = order.Term,
            Session = order.Session,
            FillsDown = order.FillsDown,
            Columns = order.Columns ?? await ColumnsAsync(sheet, order.Sender, cancellationToken),
            LastOfCongress = await LastSessionAsync(isCppcc: false, order.Level ?? default, cancellationToken),
            LastOfCppcc = await LastSessionAsync(isCppcc: true, order.Level ?? default, cancellationToken),
        };
        var list = ListMeaning.Of(sheet, context);
        var known = await RegisteredNumbers.OfAsync(db, list.Ours.Select(row => row.Act).OfType<RegisterCase>(), cancellationToken);
        return (new ListPreview(list, [.. list.Ours.Select(row => Judge(row, known))]), null);
    }

    /// <summary>Registers each new row as an act of its own: what is refused leaves the others standing, and what was registered before is not registered again.</summary>
    /// <param name="receivedOn">The day of 签收 for all of them; null leaves them to be signed for.</param>
    public async Task<ListOutcome> ConfirmAsync(ListPreview preview, string sender, Guid actorId, bool isNotClassified, DateOnly? receivedOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (registered, refused) = (new List<CaseId>(), new List<RefusedRow>());
        foreach (var row in preview.Rows.Where(row => row.Verdict == ListVerdict.New))
        {
            var act = (row.Row.Act ?? throw new InvalidOperationException("A new row has its act.")) with { IsNotClassified = isNotClassified };
            List<ActLine> lines = [new ActLine(act)];
            if (receivedOn is { } day)
                lines.Add(new ActLine(new ReceiveCase()) { OccurredOn = day });
            var outcome = await acts.RunAsync(null, new ActRequest(actorId, KeyOf(act, row.Voided), 0, lines), now, cancellationToken);
            if (outcome.Refusal is { } reason)
                refused.Add(new RefusedRow(row.Row.Number, reason));
            else if (!outcome.WasRepeated)
                registered.Add(outcome.CaseId);
        }

        if (registered.Count > 0 || refused.Count == 0)
            await mappings.RememberAsync(sender, preview.List.Heading, preview.List.Columns, now, cancellationToken);
        return new ListOutcome(registered, refused);
    }

    /// <summary>The same row of the same list is the same act, whoever sends it and however often, until what it registered was voided.</summary>
    private static Guid KeyOf(RegisterCase act, int voided) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"list {(voided > 0 ? $"after {voided} " : "")}" + CanonicalText.ToNode(act)?.ToJsonString())).AsSpan(0, 16));

    private static PreviewRow Judge(ListRow row, IReadOnlyDictionary<RegisterCase, KnownNumber> known) => row.Act switch
    {
        null => new PreviewRow(row, ListVerdict.Bad),
        var act when known.GetValueOrDefault(act) is { Earlier: { } earlier } => new PreviewRow(row, ListVerdict.Registered, earlier),
        var act => new PreviewRow(row, ListVerdict.New, Voided: known.GetValueOrDefault(act)?.Voided ?? 0),
    };

    private async Task<ListColumns?> ColumnsAsync(ListSheet sheet, string sender, CancellationToken cancellationToken)
    {
        var remembered = await mappings.FindAsync(sender, cancellationToken);
        return remembered is null ? null : ListColumns.Remembered(sheet, HeadingRow.Find(sheet) ?? HeadingRow.None(sheet), remembered);
    }

    /// <summary>Motions and suggestions belong to the same assembly, hence to the same session.</summary>
    private async Task<(int Term, int Session)?> LastSessionAsync(bool isCppcc, AdministrativeLevel level, CancellationToken cancellationToken)
    {
        var last = await db.Cases.AsNoTracking().Where(subject => (subject.Kind == ItemKind.CppccProposal) == isCppcc && subject.Level == level)
            .OrderByDescending(subject => subject.RegisteredAt).Select(subject => new { subject.TermNumber, subject.SessionNumber }).FirstOrDefaultAsync(cancellationToken);
        return last is null ? null : (last.TermNumber, last.SessionNumber);
    }
}
