using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Demo;

namespace Proposals.Benchmarks;

/// <summary>A bureau with very many open deadlines: one registered case many times over, each with its chain and ten dates, of which one has a rung that has come.</summary>
internal static class SweepGround
{
    public const int LinesOfCase = 10;

    public static readonly DateOnly Today = new(2025, 6, 17);

    public static readonly DateTimeOffset Now = OfficeClock.At(Today, new TimeOnly(9, 0));

    /// <summary>Of ten rungs that come: which level, and what was said of the deadline before.</summary>
    private static readonly (RungLevel Next, RungLevel? Before)[] Mixture =
    [
        (RungLevel.Listed, null), (RungLevel.Listed, null), (RungLevel.Blue, RungLevel.Listed), (RungLevel.Blue, RungLevel.Listed), (RungLevel.Blue, RungLevel.Listed),
        (RungLevel.Blue, RungLevel.Listed), (RungLevel.Yellow, RungLevel.Blue), (RungLevel.Yellow, RungLevel.Blue), (RungLevel.Yellow, RungLevel.Blue), (RungLevel.Red, RungLevel.Yellow),
    ];

    public static ServiceProvider Product(string connection)
    {
        var collection = new ServiceCollection();
        collection.AddLogging().AddProposals(connection);
        collection.AddDataProtection();
        collection.AddIdentityCore<Person>().AddEntityFrameworkStores<ProposalsDbContext>();
        return collection.BuildServiceProvider();
    }

    /// <summary>A bureau of the demo's people with a single case.</summary>
    public static async Task FoundAsync(string connection)
    {
        await using var services = Product(connection);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        var founded = new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero);
        await db.Database.MigrateAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json"))
            await services.GetRequiredService<PublishedDefinitions>().AdoptAsync(db, await File.ReadAllTextAsync(file), publishAlways: true, founded, CancellationToken.None);
        await ActivatorUtilities.CreateInstance<DemoBureau>(scope.ServiceProvider).FoundAsync(founded, CancellationToken.None);
        var clerk = await db.Users.Where(person => person.UserName == "xujing").Select(person => person.Id).SingleAsync();
        var registration = new RegisterCase(ItemKind.CppccProposal, "1", "关于商贸旅游文化融合发展的提案", "区政协提案委", new DateOnly(2025, 3, 17), [new ProposerEntry("陈启明", ProposerRole.Lead)])
        {
            IsNotClassified = true,
            TermNumber = 15,
            SessionNumber = 5,
            HandlingYear = 2025,
        };
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseActs>().RunAsync(null, new ActRequest(clerk, Guid.NewGuid(), 0, new ActLine(registration)), OfficeClock.At(new DateOnly(2025, 3, 17), new TimeOnly(10, 0)), CancellationToken.None);
        if (outcome.Refusal is { } refusal)
            throw new InvalidOperationException(refusal.Code);
        var (handler, department, leader) = (await NamedAsync(db, "zhengning"), await db.Departments.Where(known => known.Name == "旅游科").Select(known => known.Id).SingleAsync(), await NamedAsync(db, "fangxiaolan"));
        await db.Deadlines.ExecuteUpdateAsync(set => set.SetProperty(line => line.NextRungAt, (DateTimeOffset?)null));
        await db.Cases.ExecuteUpdateAsync(set => set.SetProperty(subject => subject.HandlerId, handler).SetProperty(subject => subject.DepartmentId, department).SetProperty(subject => subject.LeaderId, leader));
    }

    /// <param name="ground">Where the database stands.</param>
    /// <param name="connection">A founded bureau.</param>
    /// <param name="cases">Each with <see cref="LinesOfCase"/> open deadlines.</param>
    public static async Task GrowAsync(GrowthGround ground, string connection, int cases)
    {
        await using var services = Product(connection);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        var original = await db.Cases.Select(subject => subject.Id).SingleAsync();
        var calendar = services.GetRequiredService<OfficeRules>().Calendar;
        var ids = Enumerable.Range(0, cases).Select(IdOf).ToList();
        var store = ground.Rows(connection);
        await CopyAsync<ProposalCase>(db, store, ids, original, "TRUE", (row, at) => row("CaseNumber", $"{at + 2}"));
        await CopyAsync<Audit.AuditEntry>(db, store, ids, original, "\"Subject\" LIKE 'case:%'", (row, _) => row("IdempotencyKey", null));
        await CopyAsync<Audit.AuditHead>(db, store, ids, original, "\"Subject\" LIKE 'case:%'", (_, _) => { });
        for (var line = 0; line < LinesOfCase; line++)
        {
            var isDue = line == 0;
            await CopyAsync<Deadline>(db, store, ids, original, $"\"Kind\" = 'Reply' AND \"CaseId\" = '{original.ToString().ToUpperInvariant()}'", (row, at) =>
            {
                var (next, before) = Mixture[at % Mixture.Length];
                row("Id", Written(ground, IdOf(at)));
                row("StartOn", "2025-03-17");
                row("DueOn", Day(isDue ? DueOn(next, calendar) : Today.AddDays(200)));
                row("Raised", isDue ? before?.ToString() : null);
                row("NextRungAt", isDue ? Moment(Now) : Moment(Now.AddDays(100)));
            });
        }

        await store.SettleAsync();
    }

    private static Task<Guid> NamedAsync(ProposalsDbContext db, string userName) => db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync();

    private static DateOnly DueOn(RungLevel level, WorkCalendar calendar) => level switch
    {
        RungLevel.Listed => calendar.WorkingDaysFrom(Today, 20),
        RungLevel.Blue => calendar.WorkingDaysFrom(Today, 10),
        RungLevel.Yellow => calendar.WorkingDaysFrom(Today, 5),
        _ => calendar.WorkingDaysFrom(Today, -1),
    };

    /// <summary>The rows of one case as those of others, whatever stands for its id in them.</summary>
    private static async Task CopyAsync<TRow>(ProposalsDbContext db, IRowStore store, List<Guid> ids, CaseId original, string where, Action<Action<string, object?>, int> change)
    {
        var type = db.Model.FindEntityType(typeof(TRow)) ?? throw new InvalidOperationException(typeof(TRow).Name);
        var table = new RowTable(type.GetTableName() ?? "", [.. type.GetProperties().Where(property => !(property.IsPrimaryKey() && property.ClrType == typeof(long))).Select(property => property.GetColumnName())], where);
        var templates = await store.ReadAsync(table);
        var (lower, upper) = (original.ToString(), original.ToString().ToUpperInvariant());
        await store.WriteAsync(table, ids.SelectMany((id, at) => templates.Select(template =>
        {
            var cells = Array.ConvertAll(template, cell => cell is string text ? text.Replace(lower, id.ToString(), StringComparison.Ordinal).Replace(upper, id.ToString().ToUpperInvariant(), StringComparison.Ordinal) : cell);
            change((column, value) => cells[table.Columns.ToList().IndexOf(column)] = value ?? (store is PostgresRows ? "\\N" : null), at);
            return cells;
        })));
    }

    /// <summary>In the order of time, as the product makes them.</summary>
    private static Guid IdOf(int at) => TimedId.At(Now.AddYears(-1).AddMinutes(at));

    private static string Written(GrowthGround ground, Guid id) => ground is SqliteGround ? id.ToString().ToUpperInvariant() : id.ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
