using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Demo;

namespace Proposals.Tests.Scenes;

/// <summary>The demo's people in a database of their own, without cases. Everything a test does goes through the product's own acts.</summary>
public sealed class Bureau : IAsyncDisposable
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static TestDatabase? template;

    private readonly TestDatabase database;
    private readonly bool ownsDatabase;
    private readonly ServiceProvider services;
    private IReadOnlyDictionary<string, Person> people = new Dictionary<string, Person>();
    private readonly Func<RuleProfile, RuleProfile>? profile;
    private int files;
    private int numbers;

    private Bureau(TestDatabase database, bool ownsDatabase = true, Func<RuleProfile, RuleProfile>? profile = null)
    {
        this.database = database;
        this.ownsDatabase = ownsDatabase;
        this.profile = profile;
        services = Services(database.Connection, profile);
    }

    public string Connection => database.Connection;

    public OfficeRules Rules => services.GetRequiredService<OfficeRules>();

    /// <param name="profile">What this office rules otherwise than the shipped profile.</param>
    public static async Task<Bureau> OpenAsync(Func<RuleProfile, RuleProfile>? profile = null)
    {
        await OneAtATime.WaitAsync();
        try
        {
            template ??= await PrepareAsync();
            var bureau = new Bureau(await template.CopyAsync(), profile: profile);
            bureau.people = await bureau.ReadAsync(db => db.Users.AsNoTracking().ToDictionaryAsync(person => person.DisplayName));
            return bureau;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>A migrated database with the shipped workflow and nothing else, for tests that found their own bureau.</summary>
    public static async Task<Bureau> EmptyAsync()
    {
        var bureau = new Bureau(await TestDatabase.EmptyAsync());
        await bureau.MigrateAsync();
        return bureau;
    }

    /// <summary>The product once more on the same database, as another process or after a restart would open it.</summary>
    public Bureau Again() => new(database, ownsDatabase: false, profile) { people = people };

    public Guid Id(string name) => people[name].Id;

    public Person Person(string name) => people[name];

    public CaseVisibility SeesAs(string name) => CaseVisibility.Of(people[name]);

    public Task<DepartmentId> DepartmentAsync(string name) => ReadAsync(db => db.Departments.Where(known => known.Name == name).Select(known => known.Id).SingleAsync());

    public async Task<T> ReadAsync<T>(Func<ProposalsDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ProposalsDbContext>());
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<ActOutcome> RunAsync(CaseId? caseId, ActRequest request, DateTimeOffset now) =>
        WithAsync<CaseActs, ActOutcome>(acts => acts.RunAsync(caseId, request, now, TestContext.Current.CancellationToken));

    /// <summary>The next number of the office's own document system, as a clerk copies it.</summary>
    public string DocumentNumber(int year, bool isOpinion = false) => $"云经旅提{(isOpinion ? "函" : "")}〔{year}〕{Interlocked.Increment(ref numbers)}号";

    /// <summary>A picture that no other test file equals.</summary>
    public Task<FileId> PictureAsync(CaseId? caseId, string by, DateTimeOffset now) => FileAsync(caseId, by, DemoPaper.Draw(Interlocked.Increment(ref files)), now);

    public async Task<FileId> FileAsync(CaseId? caseId, string by, byte[] bytes, DateTimeOffset now)
    {
        var (id, refusal) = await WithAsync<FileCabinet, (FileId, Refusal?)>(cabinet => cabinet.StoreAsync(caseId, "照片.png", bytes, Id(by), now, TestContext.Current.CancellationToken));
        Assert.Null(refusal);
        return id;
    }

    /// <summary>The database as it stands now, for whoever opens the product on it.</summary>
    public Task<TestDatabase> CopyAsync() => database.CopyAsync();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (ownsDatabase)
            await database.DisposeAsync();
    }

    private static async Task<TestDatabase> PrepareAsync()
    {
        var empty = await TestDatabase.EmptyAsync();
        await using var founding = Services(empty.Connection);
        await MigrateAsync(founding);
        await using var scope = founding.CreateAsyncScope();
        await ActivatorUtilities.CreateInstance<DemoBureau>(scope.ServiceProvider)
            .FoundAsync(new DateTimeOffset(2024, 1, 2, 1, 0, 0, TimeSpan.Zero), CancellationToken.None);
        return empty;
    }

    private Task MigrateAsync() => MigrateAsync(services);

    private static async Task MigrateAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        await db.Database.MigrateAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "workflows"), "*.json"))
        {
            var json = await File.ReadAllTextAsync(file);
            await services.GetRequiredService<PublishedDefinitions>().AdoptAsync(db, json, publishAlways: true, new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), CancellationToken.None);
        }
    }

    private static ServiceProvider Services(string connection, Func<RuleProfile, RuleProfile>? profile = null)
    {
        var collection = new ServiceCollection();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        collection.AddProposals(connection);
        if (profile is not null)
            collection.AddSingleton(new OfficeRules().Under(profile));
        collection.AddDataProtection();
        collection.AddIdentityCore<Person>().AddEntityFrameworkStores<ProposalsDbContext>();
        return collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
