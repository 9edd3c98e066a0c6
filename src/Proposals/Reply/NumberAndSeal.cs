using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>编号用印: the signed reply gets its number, drawn from the yearly series or as the office's own system gave it.</summary>
public sealed record NumberAndSeal : CaseAct
{
    /// <summary>Null draws the next one.</summary>
    public string? DocumentNumber { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Reply is not { SignedOn: not null } reply)
        {
            return ReplyRefusals.NotSigned;
        }

        if (reply.DocumentNumber is { } already)
        {
            return ReplyRefusals.AlreadySealed(already);
        }

        if ((scene.NotBefore(reply.SignedOn) ?? ActRefusals.Check(nameof(DocumentNumber), DocumentNumber, Lengths.Name, required: false)) is { } refusal)
        {
            return refusal;
        }

        var isDrawn = string.IsNullOrWhiteSpace(DocumentNumber);
        var number = isDrawn ? await DrawAsync(scene, reply.Kind, cancellationToken) : DocumentNumber?.Trim() ?? "";
        while (await scene.Db.Replies.AnyAsync(known => known.DocumentNumber == number, cancellationToken))
        {
            if (!isDrawn)
            {
                return ReplyRefusals.NumberTaken(number);
            }

            // Somebody entered this one by hand: the series goes on behind it.
            number = await DrawAsync(scene, reply.Kind, cancellationToken);
        }

        reply.DocumentNumber = number;
        reply.SealedOn = scene.OccurredOn;
        scene.Means(ReplySteps.Seal, "Sealed");
        return null;
    }

    /// <summary>The series' row is locked until the act commits, so numbers have neither gaps nor twins.</summary>
    private static async Task<string> DrawAsync(CaseScene scene, ReplyKind kind, CancellationToken cancellationToken)
    {
        var year = scene.OccurredOn.Year;
        var series = SeriesOf(kind, year);
        if (scene.Db.DocumentSeries.Local.FirstOrDefault(known => known.Series == series) is { } begun)
        {
            return Worded(scene.Profile, kind, year, ++begun.Last);
        }

        var drawn = await scene.Db.DocumentSeries.Where(known => known.Series == series)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Last, known => known.Last + 1), cancellationToken);
        var serial = 1;
        if (drawn == 0)
        {
            scene.Db.DocumentSeries.Add(new DocumentSeries { Series = series, Last = 1 });
        }
        else
        {
            serial = await scene.Db.DocumentSeries.AsNoTracking().Where(known => known.Series == series).Select(known => known.Last).SingleAsync(cancellationToken);
        }

        return Worded(scene.Profile, kind, year, serial);
    }

    /// <summary>What would be drawn now. Only a look: another reply may be first.</summary>
    public static async Task<string> NextAsync(ProposalsDbContext db, RuleProfile profile, ReplyKind kind, int year, CancellationToken cancellationToken)
    {
        var series = SeriesOf(kind, year);
        var last = await db.DocumentSeries.AsNoTracking().Where(known => known.Series == series).Select(known => known.Last).FirstOrDefaultAsync(cancellationToken);
        return Worded(profile, kind, year, last + 1);
    }

    private static string SeriesOf(ReplyKind kind, int year) => kind == ReplyKind.CoOrganizerOpinion ? $"opinion/{year}" : $"reply/{year}";

    private static string Worded(RuleProfile profile, ReplyKind kind, int year, int serial) => (kind == ReplyKind.CoOrganizerOpinion ? profile.OpinionNumber : profile.DocumentNumber)
        .Replace("{year}", year.ToString(), StringComparison.Ordinal)
        .Replace("{serial}", serial.ToString(), StringComparison.Ordinal);
}
