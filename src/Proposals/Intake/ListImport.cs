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
        var settings = await db.Bureau.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
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
            LastOfCongress = await UsualSession.LastAsync(db, isCppcc: false, order.Level ?? default, cancellationToken),
            LastOfCppcc = await UsualSession.LastAsync(db, isCppcc: true, order.Level ?? default, cancellationToken),
        };
        var list = ListMeaning.Of(sheet, context);
        var earlier = await RegisteredNumbers.OfAsync(db, list.Ours.Select(row => row.Act).OfType<RegisterCase>(), cancellationToken);
        return (new ListPreview(list, [.. list.Ours.Select(row => Judge(row, earlier))]), null);
    }

    /// <summary>Registers each new row as an act of its own: what is refused leaves the others standing, and what was registered before is not registered again.</summary>
    /// <param name="key">Of the preview that was confirmed: the same form sent twice is the same acts, another one is not.</param>
    /// <param name="receivedOn">The day of 签收 for all of them; null leaves them to be signed for.</param>
    public async Task<ListOutcome> ConfirmAsync(ListPreview preview, string sender, Guid actorId, bool isNotClassified, Guid key, DateOnly? receivedOn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (registered, refused) = (new List<CaseId>(), new List<RefusedRow>());
        foreach (var row in preview.Rows.Where(row => row.Verdict == ListVerdict.New))
        {
            var act = (row.Row.Act ?? throw new InvalidOperationException("A new row has its act.")) with { IsNotClassified = isNotClassified };
            List<ActLine> lines = [new ActLine(act)];
            if (receivedOn is { } day)
                lines.Add(new ActLine(new ReceiveCase()) { OccurredOn = day });
            var outcome = await acts.RunAsync(null, new ActRequest(actorId, KeyOf(key, row.Row.Number, act), 0, lines), now, cancellationToken);
            if (outcome.Refusal is { } reason)
                refused.Add(new RefusedRow(row.Row.Number, reason));
            else if (!outcome.WasRepeated)
                registered.Add(outcome.CaseId);
        }

        if (registered.Count > 0 || refused.Count == 0)
            await mappings.RememberAsync(sender, preview.List.Heading, preview.List.Columns, now, cancellationToken);
        return new ListOutcome(registered, refused);
    }

    /// <summary>A form may be sent again under other columns or for another sheet; that row is another act.</summary>
    private static Guid KeyOf(Guid key, int row, RegisterCase act) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}/{row}/{CanonicalText.ToNode(act)?.ToJsonString()}")).AsSpan(0, 16));

    private static PreviewRow Judge(ListRow row, IReadOnlyDictionary<RegisterCase, EarlierRegistration> earlier) => row.Act switch
    {
        null => new PreviewRow(row, ListVerdict.Bad),
        var act when earlier.TryGetValue(act, out var known) => new PreviewRow(row, ListVerdict.Registered, known),
        _ => new PreviewRow(row, ListVerdict.New),
    };

    private async Task<ListColumns?> ColumnsAsync(ListSheet sheet, string sender, CancellationToken cancellationToken)
    {
        var remembered = await mappings.FindAsync(sender, cancellationToken);
        return remembered is null ? null : ListColumns.Remembered(sheet, HeadingRow.Find(sheet) ?? HeadingRow.None(sheet), remembered);
    }
}
