using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>The sweep as tests wake it, and what it left behind.</summary>
internal static class SweptBureau
{
    public static readonly TimeOnly Nine = new(9, 0);

    public static Task<RungSweepResult> SweepAsync(this Bureau bureau, DateOnly day, TimeOnly? at = null) =>
        bureau.WithAsync<RungSweep, RungSweepResult>(sweep => sweep.RunAsync(OfficeClock.At(day, at ?? Nine), TestContext.Current.CancellationToken));

    /// <summary>At nine of every day, as a clock that never stops would.</summary>
    public static async Task SweepDailyAsync(this Bureau bureau, DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(1))
            await bureau.SweepAsync(day);
    }

    public static Task<List<Rung>> RungsAsync(this Bureau bureau, CaseId caseId, DeadlineKind kind) => bureau.ReadAsync(db => db.Rungs.AsNoTracking()
        .Where(rung => rung.CaseId == caseId && db.Deadlines.Any(line => line.Id == rung.DeadlineId && line.Kind == kind)).OrderBy(rung => rung.Id).ToListAsync());

    /// <summary>State and level with the day on which each was settled, in order.</summary>
    public static async Task<IReadOnlyList<string>> StoryOfAsync(this Bureau bureau, CaseId caseId, DeadlineKind kind) =>
        [.. (await bureau.RungsAsync(caseId, kind)).Select(rung => $"{rung.State} {rung.Level} {(rung.SettledAt is { } at ? OfficeClock.Day(at).ToString("MM-dd") : "-")}")];

    /// <summary>Who was told of a rung, by name.</summary>
    public static async Task<IReadOnlyList<string>> ToldAsync(this Bureau bureau, CaseId caseId, NoticeKind kind) => await bureau.ReadAsync(db => db.Notices
        .Where(notice => notice.CaseId == caseId && notice.Kind == kind).OrderBy(notice => notice.Id).Join(db.Users, notice => notice.PersonId, person => person.Id, (_, person) => person.DisplayName).ToListAsync());

    /// <summary>What the case's chain says of its rungs.</summary>
    public static async Task<IReadOnlyList<JsonNode>> EntriesAsync(this Bureau bureau, CaseId caseId)
    {
        var subject = CaseActs.SubjectOf(caseId);
        var texts = await bureau.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == subject && entry.Act == "RaiseRung").OrderBy(entry => entry.Number).Select(entry => entry.Text).ToListAsync());
        return [.. texts.Select(text => JsonNode.Parse(text)!["what"]!)];
    }
}
