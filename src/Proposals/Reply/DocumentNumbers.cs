using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>发文字号 of one kind of paper in one year: replies and opinions to other units have a series of their own.</summary>
public sealed record DocumentNumbers(RuleProfile Profile, ReplyKind Kind, int Year)
{
    private const string SerialPlace = "{serial}";

    /// <summary>As many of the newest numbers as one looks at to find one that a person typed in the office's own pattern.</summary>
    private const int Newest = 20;

    private string Series => $"{(Kind == ReplyKind.CoOrganizerOpinion ? "opinion" : "reply")}/{Year}";

    /// <summary>The pattern with its year, the serial still open.</summary>
    private string Pattern => (Kind == ReplyKind.CoOrganizerOpinion ? Profile.OpinionNumber : Profile.DocumentNumber)
        .Replace("{year}", Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>The next of the series. Its row is locked until the act commits, so numbers have neither gaps nor twins.</summary>
    public async Task<string> DrawAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var series = Series;
        if (db.InHand<DocumentSeries>().FirstOrDefault(known => known.Series == series) is { } begun)
        {
            return Worded(++begun.Last);
        }

        var drawn = await db.DocumentSeries.Where(known => known.Series == series)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Last, known => known.Last + 1), cancellationToken);
        if (drawn == 0)
        {
            db.DocumentSeries.Add(new DocumentSeries { Series = series, Last = 1 });
            return Worded(1);
        }

        return Worded(await db.DocumentSeries.AsNoTracking().Where(known => known.Series == series).Select(known => known.Last).SingleAsync(cancellationToken));
    }

    /// <summary>What the next number will probably be. Only a look: another reply may be first, and the office's own system may count otherwise.</summary>
    public async Task<string> NextAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        if (!Profile.DrawsDocumentNumbers)
        {
            return Worded(await LastTypedAsync(db, cancellationToken) + 1);
        }

        var series = Series;
        var last = await db.DocumentSeries.AsNoTracking().Where(known => known.Series == series).Select(known => known.Last).FirstOrDefaultAsync(cancellationToken);
        return Worded(last + 1);
    }

    /// <summary>Null where the number is free among all letters that went out, replies and second replies alike; else whose it is.</summary>
    /// <param name="except">The row whose own number it may be.</param>
    internal static async Task<Refusal?> FindTwinAsync(ProposalsDbContext db, string number, Guid? except, CancellationToken cancellationToken)
    {
        ReplyId? reply = except is { } id ? new ReplyId(id) : null;
        var holders = db.Replies.Where(known => known.DocumentNumber == number && known.Id != reply).Select(known => known.CaseId)
            .Concat(db.SecondReplies.Where(known => known.DocumentNumber == number && known.Id != except).Select(known => known.CaseId));
        var twin = await db.Cases.AsNoTracking().Where(subject => holders.Contains(subject.Id))
            .Select(subject => new { subject.Kind, subject.CaseNumber, subject.Subject }).FirstOrDefaultAsync(cancellationToken);
        return twin is null ? null : ReplyRefusals.NumberTaken(number, twin.Kind, twin.CaseNumber, twin.Subject);
    }

    private async Task<int> LastTypedAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        if (Pattern.Split(SerialPlace) is not [var before, var after])
        {
            return 0;
        }

        var numbers = db.Replies.Select(reply => reply.DocumentNumber ?? "").Concat(db.SecondReplies.Select(told => told.DocumentNumber));
        var newest = await numbers.Where(number => number.StartsWith(before) && number.EndsWith(after)).OrderByDescending(number => number.Length).ThenByDescending(number => number).Take(Newest).ToListAsync(cancellationToken);
        return newest.Select(number => int.TryParse(number.AsSpan(before.Length, Math.Max(0, number.Length - before.Length - after.Length)), NumberStyles.None, CultureInfo.InvariantCulture, out var serial) ? serial : 0).FirstOrDefault(serial => serial > 0);
    }

    private string Worded(int serial) => Pattern.Replace(SerialPlace, serial.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
