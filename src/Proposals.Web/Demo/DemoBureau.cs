using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;
using Proposals.Intake.TakeOver;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Demo;

/// <summary>Builds the demo bureau by the product's own acts at the times of its story. Only in Development, only into an empty database.</summary>
internal sealed class DemoBureau(ProposalsDbContext db, CaseActs acts, PeopleActs peopleActs, FileCabinet cabinet, OfficeRules rules, LedgerTakeOver ledger, RungSweep sweep)
{
    public const string Password = "Yunlan@2026";

    /// <summary>A working year before the first case: the accounts were there when it began.</summary>
    private const int FoundedDaysBefore = 420;

    /// <returns>False where the database already holds people.</returns>
    public async Task<bool> BuildAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
        {
            return false;
        }

        var today = OfficeClock.Day(now);
        await FoundAsync(OfficeClock.At(today.AddDays(-FoundedDaysBefore), new TimeOnly(9, 0)), cancellationToken);
        var people = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.DisplayName, cancellationToken);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(department => department.Name, department => department.Id, cancellationToken);
        var schedule = new DemoSchedule(people, departments);
        var calendar = new DemoCalendar(rules, today);
        var cases = new DemoCases(schedule, calendar);
        cases.WriteAll();
        cases.LookBack(await TakeOverAsync(people["许婧"].Id, today, cancellationToken));
        var leftAt = OfficeClock.At(calendar.Wd(-DemoPeople.LeftWorkingDaysAgo), new TimeOnly(17, 0));
        var sweeps = new DemoSweeps(sweep, rules.Calendar, OfficeClock.Day(schedule.InOrder.First().At));
        foreach (var happened in schedule.InOrder.TakeWhile(happened => happened.At < leftAt))
        {
            await sweeps.UpToAsync(happened.At, cancellationToken);
            await DoAsync(happened, happened.At, cancellationToken);
        }

        await sweeps.UpToAsync(leftAt, cancellationToken);
        Expect(true, await peopleActs.DisableAsync(people[DemoPeople.Admin].Id, people[DemoPeople.Leaver].Id, leftAt, cancellationToken), DemoPeople.Leaver);
        foreach (var happened in schedule.InOrder.SkipWhile(happened => happened.At < leftAt))
        {
            var at = happened.At < now ? happened.At : now;
            await sweeps.UpToAsync(at, cancellationToken);
            await DoAsync(happened, at, cancellationToken);
        }

        await sweeps.UpToAsync(now, cancellationToken);
        return true;
    }

    /// <summary>Departments and people, without any case.</summary>
    public async Task FoundAsync(DateTimeOffset at, CancellationToken cancellationToken)
    {
        Expect(true, await peopleActs.SaveBureauAsync(null, DemoPeople.Bureau, at, cancellationToken), DemoPeople.Bureau.Name);
        var departments = new Dictionary<string, DepartmentId>();
        for (var position = 0; position < DemoPeople.Departments.Count; position++)
        {
            var (name, remit, _, _, _) = DemoPeople.Departments[position];
            var (id, refusal) = await peopleActs.SaveDepartmentAsync(null, null, new DepartmentDetails(name, remit, position + 1, position == 0), at, cancellationToken);
            departments[name] = Expect(id, refusal, name);
        }

        var people = new Dictionary<string, Guid>();
        foreach (var (userName, name, title, duties, department) in DemoPeople.People)
        {
            var details = new PersonDetails(name, title, duties, department is null ? null : departments[department])
            {
                SeesOnlyFrom = name == DemoPeople.OutsideSupervisor ? DemoPeople.OutsideBody : null,
            };
            var (id, refusal) = await peopleActs.CreatePersonAsync(null, details, userName, Password, at, cancellationToken);
            people[name] = Expect(id, refusal, name);
        }

        for (var position = 0; position < DemoPeople.Departments.Count; position++)
        {
            var (name, remit, leader, head, handler) = DemoPeople.Departments[position];
            var details = new DepartmentDetails(name, remit, position + 1, position == 0)
            {
                LeaderId = people[leader],
                HeadId = people[head],
                DefaultHandlerId = handler is null ? null : people[handler],
            };
            var (_, refusal) = await peopleActs.SaveDepartmentAsync(null, departments[name], details, at, cancellationToken);
            Expect(name, refusal, name);
        }

        Expect(true, await peopleActs.FinishSetupAsync(null, at, cancellationToken), DemoPeople.Bureau.Name);

        // The tiles sign in at once: the demo's one password is printed on the page and need not be changed first.
        await db.Users.ExecuteUpdateAsync(set => set.SetProperty(person => person.MustChangePassword, false), cancellationToken);
    }

    /// <summary>Last year's ledger, pasted on the office's second day with the product.</summary>
    private async Task<IReadOnlyDictionary<string, DemoCase>> TakeOverAsync(Guid clerkId, DateOnly today, CancellationToken cancellationToken)
    {
        var calendar = new DemoCalendar(rules, today);
        var takenOn = calendar.After(today.AddDays(-FoundedDaysBefore), 1);
        var sheet = ListFile.ReadPasted(new DemoLedger(calendar, takenOn).Write()).Sheets[0];
        var at = OfficeClock.At(takenOn, new TimeOnly(10, 0));
        var reading = await ledger.TakeAsync(sheet, new LedgerQuestion(clerkId, today.Year - 1, ""), KeyOf("ledger", at, nameof(LedgerTakeOver)), at, cancellationToken);
        var bad = reading.Rows.SelectMany(row => row.Problems.Select(problem => $"{row.CaseNumber} {problem.Column} {problem.Reason.Code} {string.Join(", ", problem.Reason.Arguments)}")).ToList();
        Expect(true, bad.Count == 0 && reading.Good.Count() == DemoLedger.Numbers.Count ? null : new Refusal(string.Join("; ", bad)), "ledger of last year");
        var taken = new Dictionary<string, DemoCase>();
        foreach (var (code, number) in DemoLedger.Numbers)
        {
            var caseId = reading.Rows.Single(row => row.CaseNumber == number).CaseId ?? throw new InvalidOperationException($"The demo's {code} was not taken over.");
            taken[code] = new DemoCase(code) { CaseId = caseId, Revision = 1 };
            await RefreshAsync(taken[code], caseId, cancellationToken);
        }

        return taken;
    }

    private async Task DoAsync(DemoEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var subject = happened.Subject;
        foreach (var paper in new[] { happened.Proof, happened.Original })
        {
            if (paper is not null)
            {
                paper.Id = await StoreAsync(subject.CaseId, paper, happened.ActorId, at, cancellationToken);
            }
        }

        var line = new ActLine(happened.Act(subject)) { DecidedById = happened.DecidedById, OccurredOn = happened.OccurredOn, OriginalId = happened.Original?.Id };
        var outcome = await acts.RunAsync(subject.CaseId, new ActRequest(happened.ActorId, KeyOf(subject.Code, at, line.Act.Name), subject.Revision, line), at, cancellationToken);
        if (outcome.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demo's {subject.Code} {line.Act.Name} at {at:u} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)}");
        }

        subject.Revision = outcome.Revision;
        subject.CaseId = outcome.CaseId;
        await RefreshAsync(subject, outcome.CaseId, cancellationToken);
    }

    private async Task RefreshAsync(DemoCase subject, CaseId caseId, CancellationToken cancellationToken)
    {
        if (subject.ProposerIds.Count == 0)
        {
            subject.ProposerIds = await db.Cases.Where(known => known.Id == caseId)
                .SelectMany(known => known.Proposers).OrderBy(proposer => proposer.Position).Select(proposer => proposer.Id).ToListAsync(cancellationToken);
        }

        if (subject.UnitIds.Count == 0)
        {
            subject.UnitIds = await db.CaseUnits.Where(unit => unit.CaseId == caseId).ToDictionaryAsync(unit => unit.Name, unit => unit.Id, cancellationToken);
        }

        subject.CommitmentIds = await db.Commitments.Where(commitment => commitment.CaseId == caseId)
            .OrderBy(commitment => commitment.Position).Select(commitment => commitment.Id).ToListAsync(cancellationToken);
        subject.MeasureIds = await db.HandlingPlans.Where(plan => plan.CaseId == caseId).OrderByDescending(plan => plan.Version).Take(1)
            .SelectMany(plan => plan.Measures).OrderBy(measure => measure.Position).Select(measure => measure.Id).ToListAsync(cancellationToken);
    }

    private async Task<FileId> StoreAsync(CaseId? caseId, DemoFile file, Guid uploadedBy, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (id, refusal) = await cabinet.StoreAsync(caseId, file.Name, file.Bytes, uploadedBy, at, cancellationToken);
        return Expect(id, refusal, file.Name);
    }

    /// <summary>The same story has the same keys, so that building it twice could not do an act twice.</summary>
    private static Guid KeyOf(string code, DateTimeOffset at, string act) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{code}/{at:O}/{act}")).AsSpan(0, 16));

    private static T Expect<T>(T value, Refusal? refusal, string what) =>
        refusal is null ? value : throw new InvalidOperationException($"The demo's {what} was refused: {refusal.Code} {string.Join(", ", refusal.Arguments)}");
}
