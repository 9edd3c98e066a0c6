using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines.Notices;

/// <summary>A way out of the house that ends at once: it keeps what it was given, and answers as it was told.</summary>
internal sealed class KeptLetters(NoticeChannel channel = NoticeChannel.Webhook, params IReadOnlyList<Delivery> answers) : INoticeWay
{
    private readonly ConcurrentQueue<NoticeLetter> letters = new();

    public NoticeChannel Channel => channel;

    public IReadOnlyList<NoticeLetter> Letters => [.. letters];

    /// <summary>The last answer is given from then on.</summary>
    public Task<Delivery> SendAsync(NoticeLetter letter, CancellationToken cancellationToken)
    {
        letters.Enqueue(letter);
        return Task.FromResult(answers.Count == 0 ? Delivery.Taken : answers[Math.Min(letters.Count, answers.Count) - 1]);
    }
}

/// <summary>Notices and the processes that send them, as tests want them.</summary>
internal static class WrittenNotices
{
    public static DateTimeOffset At(int day, int hour, int minute = 0) => OfficeClock.At(new DateOnly(2025, 6, day), new TimeOnly(hour, minute));

    public static Task<NoticeDispatch> DispatchAsync(this Bureau bureau, params INoticeWay[] ways) => bureau.WithAsync<IServiceScopeFactory, NoticeDispatch>(scopes =>
        Task.FromResult(new NoticeDispatch(scopes, ways, bureau.Rules, NullLogger<NoticeDispatch>.Instance)));

    public static Task<int> TellAsync(this Bureau bureau, CaseId caseId, string who, NoticeKind kind, DateTimeOffset at, DateTimeOffset? readAt = null) => bureau.ReadAsync(db =>
    {
        db.Notices.Add(new Notice { Id = TimedId.At(at), PersonId = bureau.Id(who), CaseId = caseId, Kind = kind, CreatedAt = at, ReadAt = readAt });
        return db.SaveChangesAsync();
    });

    /// <summary>郑宁 2025-06-03 gathered 2, in the order of their making.</summary>
    public static async Task<IReadOnlyList<string>> MessagesAsync(this Bureau bureau)
    {
        var names = await bureau.ReadAsync(db => db.Users.ToDictionaryAsync(person => person.Id, person => person.DisplayName));
        var messages = await bureau.ReadAsync(db => db.NoticeMessages.AsNoTracking().OrderBy(message => message.Id).Select(message => new { Message = message, Count = db.Notices.Count(notice => notice.MessageId == message.Id) }).ToListAsync());
        return [.. messages.Select(row => $"{names[row.Message.PersonId]} {row.Message.Day:MM-dd} {(row.Message.IsUrgent ? "alone" : "gathered")} {row.Count}")];
    }

    public static Task<NoticePost> OnlyPostAsync(this Bureau bureau) => bureau.ReadAsync(db => db.NoticePosts.AsNoTracking().SingleAsync());
}
