using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>A year's list comes in late: what was dated provisionally moves, nothing else does, and each move stands in its case's chain.</summary>
public sealed class CalendarImportTests
{
    private static readonly DateTimeOffset Now = OfficeClock.At(new DateOnly(2026, 12, 1), new TimeOnly(9, 0));

    /// <summary>2027 as it might be: New Year's Monday off, the Sunday before worked.</summary>
    private static readonly CalendarYear NewYear = new(2027, [], [new(new(2027, 1, 1), "元旦", true), new(new(2027, 1, 4), "元旦", true), new(new(2027, 1, 9), "元旦", false)]);

    [Fact]
    public async Task An_import_moves_exactly_what_was_provisional_and_differs()
    {
        await using var bureau = await Bureau.OpenAsync();
        var late = new CaseDriver(bureau);
        await late.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2026, 12, 15)));
        var early = new CaseDriver(bureau);
        await early.RegisterAsync(CaseDriver.Registration("259", new DateOnly(2026, 3, 2)));
        var before = await LinesAsync(bureau);
        var contact = Assert.Single(before, line => line.CaseId == late.Id && line.Kind == DeadlineKind.FirstContact);
        Assert.Equal((new DateOnly(2027, 1, 5), true), (contact.DueOn, contact.IsProvisional));

        var preview = await bureau.WithAsync<Redating, IReadOnlyList<MovedLine>>(redating => redating.PreviewAsync(bureau.Rules.Book.With(bureau.Rules.Book.CalendarOf(bureau.Rules.Profile).With(NewYear)), Now, TestContext.Current.CancellationToken));
        Assert.Equal(before.Select(Stamp), (await LinesAsync(bureau)).Select(Stamp));

        await ImportAsync(bureau, NewYear);
        var moved = await RedateAsync(bureau);
        Assert.Equal(preview, moved);
        Assert.Contains(new MovedLine(late.Id, (await late.CaseAsync()).Kind, "258", DeadlineKind.FirstContact, new DateOnly(2027, 1, 5), new DateOnly(2027, 1, 7)), moved);

        // By hand: of each line the shipped and the imported calendar count apart, and only where they differ something moved.
        foreach (var (old, line) in before.Zip(await LinesAsync(bureau)))
        {
            var rules = bureau.Rules.Current;
            Assert.Equal(rules.Calendar.Due(line.StartOn, Term.Parse(line.Term ?? ""), rollMonths: false), line.DueOn);
            Assert.Equal(old.DueOn != line.DueOn, moved.Any(move => move.CaseId == line.CaseId && move.Kind == line.Kind));
            Assert.Equal((line.DueOn > new DateOnly(2027, 12, 31), 1), (line.IsProvisional, line.RulesRevision));
        }

        var file = await late.FileAsync();
        Assert.Equal(nameof(RedateCase), file.Trail[^1].Act);
        Assert.Null(file.Trail[^1].RecordedById);
        Assert.DoesNotContain((await early.FileAsync()).Trail, entry => entry.Act == nameof(RedateCase));
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync("calendar:china", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Imported_again_nothing_moves_and_what_was_interrupted_is_finished_by_the_next_run()
    {
        await using var bureau = await Bureau.OpenAsync();
        var late = new CaseDriver(bureau);
        await late.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2026, 12, 15)));
        await ImportAsync(bureau, NewYear);

        // Nobody dated anew yet: the process ended right after the import.
        Assert.NotEmpty(await RedateAsync(bureau));
        Assert.Empty(await RedateAsync(bureau));
        await ImportAsync(bureau, NewYear);
        Assert.Empty(await RedateAsync(bureau));
    }

    [Fact]
    public async Task A_case_begun_after_an_import_counts_by_it_at_once_whatever_this_process_knew()
    {
        await using var bureau = await Bureau.OpenAsync();
        await ImportAsync(bureau, NewYear);
        bureau.Rules.Take(RuleBook.Shipped);
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2026, 12, 15)));
        Assert.Equal(new DateOnly(2027, 1, 7), (await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.FirstContact).DueOn);
    }

    [Fact]
    public async Task A_year_between_is_missed_and_the_loser_of_a_race_is_told()
    {
        await using var bureau = await Bureau.OpenAsync();
        Assert.Equal("calendar.year-between", await TryImportAsync(bureau, NewYear with { Year = 2029 }, 0));
        Assert.Null(await TryImportAsync(bureau, NewYear, 0));
        Assert.Equal("rules.overtaken", await TryImportAsync(bureau, NewYear, 0));
        Assert.Equal("rules.no-such-calendar", (await bureau.WithAsync<RuleActs, Refusal?>(acts => acts.ImportYearAsync(null, 1, "mars", NewYear, Now, TestContext.Current.CancellationToken)))?.Code);
        Assert.Equal(1, bureau.Rules.Book.Revision);
    }

    [Fact]
    public async Task A_day_of_the_bureaus_own_moves_what_it_lies_in_and_goes_again()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        var (admin, day) = (bureau.Id("许婧"), new CalendarDay(new DateOnly(2025, 3, 20), "防台停工", true));
        Assert.Null(await bureau.WithAsync<RuleActs, Refusal?>(acts => acts.SaveOwnDayAsync(admin, 0, "china", day, Now, TestContext.Current.CancellationToken)));
        Assert.Contains((await RedateAsync(bureau)), move => (move.Kind, move.After) == (DeadlineKind.InternalAllocation, new DateOnly(2025, 4, 1)));
        Assert.Equal("rules.nothing-changes", (await bureau.WithAsync<RuleActs, Refusal?>(acts => acts.SaveOwnDayAsync(admin, 1, "china", day, Now, TestContext.Current.CancellationToken)))?.Code);
        Assert.Null(await bureau.WithAsync<RuleActs, Refusal?>(acts => acts.RemoveOwnDayAsync(admin, 1, "china", day.Date, Now, TestContext.Current.CancellationToken)));
        Assert.Contains((await RedateAsync(bureau)), move => (move.Kind, move.After) == (DeadlineKind.InternalAllocation, new DateOnly(2025, 3, 31)));
    }

    [Fact]
    public async Task What_ships_is_taken_once_and_never_over_what_was_imported()
    {
        await using var bureau = await Bureau.OpenAsync();
        Assert.Equal([2024, 2025, 2026], await bureau.WithAsync<RuleActs, IReadOnlyList<int>>(acts => acts.AdoptShippedAsync(Now, TestContext.Current.CancellationToken)));
        Assert.Empty(await bureau.WithAsync<RuleActs, IReadOnlyList<int>>(acts => acts.AdoptShippedAsync(Now, TestContext.Current.CancellationToken)));
        Assert.Equal(bureau.Rules.Book.Calendars["china"].Years.Select(year => year.Days.Count), RuleBook.Shipped.Calendars["china"].Years.Select(year => year.Days.Count));
    }

    private static async Task ImportAsync(Bureau bureau, CalendarYear year) => Assert.Null(await TryImportAsync(bureau, year, bureau.Rules.Book.Revision));

    private static async Task<string?> TryImportAsync(Bureau bureau, CalendarYear year, int revision) =>
        (await bureau.WithAsync<RuleActs, Refusal?>(acts => acts.ImportYearAsync(null, revision, "china", year, Now, TestContext.Current.CancellationToken)))?.Code;

    private static Task<IReadOnlyList<MovedLine>> RedateAsync(Bureau bureau) =>
        bureau.WithAsync<Redating, IReadOnlyList<MovedLine>>(redating => redating.RunAsync(Now, TestContext.Current.CancellationToken));

    private static Task<List<Deadline>> LinesAsync(Bureau bureau) =>
        bureau.ReadAsync(db => db.Deadlines.AsNoTracking().Where(line => line.Term != null).OrderBy(line => line.Id).ToListAsync());

    private static (DeadlineId Id, DateOnly Due, int Revision) Stamp(Deadline line) => (line.Id, line.DueOn, line.RulesRevision);
}
