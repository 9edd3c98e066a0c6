using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Statistics;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Reply;

/// <summary>会办: we owe the unit that leads an opinion, and the proposer nothing.</summary>
public sealed class CoOrganizerTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task An_opinion_goes_to_the_lead_and_its_reply_closes_the_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        Assert.Equal((CaseState.OpinionDrafting, new DateOnly(2025, 4, 17)), ((await story.CaseAsync()).State, (await story.CaseAsync()).DueOn));
        Assert.Equal(["拟会办意见"], await story.WaitsForAsync());

        await SignedAsync(story);
        await story.SealedAsync();
        Assert.Equal("云经旅提函〔2025〕1号", (await story.FileAsync()).CurrentReply?.DocumentNumber);
        await story.On(4, 11).DoAsync("郑宁", new SendOpinion(DeliveryWay.HandedOver));
        Assert.Equal((CaseState.OpinionSent, null), ((await story.CaseAsync()).State, (await story.CaseAsync()).DueOn));
        Assert.Equal(["等待主办复函"], await story.WaitsForAsync());

        await story.On(6, 12).DoAsync("许婧", new FileLeadReply(await bureau.PictureAsync(story.Id, "许婧", story.Now)));
        await story.ArchivedAsync();
        var file = await story.FileAsync();
        Assert.Equal(CaseState.Archived, file.Case.State);
        Assert.Equal(new DateOnly(2025, 6, 12), file.Case.UnitThatLeads()?.AnsweredOn);
        Assert.Equal("区住建局", Assert.Single(file.Replies[0].Copies).Recipient);
        Assert.Empty(file.Waiting);
        Assert.DoesNotContain(file.Deadlines, line => line.Kind is DeadlineKind.Reply or DeadlineKind.FirstContact or DeadlineKind.FeedbackReturn);
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task An_opinion_stands_in_no_rate_of_replies_or_satisfaction_only_in_its_own()
    {
        await using var bureau = await Bureau.OpenAsync();
        var inTime = await AcceptedAsync(bureau);
        await SignedAsync(inTime);
        await inTime.SealedAsync();
        await inTime.On(4, 17).DoAsync("郑宁", new SendOpinion(DeliveryWay.Post));
        await AcceptedAsync(bureau, "259");
        await (await AcceptedAsync(bureau, "260")).DoAsync("郑宁", Opinion);

        var before = await FiguresAsync(bureau, new DateOnly(2025, 4, 17));
        Assert.Equal((3, 0, "1/1（100.0%）"), (before.Assigned, before.Owed, before.OpinionsOnTime.ToString()));
        var after = await FiguresAsync(bureau, new DateOnly(2025, 4, 18));
        Assert.Equal("1/3（33.3%）", after.OpinionsOnTime.ToString());
        Assert.All([after.Replied, after.RepliedOnTime, after.Consulted[1], after.FeedbackReturned, after.SatisfiedWithResult, after.Resolved], rate => Assert.Equal("—", rate.ToString()));
    }

    [Fact]
    public async Task It_has_neither_class_nor_promises_nor_delivery_to_the_proposer_nor_feedback()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        Assert.Equal("reply.opinion-has-no-class", await RefusalAsync(story, "郑宁", CaseDriver.Draft()));
        Assert.Equal("reply.opinion-has-no-class", await RefusalAsync(story, "郑宁", Opinion with { Commitments = [new Promise("增设护栏", new DateOnly(2025, 9, 1))] }));
        await SignedAsync(story);
        await story.SealedAsync();
        Assert.Equal("reply.opinion-goes-to-the-lead", await RefusalAsync(story, "郑宁", new RecordDelivery([story.LeadProposer], DeliveryWay.Post)));
        await story.DoAsync("郑宁", new SendOpinion(DeliveryWay.Uploaded));
        var form = await bureau.PictureAsync(story.Id, "许婧", story.Now);
        Assert.Equal("feedback.no-reply-owed", await RefusalAsync(story, "许婧", new RecordFeedback(story.LeadProposer, Rating.Satisfied, Rating.Satisfied, form)));
        Assert.Null((await story.CaseAsync()).Result);
    }

    [Fact]
    public async Task Nobody_asks_for_consultations_but_they_may_be_had()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await story.MeetAsync(ContactKind.Visit, 4, 1);
        await story.MeetAsync(ContactKind.Visit, 4, 9);
        // The opinion lies before the second visit, and no visit was needed for it.
        await story.On(4, 10).DoAsync("郑宁", Opinion, occurredOn: new DateOnly(2025, 4, 7));
        Assert.Equal(2, (await story.CaseAsync()).ValidConsultations);
        Assert.Equal("consultation.nothing-lacks", await RefusalAsync(story, "方晓岚", new GrantOverride("不需要")));
    }

    [Fact]
    public async Task It_is_sent_back_and_drafted_again_like_a_reply()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await story.On(4, 2).DoAsync("郑宁", Opinion);
        await story.DoAsync("王海涛", new ReviewByHead(false) { Opinion = "写明本局职责范围" });
        Assert.Equal(["拟会办意见"], await story.WaitsForAsync());
        await story.DoAsync("郑宁", Opinion);
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        await story.DoAsync("方晓岚", new ReviewByDeputy(false) { Opinion = "再核实" });
        Assert.Equal(["拟会办意见"], await story.WaitsForAsync());
        Assert.Equal(2, (await story.FileAsync()).CurrentReply?.TimesSentBack);
    }

    [Fact]
    public async Task A_key_item_of_another_unit_is_signed_by_the_deputy_alone()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau, isKey: true);
        await SignedAsync(story);
        Assert.Equal(["编号用印"], await story.WaitsForAsync());
        Assert.Equal(bureau.Id("方晓岚"), (await story.FileAsync()).CurrentReply?.SignedById);
    }

    [Fact]
    public async Task The_leads_reply_is_filed_with_its_paper_and_only_after_our_opinion()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        var paper = await bureau.PictureAsync(story.Id, "许婧", story.Now);
        Assert.Equal("reply.opinion-not-sent", await RefusalAsync(story, "许婧", new FileLeadReply(paper)));
        Assert.Equal("reply.not-sealed", await RefusalAsync(story, "郑宁", new SendOpinion(DeliveryWay.Post)));
        await SignedAsync(story);
        await story.SealedAsync();
        await story.On(4, 11).DoAsync("郑宁", new SendOpinion(DeliveryWay.Post));
        Assert.Equal("reply.opinion-already-sent", await RefusalAsync(story, "郑宁", new SendOpinion(DeliveryWay.Post)));
        Assert.Equal("reply.lead-reply-missing", await RefusalAsync(story, "许婧", new FileLeadReply(null)));
        Assert.Equal("act.before-its-cause", (await story.TryAsync("许婧", new FileLeadReply(paper), occurredOn: new DateOnly(2025, 4, 10))).Refusal?.Code);
        await story.DoAsync("许婧", new FileLeadReply(paper));
        Assert.Equal("reply.lead-reply-already-filed", await RefusalAsync(story, "许婧", new FileLeadReply(paper)));
    }

    [Fact]
    public async Task The_day_it_was_sent_is_the_directors_to_correct_from_a_paper_and_the_rate_follows()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await SignedAsync(story);
        await story.SealedAsync();
        var opinion = (await story.FileAsync()).Replies[0].Id;
        var evidence = await bureau.PictureAsync(story.Id, "俞敏", story.Now);
        Assert.Equal("correction.not-there-yet", await RefusalAsync(story, "俞敏", new CorrectSentOpinion(opinion, "误登") { EvidenceId = evidence, OpinionSentOn = Assigned }));
        await story.On(4, 16).DoAsync("郑宁", new SendOpinion(DeliveryWay.Post));
        story.On(4, 30);
        Assert.Equal("1/1（100.0%）", (await FiguresAsync(bureau, story.Today)).OpinionsOnTime.ToString());

        var late = new CorrectSentOpinion(opinion, "邮戳是4月18日") { OpinionSentOn = new DateOnly(2025, 4, 18) };
        foreach (var who in new[] { "许婧", "郑宁", "王海涛", "方晓岚", "杜青", "周一鸣" })
            Assert.Equal("act.not-entitled", await RefusalAsync(story, who, late));
        Assert.Equal("correction.evidence-missing", await RefusalAsync(story, "俞敏", late));
        late = late with { EvidenceId = evidence };
        Assert.Equal("correction.only-the-director", (await story.TryAsync("许婧", late, decidedBy: "俞敏")).Refusal?.Code);
        Assert.Equal("correction.too-early", await RefusalAsync(story, "俞敏", late with { OpinionSentOn = new DateOnly(2025, 4, 8) }));
        await story.DoAsync("俞敏", late);

        var file = await story.FileAsync();
        Assert.Equal("0/1（0.0%）", (await FiguresAsync(bureau, story.Today)).OpinionsOnTime.ToString());
        Assert.Equal((new DateOnly(2025, 4, 18), new DateOnly(2025, 4, 18)), (file.Replies[0].DeliveredOn, file.Replies[0].Copies[0].On));
        Assert.Equal(("OpinionSentOn", "2025-04-16", "2025-04-18"), Assert.Single(file.Corrections) is var line ? (line.Field, line.Before, line.After) : default);
        await story.DoAsync("许婧", new FileLeadReply(await bureau.PictureAsync(story.Id, "许婧", story.Now)));
        Assert.Equal("correction.too-late", await RefusalAsync(story.On(5, 6), "俞敏", late with { OpinionSentOn = new DateOnly(2025, 5, 2) }));
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task When_the_leads_reply_came_is_corrected_and_with_it_the_day_our_part_closed()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await SignedAsync(story);
        await story.SealedAsync();
        await story.On(4, 11).DoAsync("郑宁", new SendOpinion(DeliveryWay.Post));
        await story.On(6, 12).DoAsync("许婧", new FileLeadReply(await bureau.PictureAsync(story.Id, "许婧", story.Now)));
        var lead = (await story.FileAsync()).Case.Units[0].Id;

        Assert.Equal("correction.lead-stays", await RefusalAsync(story, "许婧", new Proposals.Assignment.CorrectUnit(lead, "误登") { UnitRole = OtherUnitRole.CoOrganizer }));
        Assert.Equal("correction.too-early", await RefusalAsync(story, "许婧", new Proposals.Assignment.CorrectUnit(lead, "误登") { UnitAnsweredOn = new DateOnly(2025, 4, 10) }));
        await story.DoAsync("许婧", new Proposals.Assignment.CorrectUnit(lead, "误登") { UnitAnsweredOn = new DateOnly(2025, 6, 10) });

        var file = await story.FileAsync();
        Assert.Equal((new DateOnly(2025, 6, 10), new DateOnly(2025, 6, 10)), (file.Case.ClosedOn, file.Case.UnitThatLeads()?.AnsweredOn));
        Assert.Equal(new DateOnly(2025, 6, 17), file.Deadlines.Single(line => line.Kind == Proposals.Deadlines.DeadlineKind.Archive).DueOn);
        await Replays.AgreeAsync(bureau, story);
    }

    [Fact]
    public async Task Whoever_has_no_part_in_it_is_refused()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await AcceptedAsync(bureau);
        await SignedAsync(story);
        await story.SealedAsync();
        Assert.Equal("act.not-entitled", await RefusalAsync(story, "孙国强", new SendOpinion(DeliveryWay.Post)));
        Assert.Equal("act.not-entitled", await RefusalAsync(story, "杜青", new SendOpinion(DeliveryWay.Post)));
        await story.DoAsync("郑宁", new SendOpinion(DeliveryWay.Post));
        var paper = await bureau.PictureAsync(story.Id, "方晓岚", story.Now);
        Assert.Equal("act.not-entitled", await RefusalAsync(story, "方晓岚", new FileLeadReply(paper)));
        Assert.Equal("act.not-entitled", await RefusalAsync(story, "周一鸣", new FileLeadReply(paper)));
    }

    [Fact]
    public async Task A_case_of_our_own_has_no_opinion_to_send()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", Assigned));
        await story.AcceptedAsync();
        Assert.Equal("reply.no-opinion-owed", await RefusalAsync(story, "郑宁", new SendOpinion(DeliveryWay.Post)));
        Assert.Equal("reply.no-opinion-owed", await RefusalAsync(story, "许婧", new FileLeadReply(null)));
    }

    private static SubmitReply Opinion => new("", "一、同意将运河沿线慢行步道纳入旅游标识系统。");

    private static async Task<CaseDriver> AcceptedAsync(Bureau bureau, string number = "258", bool isKey = false)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, Assigned) with { OurRole = OurRole.CoOrganizer, IsKey = isKey, OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.LeadOrganizer)] });
        return await story.AcceptedAsync();
    }

    private static async Task SignedAsync(CaseDriver story)
    {
        await story.On(4, 7).DoAsync("郑宁", Opinion);
        Assert.Equal(CaseState.OpinionInReview, (await story.CaseAsync()).State);
        await story.DoAsync("王海涛", new ReviewByHead(true));
        await story.DoAsync("俞敏", new ReviewByOffice(true));
        Assert.Equal(CaseState.OpinionAwaitingSignature, (await story.CaseAsync()).State);
        await story.On(4, 9).DoAsync("方晓岚", new ReviewByDeputy(true));
        Assert.Equal(CaseState.OpinionIssued, (await story.CaseAsync()).State);
    }

    private static async Task<string?> RefusalAsync(CaseDriver story, string who, CaseAct act) => (await story.TryAsync(who, act)).Refusal?.Code;

    private static Task<Figures> FiguresAsync(Bureau bureau, DateOnly today) =>
        bureau.WithAsync<FigureQuery, Figures>(query => query.OfYearAsync(bureau.SeesAs("杜青"), 2025, today, TestContext.Current.CancellationToken));
}
