using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;
using Proposals.Web.Pages.Inbox;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>One line of 提醒 as it is drawn.</summary>
public sealed record NoticeLine(DateOnly Day, NoticeKind Kind, string Number, string Subject, string Author, string CaseHref)
{
    /// <summary>办理期限 2026-11-30 · 还剩3个工作日.</summary>
    public string? Due { get; init; }

    /// <summary>In a person's own words.</summary>
    public string Text { get; init; } = "";

    public string? AnswerBy { get; init; }

    public string Time { get; init; } = "";

    public bool IsUnread { get; init; }

    public string? SlipHref { get; init; }

    public string? SlipName { get; init; }
}

/// <summary>Words the notices of a page. A rung is said by the system, never by a person.</summary>
public sealed class NoticeWords(ProposalsDbContext db, KindWords kinds, DueNames names, DeadlineWords deadlines, OfficeWords words, IStringLocalizer<DeadlinesText> text)
{
    /// <summary>Of those who urged or directed.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IReadOnlyList<NoticeRow> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.ById).OfType<Guid>().Distinct().ToList();
        return ids.Count == 0 ? new Dictionary<Guid, string>() : await db.Users.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
    }

    public IEnumerable<NoticeLine> Lines(IReadOnlyList<NoticeRow> rows, IReadOnlyDictionary<Guid, string> people, DateOnly today) => rows.Select(row => Line(row, people, today));

    private NoticeLine Line(NoticeRow row, IReadOnlyDictionary<Guid, string> people, DateOnly today)
    {
        var (notice, slip) = (row.Notice, row.Notice.RungId is null ? null : SlipOf(row.Notice.Kind));
        return new NoticeLine(
            OfficeClock.Day(notice.CreatedAt),
            notice.Kind,
            kinds.Number(row.ItemKind, row.CaseNumber),
            row.Subject,
            row.ById is { } by ? people.GetValueOrDefault(by, "—") : text["Notices_System"],
            $"{ActLinks.Case(notice.CaseId)}?tab={CaseTab.Deadlines}")
        {
            Due = DueText(row, today),
            Text = row.Text,
            AnswerBy = row.AnswerBy is { } answer ? text["Order_AnswerBy", DateText.InSentence(answer)].Value : null,
            Time = OfficeClock.Local(notice.CreatedAt).ToString("HH:mm"),
            IsUnread = notice.ReadAt is null,
            SlipHref = slip is not null && notice.RungId is { } rung ? ActLinks.Slip(notice.CaseId, rung) : null,
            SlipName = slip,
        };
    }

    /// <summary>What it is about; a date that has moved since is named with the one it has now.</summary>
    private string? DueText(NoticeRow row, DateOnly today) => row switch
    {
        { Step: { } step } => step.DueOn is { } day ? text["Notices_StepDue", StepWords.Name(step), DateText.InTable(day)] : StepWords.Name(step),
        { Line: { IsOpen: true } line, DueOn: { } due } when line.DueOn != due => text["Notices_Moved", names.Of(line.Kind), DateText.InTable(due), DateText.InTable(line.DueOn), deadlines.State(line, today)],
        { Line: { } line, DueOn: { } due } => text["Notices_Due", names.Of(line.Kind), DateText.InTable(due), deadlines.State(line, today)],
        _ => null,
    };

    /// <summary>A direction stands on the order that it was written on.</summary>
    private string? SlipOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Blue => words.Slip(RungLevel.Blue),
        NoticeKind.Yellow => words.Slip(RungLevel.Yellow),
        NoticeKind.Red or NoticeKind.Directed => words.Slip(RungLevel.Red),
        _ => null,
    };
}
