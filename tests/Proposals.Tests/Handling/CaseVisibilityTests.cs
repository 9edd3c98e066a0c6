using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Handling;

/// <summary>The database's answer against the rule said plainly, for everybody of the demo bureau.</summary>
public sealed class CaseVisibilityTests
{
    [Fact]
    public async Task Everybody_sees_what_the_rule_says_and_nothing_else()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var now = OfficeClock.At(new DateOnly(2026, 11, 22), new TimeOnly(15, 0));
        await bureau.WithAsync<IServiceProvider, bool>(services => ActivatorUtilities.CreateInstance<DemoBureau>(services).BuildAsync(now, TestContext.Current.CancellationToken));
        await GiveAwayAsync(bureau);
        var cases = await bureau.ReadAsync(db => db.Cases.AsNoTracking().AsSplitQuery().Include(subject => subject.CoDepartments).Include(subject => subject.Commitments)
            .Include(subject => subject.Plans).ThenInclude(plan => plan.Measures).ToListAsync(TestContext.Current.CancellationToken));
        var people = await bureau.ReadAsync(db => db.Users.AsNoTracking().ToListAsync(TestContext.Current.CancellationToken));
        var ways = 0;
        foreach (var person in people)
        {
            var rule = cases.Where(subject => Sees(person, subject)).ToList();
            var seen = await bureau.ReadAsync(db => CaseVisibility.Of(person).Filter(db.Cases).Select(subject => subject.Id).ToListAsync(TestContext.Current.CancellationToken));
            var seenOneByOne = await bureau.ReadAsync(db => CaseVisibility.Of(person).FilterFew(db.Cases).Select(subject => subject.Id).ToListAsync(TestContext.Current.CancellationToken));
            var years = await bureau.ReadAsync(db => CaseVisibility.Of(person).Years(db.Cases).ToListAsync(TestContext.Current.CancellationToken));
            Assert.Equal(rule.Select(subject => subject.Id).Order(), seen.Order());
            Assert.Equal(rule.Select(subject => subject.Id).Order(), seenOneByOne.Order());
            Assert.Equal(rule.Select(subject => subject.HandlingYear).Distinct().OrderDescending(), years);
            ways += seen.Count > 0 && seen.Count < cases.Count ? 1 : 0;
        }

        Assert.True(ways > 5, $"{ways} people see some cases and not others.");
        Assert.Contains(cases, subject => people.Any(person => Staff(person) && ByDuty(person, subject) && !ByPlace(person, subject)));
    }

    /// <summary>In the demo everybody's promises and measures lie in his own department.</summary>
    private static async Task GiveAwayAsync(Bureau bureau)
    {
        var (heyue, tangke) = (await IdAsync("heyue"), await IdAsync("tangke"));
        await bureau.ReadAsync(db => db.Set<Commitment>().ExecuteUpdateAsync(set => set.SetProperty(promise => promise.ResponsibleId, heyue), TestContext.Current.CancellationToken));
        await bureau.ReadAsync(db => db.Set<PlanMeasure>().ExecuteUpdateAsync(set => set.SetProperty(measure => measure.PersonId, tangke), TestContext.Current.CancellationToken));

        Task<Guid> IdAsync(string userName) => bureau.ReadAsync(db => db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync(TestContext.Current.CancellationToken));
    }

    private static bool Sees(Person person, ProposalCase subject)
    {
        if (person.SeesOnlyFrom is { } body)
            return subject.AssigningBody == body;
        if (person.Duties.Includes(Duties.Office | Duties.Leaders | Duty.Supervisor))
            return true;
        return Staff(person) && (ByPlace(person, subject) || ByDuty(person, subject));
    }

    private static bool Staff(Person person) => person.Duties.Includes(Duties.Staff);

    private static bool ByPlace(Person person, ProposalCase subject) =>
        subject.HandlerId == person.Id
        || (person.DepartmentId is { } own && (subject.DepartmentId == own || subject.CoDepartments.Any(named => named.DepartmentId == own && named.ReleasedOn is null)));

    /// <summary>By a promise, or a measure of the plan in force, of an open case: one's own, or one's department's for its head.</summary>
    private static bool ByDuty(Person person, ProposalCase subject)
    {
        if (subject.ClosedOn is not null || subject.Ending is not null)
            return false;
        var promises = subject.RepliedOn is null ? [] : subject.Commitments.Where(promise => promise.State is CommitmentState.NotStarted or CommitmentState.InProgress);
        var measures = subject.Plans.Where(plan => plan.Approved == true).MaxBy(plan => plan.Version)?.Measures.Where(measure => measure.State != MeasureState.Done) ?? [];
        return promises.Any(promise => promise.ResponsibleId == person.Id || IsHeaded(promise.DepartmentId)) || measures.Any(measure => measure.PersonId == person.Id || IsHeaded(measure.DepartmentId));

        bool IsHeaded(DepartmentId? department) => person.Duties.Includes(Duty.DepartmentHead) && person.DepartmentId is { } own && department == own;
    }
}
