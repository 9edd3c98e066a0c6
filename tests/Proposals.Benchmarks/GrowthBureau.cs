using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Benchmarks;

/// <summary>A bureau of four people on a database of its own; every act in a scope of its own, as a request has.</summary>
internal sealed class GrowthBureau : IAsyncDisposable
{
    private static readonly DateTimeOffset Founded = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Assigned = new(2026, 3, 16);
    private static readonly Person Director = Somebody("俞敏", Duty.OfficeDirector);
    private static readonly Person Leader = Somebody("方晓岚", Duty.DeputyLeader);
    private static readonly Person Head = Somebody("王海涛", Duty.DepartmentHead);
    private static readonly Person Handler = Somebody("郑宁", Duty.Handler);
    private static readonly Department Department = new() { Id = DepartmentId.New(Founded), Name = "旅游科", LeaderId = Leader.Id, HeadId = Head.Id, DefaultHandlerId = Handler.Id };

    /// <summary>From the first step to the named handler, with one turn back: the leader disagrees once. The last step is asked of the director, who is not the head: his right is that he was asked.</summary>
    private static readonly (Person Who, CaseAct Act)[] Acts =
    [
        (Director, new ReceiveCase()),
        (Director, new ProposeAllocation(Department.Id)),
        (Leader, new DecideAllocation(false) { Opinion = "请商规划科后再报。" }),
        (Director, new ProposeAllocation(Department.Id)),
        (Leader, new DecideAllocation(true)),
        (Director, new AcceptAndName(Handler.Id)),
    ];

    private readonly ServiceProvider services;

    private GrowthBureau(string connection)
    {
        Connection = connection;
        services = new ServiceCollection().AddLogging().AddProposals(connection).BuildServiceProvider();
    }

    public static int ActsACase => Acts.Length;

    public string Connection { get; }

    public static GrowthBureau Open(string connection) => new(connection);

    public static async Task<GrowthBureau> FoundAsync(string connection)
    {
        var bureau = new GrowthBureau(connection);
        await using var scope = bureau.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        await db.Database.MigrateAsync();
        await bureau.services.GetRequiredService<PublishedDefinitions>().AdoptAsync(db, await DefinitionAsync(), publishAlways: true, Founded, CancellationToken.None);
        Handler.DepartmentId = Head.DepartmentId = Department.Id;
        db.Departments.Add(Department);
        db.Users.AddRange(Director, Leader, Head, Handler);
        await db.SaveChangesAsync();
        return bureau;
    }

    public async Task<T> ReadAsync<T>(Func<ProposalsDbContext, Task<T>> read)
    {
        await using var scope = services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ProposalsDbContext>());
    }

    /// <summary>Its number is an id, so that each copy of the case has a number of its own.</summary>
    public async Task<CaseId> RegisterAsync()
    {
        var now = OfficeClock.At(Assigned, new TimeOnly(10, 0));
        var registration = new RegisterCase(ItemKind.CppccProposal, TimedId.At(now).ToString(), "关于商贸旅游文化融合发展的提案", "区政协提案委", Assigned, [new ProposerEntry("陈启明", ProposerRole.Lead)])
        {
            IsNotClassified = true,
            TermNumber = 15,
            SessionNumber = 5,
            HandlingYear = Assigned.Year,
        };
        return await DoAsync(null, Director, registration, 0, now);
    }

    /// <summary>Answers one case's steps from the first on.</summary>
    public Task AnswerAsync(CaseId id, DateOnly day, int acts) => AnswerAsync(id, day, 0, acts);

    public async Task AnswerAsync(CaseId id, DateOnly day, int first, int acts)
    {
        for (var at = first; at < first + acts; at++)
            await DoAsync(id, Acts[at].Who, Acts[at].Act, revision: at + 1, OfficeClock.At(day, new TimeOnly(10, at)));
    }

    /// <summary>Each is the latest and published when it comes; the versions before it are replaced.</summary>
    public Task<List<Guid>> PublishAsync(int versions) => ReadAsync(async db =>
    {
        var original = await db.WorkflowDefinitions.AsNoTracking().SingleAsync();
        await db.WorkflowDefinitions.Where(version => versions > 1).ExecuteUpdateAsync(set => set.SetProperty(version => version.IsLatest, false).SetProperty(version => version.IsPublished, false));
        for (var number = 2; number <= versions; number++)
        {
            var id = TimedId.At(Founded.AddHours(number));
            db.WorkflowDefinitions.Add(new WorkflowDefinitionVersion
            {
                Id = id,
                DefinitionId = original.DefinitionId,
                Version = number,
                Name = original.Name,
                Json = original.Json,
                Sha256 = original.Sha256,
                Origin = DefinitionOrigin.Drawn,
                Revision = number,
                IsLatest = number == versions,
                IsPublished = number == versions,
                CreatedAt = Founded.AddHours(number),
                SavedAt = Founded.AddHours(number),
                PublishedAt = Founded.AddHours(number),
            });
        }

        await db.SaveChangesAsync();
        return await db.WorkflowDefinitions.OrderBy(version => version.Version).Select(version => version.Id).ToListAsync();
    });

    /// <summary>A version is compiled when it is first needed after a start. All in use are, before anything is measured.</summary>
    public Task<int> CompileAsync() => ReadAsync(async db =>
    {
        var used = await db.WorkflowInstances.Select(instance => instance.DefinitionVersionId).Distinct().ToListAsync();
        foreach (var version in used)
            await services.GetRequiredService<PublishedDefinitions>().CompiledAsync(db, version, CancellationToken.None);
        return used.Count;
    });

    /// <summary>Cases at their first step, from everywhere in the ledger.</summary>
    public Task<List<CaseId>> WaitingAsync(int count) => ReadAsync(async db =>
    {
        var all = await db.Cases.Where(known => known.State == CaseState.PendingReceipt).OrderBy(known => known.Id).Select(known => known.Id).ToListAsync();
        return Enumerable.Range(0, count).Select(at => all[(int)((long)at * all.Count / count)]).ToList();
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<CaseId> DoAsync(CaseId? id, Person who, CaseAct act, int revision, DateTimeOffset now)
    {
        await using var scope = services.CreateAsyncScope();
        var request = new ActRequest(who.Id, Guid.NewGuid(), revision, new ActLine(act));
        var outcome = await scope.ServiceProvider.GetRequiredService<CaseActs>().RunAsync(id, request, now, CancellationToken.None);
        return outcome.Refusal is null ? outcome.CaseId : throw new InvalidOperationException($"{act.Name} was refused: {outcome.Refusal.Code}");
    }

    private static async Task<string> DefinitionAsync()
    {
        var definition = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "workflows", "proposal-handling.json")));
        var accept = definition?["root"]?["activities"]?.AsArray().Single(activity => activity?["type"]?.GetValue<string>() == "Proposals.AcceptAndName");
        if (accept?["who"]?["expression"] is not JsonObject who)
            throw new InvalidOperationException("The shipped workflow asks nobody to accept a case.");
        who["value"] = StepOwners.OfficeDirector;
        return definition!.ToJsonString();
    }

    private static Person Somebody(string name, Duty duties) => new() { Id = TimedId.At(Founded), UserName = name, NormalizedUserName = name, DisplayName = name, Duties = duties };
}
