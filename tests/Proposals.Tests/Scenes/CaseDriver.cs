using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Tests.Scenes;

/// <summary>Drives one case through its people; every method is an act, and fails the test when it is refused.</summary>
public sealed class CaseDriver(Bureau bureau)
{
    private const string Clerk = "许婧";
    private const string Leader = "方晓岚";
    private const string Head = "王海涛";
    private const string Handler = "郑宁";

    public CaseId Id { get; private set; }

    public int Revision { get; private set; }

    public Guid LeadProposer { get; private set; }

    public DateOnly Today { get; private set; } = new(2025, 3, 17);

    public DateTimeOffset Now => OfficeClock.At(Today, new TimeOnly(10, 0));

    public CaseDriver On(int month, int day, int year = 2025)
    {
        Today = new DateOnly(year, month, day);
        return this;
    }

    public static RegisterCase Registration(string number, DateOnly assigned, params IReadOnlyList<ProposerEntry> more) =>
        new(ItemKind.CppccProposal, number, "关于商贸旅游文化融合发展的提案", "区政协提案委", assigned, [new ProposerEntry("陈启明", ProposerRole.Lead), .. more])
        {
            IsNotClassified = true,
            TermNumber = 15,
            SessionNumber = 5,
            HandlingYear = assigned.Year,
        };

    public async Task<CaseDriver> RegisterAsync(RegisterCase registration)
    {
        Today = registration.AssignedOn;
        var outcome = await bureau.RunAsync(null, new ActRequest(bureau.Id(Clerk), Guid.NewGuid(), 0, new ActLine(registration)), Now);
        Assert.Null(outcome.Refusal);
        Id = outcome.CaseId;
        Revision = outcome.Revision;
        LeadProposer = (await CaseAsync()).Proposers[0].Id;
        return this;
    }

    public async Task<CaseDriver> DoAsync(string who, CaseAct act, DateOnly? occurredOn = null, string? decidedBy = null)
    {
        var outcome = await TryAsync(who, act, occurredOn, decidedBy);
        Assert.True(outcome.IsDone, $"{act.Name} by {who} on {Today}: {outcome.Refusal?.Code} {string.Join(", ", outcome.Refusal?.Arguments ?? [])}");
        return this;
    }

    /// <summary>For what is expected to be refused, or lost in a race.</summary>
    public async Task<ActOutcome> TryAsync(string who, CaseAct act, DateOnly? occurredOn = null, string? decidedBy = null, Guid? key = null)
    {
        var line = new ActLine(act) { OccurredOn = occurredOn, DecidedById = decidedBy is null ? null : bureau.Id(decidedBy) };
        var outcome = await bureau.RunAsync(Id, new ActRequest(bureau.Id(who), key ?? Guid.NewGuid(), Revision, line), Now);
        if (outcome is { IsDone: true, WasRepeated: false })
        {
            Revision = outcome.Revision;
        }

        return outcome;
    }

    /// <summary>Up to the named handler.</summary>
    public async Task<CaseDriver> AcceptedAsync()
    {
        await On(3, 18).DoAsync(Clerk, new ReceiveCase());
        await DoAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        await On(3, 24).DoAsync(Leader, new DecideAllocation(true));
        return await DoAsync(Head, new AcceptAndName(bureau.Id(Handler)));
    }

    public async Task<CaseDriver> MeetAsync(ContactKind kind, int month, int day, string? withLeader = null, FileId? proof = null)
    {
        On(month, day);
        return await DoAsync(Handler, await MeetingAsync(kind, withLeader, proof));
    }

    public async Task<RecordConsultation> MeetingAsync(ContactKind kind, string? withLeader = null, FileId? proof = null) => new(kind, "意见和建议")
    {
        ProposersPresent = [LeadProposer],
        StaffPresent = withLeader is null ? [] : [bureau.Id(withLeader)],
        Proofs = kind is ContactKind.Phone or ContactKind.Online or ContactKind.Letter ? [] : [proof ?? await bureau.PictureAsync(Id, Handler, Now)],
    };

    public static SubmitReply Draft(string resultClass = "A") => new(resultClass, "一、关于线路。已推出两条。");

    public async Task<CaseDriver> CheckedAsync(int month, int day, string resultClass = "A")
    {
        await On(month, day).DoAsync(Handler, Draft(resultClass));
        await DoAsync(Head, new ReviewByHead(true));
        return await DoAsync("俞敏", new ReviewByOffice(true));
    }

    public async Task<CaseDriver> DeliveredAsync(int month, int day, string by = Handler)
    {
        await DoAsync(Leader, new ReviewByDeputy(true));
        await SealedAsync();
        return await On(month, day).DoAsync(Handler, new RecordDelivery([LeadProposer], DeliveryWay.HandedOver) { HandedOverById = bureau.Id(by) });
    }

    /// <summary>With the next number of the office's own system.</summary>
    public async Task<CaseDriver> SealedAsync() =>
        await DoAsync(Clerk, new NumberAndSeal { DocumentNumber = bureau.DocumentNumber(Today.Year, (await CaseAsync()).OwesOpinion) });

    public async Task<CaseDriver> AnsweredAsync(int month, int day, Rating attitude, Rating result)
    {
        On(month, day);
        return await DoAsync(Clerk, new RecordFeedback(LeadProposer, attitude, result, await bureau.PictureAsync(Id, Clerk, Now)));
    }

    public Task<CaseDriver> ArchivedAsync() => DoAsync(Clerk, new CloseAndArchive());

    public Task<ProposalCase> CaseAsync() =>
        bureau.ReadAsync(db => db.Cases.AsNoTracking().Include(known => known.Proposers.OrderBy(proposer => proposer.Position)).SingleAsync(known => known.Id == Id));

    public async Task<CaseFile> FileAsync() =>
        await bureau.WithAsync<CaseFileQuery, CaseFile?>(query => query.FindAsync(bureau.SeesAs(Clerk), Id, TestContext.Current.CancellationToken))
        ?? throw new InvalidOperationException("The case is gone.");

    /// <summary>Names of the steps that wait now.</summary>
    public async Task<IReadOnlyList<string>> WaitsForAsync() => [.. (await FileAsync()).Waiting.Select(step => step.Name)];
}
