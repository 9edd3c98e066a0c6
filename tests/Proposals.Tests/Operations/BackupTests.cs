using Microsoft.EntityFrameworkCore;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Operations;
using Proposals.Statistics;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>A backup shows one moment of the office's work, whoever works meanwhile.</summary>
public sealed class BackupTests : IDisposable
{
    private const int Clients = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("backups").FullName;

    [Fact]
    public async Task A_backup_taken_while_the_office_works_shows_every_case_whole_as_it_was_at_one_moment()
    {
        await using var bureau = await Bureau.OpenAsync();
        var photographs = new Photographs();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var numbers = 0;
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
                await WorkAsync(bureau, photographs, Interlocked.Increment(ref numbers), enough.Token);
        }, Cancel)).ToList();
        var backups = new List<(string File, BackupNote Note, int Before, int After)>();
        for (var taken = 0; taken < Soak.Count(2); taken++)
        {
            await ReachedAsync(photographs, photographs.Count + 25);
            var (file, before) = (Path.Combine(folder, $"{taken}.backup"), photographs.Count);
            var (note, refusal) = await bureau.WithAsync<BackupDesk, (BackupNote?, Proposals.Acts.Refusal?)>(desk => desk.SaveAsync(file, overwrites: false, TimeProvider.System.GetUtcNow(), Cancel));
            Assert.Null(refusal);
            backups.Add((file, Assert.IsType<BackupNote>(note), before, photographs.Count));
            await ReachedAsync(photographs, photographs.Count + 10);
        }

        await enough.CancelAsync();
        await Task.WhenAll(clients);
        foreach (var (file, note, _, _) in backups)
            await ShowsOneMomentAsync(bureau, photographs, file, note);
        Assert.Contains(backups, backup => backup.After > backup.Before);
        Assert.Equal(["0.backup", "1.backup"], Directory.EnumerateFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal).Take(2));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder), left => !left.EndsWith(".backup", StringComparison.Ordinal));
    }

    /// <summary>Everything that the restored database shows is what the live one showed at the revision that the case had then.</summary>
    private static async Task ShowsOneMomentAsync(Bureau bureau, Photographs photographs, string file, BackupNote note)
    {
        await using var restored = await RestoredBureau.EmptyAsync();
        var (report, refusal) = await restored.LoadAsync(file);
        Assert.Null(refusal);
        Assert.NotNull(report);
        Assert.True(report.Check.IsWhole, string.Join(", ", report.Check.BadChains));
        Assert.Equal((note.Sha256, note.Bytes, note.Schema, note.Cases, note.Acts), (report.Note.Sha256, report.Note.Bytes, report.Note.Schema, report.Note.Cases, report.Note.Acts));
        Assert.Null(report.KeptAside);

        var cases = await restored.ReadAsync(db => db.Cases.AsNoTracking().ToListAsync());
        Assert.NotEmpty(cases);
        foreach (var subject in cases)
            Assert.Equal(photographs.Of(subject.Id, subject.Revision), await restored.ReadAsync(db => Photographs.TakeAsync(db, subject.Id)));

        await LedgerAsync(bureau, restored, cases);
        await restored.ReadAsync(db => db.Outbox.ExecuteDeleteAsync());
        Assert.Equal([], (await restored.WithAsync<Watchdog, WatchReport>(watchdog => watchdog.LookAsync(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), Cancel))).Found.Select(kind => kind.Kind));
    }

    /// <summary>The ledger and its figures, against what the live database's chains say up to the length that they had.</summary>
    private static async Task LedgerAsync(Bureau bureau, RestoredBureau restored, List<ProposalCase> cases)
    {
        var lengths = await restored.ReadAsync(db => db.AuditHeads.Where(head => head.Subject.StartsWith("case:")).ToDictionaryAsync(head => head.Subject, head => head.Number));
        var entries = await bureau.ReadAsync(db => db.AuditEntries.AsNoTracking().Where(entry => entry.Subject.StartsWith("case:")).OrderBy(entry => entry.Id).ToListAsync());
        var acts = entries.Where(entry => entry.Number <= lengths.GetValueOrDefault(entry.Subject)).ToList();
        Assert.Equal(lengths.Count, cases.Count);
        var states = acts.Where(entry => entry.Text.Contains("\"state\":", StringComparison.Ordinal)).GroupBy(entry => entry.Subject)
            .ToDictionary(chain => chain.Key, chain => System.Text.Json.Nodes.JsonNode.Parse(chain.MaxBy(entry => entry.Number)?.Text ?? "{}")?["state"]?.ToString());

        var page = await restored.WithAsync<LedgerQuery, LedgerPage>(query => query.PageAsync(bureau.SeesAs("许婧"), new LedgerFilter { PageSize = 10_000 }, new DateOnly(2025, 12, 31), Cancel));
        Assert.Equal(cases.Select(subject => subject.CaseNumber).Order(StringComparer.Ordinal), page.Rows.Select(row => row.Case.CaseNumber).Order(StringComparer.Ordinal));
        Assert.All(page.Rows, row => Assert.Equal(states[Proposals.Acts.CaseActs.SubjectOf(row.Case.Id)], row.Case.State.ToString()));

        var figures = await restored.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("许婧"), 2025, new DateOnly(2025, 12, 31), Cancel));
        Assert.Equal(lengths.Count, figures.Assigned);
        Assert.StartsWith($"{Doing(acts, "RecordDelivery")}/", Counted(figures.Replied), StringComparison.Ordinal);
        Assert.StartsWith($"{Doing(acts, "RecordFeedback")}/", Counted(figures.Closed), StringComparison.Ordinal);
        Assert.StartsWith($"{acts.GroupBy(entry => entry.Subject).Count(chain => chain.Count(entry => entry.Act == "RecordConsultation") >= 2)}/", Counted(figures.Consulted[2]), StringComparison.Ordinal);
    }

    private static string Counted(Rate rate) => rate.ToString();

    private static int Doing(List<AuditEntry> acts, string act) => acts.Where(entry => entry.Act == act).Select(entry => entry.Subject).Distinct().Count();

    /// <summary>One case from its registration to its archive, photographed after each act.</summary>
    private static async Task WorkAsync(Bureau bureau, Photographs photographs, int number, CancellationToken enough)
    {
        var story = new CaseDriver(bureau);
        Func<Task>[] acts =
        [
            () => story.RegisterAsync(CaseDriver.Registration($"9{number}", new DateOnly(2025, 3, 17))),
            () => story.On(3, 18).DoAsync("许婧", new Proposals.Intake.ReceiveCase()),
            async () => await story.DoAsync("俞敏", new Proposals.Assignment.ProposeAllocation(await bureau.DepartmentAsync("旅游科"))),
            () => story.On(3, 24).DoAsync("方晓岚", new Proposals.Assignment.DecideAllocation(true)),
            () => story.DoAsync("王海涛", new Proposals.Assignment.AcceptAndName(bureau.Id("郑宁"))),
            () => story.MeetAsync(ContactKind.Visit, 3, 28),
            () => story.MeetAsync(ContactKind.Visit, 4, 16),
            () => story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft()),
            () => story.DoAsync("王海涛", new Proposals.Reply.ReviewByHead(true)),
            () => story.DoAsync("俞敏", new Proposals.Reply.ReviewByOffice(true)),
            () => story.DoAsync("方晓岚", new Proposals.Reply.ReviewByDeputy(true)),
            () => story.SealedAsync(),
            () => story.On(5, 20).DoAsync("郑宁", new Proposals.Reply.RecordDelivery([story.LeadProposer], Proposals.Reply.DeliveryWay.HandedOver) { HandedOverById = bureau.Id("郑宁") }),
            () => story.AnsweredAsync(6, 3, Rating.Satisfied, Rating.Satisfied),
            () => story.ArchivedAsync(),
        ];
        foreach (var act in acts.TakeWhile(_ => !enough.IsCancellationRequested))
        {
            await act();
            var rows = await bureau.ReadAsync(db => Photographs.TakeAsync(db, story.Id));
            photographs.Keep(story.Id, story.Revision, rows);
        }
    }

    private static async Task ReachedAsync(Photographs photographs, int count)
    {
        var longest = TimeProvider.System.GetTimestamp();
        while (photographs.Count < count)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(longest) < TimeSpan.FromMinutes(2), "The clients stand still.");
            await Task.Delay(20, Cancel);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
