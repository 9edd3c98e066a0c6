using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Acts;

/// <summary>Whole lives of cases in which every step is fought over: a form sent twice and another act that excludes it, all at once, in several cases at a time.</summary>
public sealed class StepRaceTests
{
    private const int Lanes = 4;

    private static readonly int Rounds = 20 * Soak.Count(6);

    [Fact]
    public async Task Every_step_that_several_answer_at_once_has_one_answer_and_the_others_are_told_so()
    {
        await using var bureau = await Bureau.OpenAsync();
        var (left, cases) = (Rounds, 0);
        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(async () =>
        {
            while (Volatile.Read(ref left) > 0)
            {
                var number = Interlocked.Increment(ref cases);
                var life = new FoughtOverCase(bureau, $"{number}", mayEnd: number % 4 == 0);
                await life.BeginAsync();
                while (Interlocked.Decrement(ref left) >= 0 && await life.FightAsync())
                {
                }

                await life.WholeAsync();
            }
        })));
        TestContext.Current.TestOutputHelper?.WriteLine($"races: {Rounds} rounds of 3 attempts in {cases} cases, {Lanes} at a time");
    }

    private sealed class FoughtOverCase(Bureau bureau, string number, bool mayEnd)
    {
        private readonly CaseDriver story = new(bureau);
        private int revision;

        public async Task BeginAsync()
        {
            await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
            revision = story.Revision;
        }

        /// <returns>False once nothing waits any more.</returns>
        public async Task<bool> FightAsync()
        {
            var id = story.Id;
            var asked = await bureau.ReadAsync(db => db.Steps.AsNoTracking().Where(step => step.CaseId == id && step.State == StepState.Waiting).Select(step => step.ActivityType).ToListAsync());
            if (asked.Count == 0)
                return false;
            var ((who, act), (rival, other)) = await RivalsAsync(Assert.Single(asked));
            var key = Guid.NewGuid();
            var outcomes = await Task.WhenAll(AttemptAsync(who, act, key), AttemptAsync(rival, other, Guid.NewGuid()), AttemptAsync(who, act, key));

            var told = string.Join(", ", outcomes.Select(outcome => outcome.Refusal?.Code ?? (outcome.WasRepeated ? "repeated" : "done")));
            Assert.True(outcomes.Count(outcome => outcome is { IsDone: true, WasRepeated: false }) == 1, $"{asked[0]}: {told}");
            var others = outcomes[1].IsDone ? ["act.overtaken", "done", "act.overtaken"] : new[] { "done", "act.overtaken", "repeated" };
            Assert.Equal(others.Order(), told.Split(", ").Order());
            revision++;
            var subject = CaseActs.SubjectOf(id);
            Assert.Equal((revision, revision), await bureau.ReadAsync(async db => (
                await db.Cases.Where(known => known.Id == id).Select(known => known.Revision).SingleAsync(),
                await db.AuditEntries.CountAsync(entry => entry.Subject == subject && entry.Act != ActRecording.SkipStep))));
            return true;
        }

        public async Task WholeAsync() =>
            Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(story.Id), TestContext.Current.CancellationToken)));

        private Task<ActOutcome> AttemptAsync(string who, CaseAct act, Guid key)
        {
            var request = new ActRequest(bureau.Id(who), key, revision, new ActLine(act));
            return Task.Run(() => bureau.RunAsync(story.Id, request, story.Now));
        }

        /// <summary>Two acts of which each makes the other impossible.</summary>
        private async Task<((string Who, CaseAct Act) One, (string Who, CaseAct Act) Other)> RivalsAsync(string activityType)
        {
            switch (activityType)
            {
                case "Proposals.Receive":
                    return (("许婧", new ReceiveCase()), ("俞敏", new ReceiveCase()));
                case "Proposals.ProposeAllocation":
                    var department = await bureau.DepartmentAsync("旅游科");
                    return (("俞敏", new ProposeAllocation(department)), ("俞敏", new ProposeAllocation(department) { Opinion = "请旅游科研究" }));
                case "Proposals.ApproveAllocation":
                    story.On(3, 24);
                    return (("方晓岚", new DecideAllocation(true)), ("方晓岚", new DecideAllocation(false) { Opinion = "请再研究" }));
                case "Proposals.AcceptAndName":
                    return (("王海涛", new AcceptAndName(bureau.Id("郑宁"))), mayEnd ? ("俞敏", new VoidCase("重复登记")) : ("王海涛", new AcceptAndName(bureau.Id("郑宁"))));
                case "Proposals.RecordConsultation":
                    story.On(4, Math.Min(revision, 30));
                    return (("郑宁", await story.MeetingAsync(ContactKind.Visit)), ("郑宁", await story.MeetingAsync(ContactKind.Symposium)));
                case "Proposals.DraftReply":
                    story.On(5, 15);
                    return (("郑宁", CaseDriver.Draft()), ("郑宁", new SubmitReply("A", "一、关于线路。另拟一稿。")));
                case "Proposals.ReviewByHead":
                    return (("王海涛", new ReviewByHead(true)), ("王海涛", new ReviewByHead(false) { Opinion = "再改" }));
                case "Proposals.ReviewByOffice":
                    return (("俞敏", new ReviewByOffice(true)), ("俞敏", new ReviewByOffice(false) { Opinion = "再改" }));
                case "Proposals.ReviewByDeputy":
                    return (("方晓岚", new ReviewByDeputy(true)), ("沈立群", new ReviewByDeputy(false) { Opinion = "再改" }));
                case "Proposals.NumberAndSeal":
                    return (("许婧", Seal()), ("俞敏", Seal()));
                case "Proposals.Deliver":
                    story.On(5, 20);
                    return (("郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.HandedOver)), ("许婧", new RecordDelivery([story.LeadProposer], DeliveryWay.SignedFor)));
                case "Proposals.CollectFeedback":
                    story.On(6, 12);
                    return (("许婧", await FormAsync(Rating.Satisfied)), ("俞敏", await FormAsync(Rating.BasicallySatisfied)));
                case "Proposals.FollowUp":
                case "Proposals.CloseAndArchive":
                    return (("许婧", new CloseAndArchive()), ("俞敏", new CloseAndArchive { Remark = "归档" }));
                default:
                    throw new InvalidOperationException($"Nobody fights over {activityType}.");
            }
        }

        private NumberAndSeal Seal() => new() { DocumentNumber = bureau.DocumentNumber(2025) };

        private async Task<RecordFeedback> FormAsync(Rating rating) =>
            new(story.LeadProposer, rating, rating, await bureau.PictureAsync(story.Id, "许婧", story.Now));
    }
}
