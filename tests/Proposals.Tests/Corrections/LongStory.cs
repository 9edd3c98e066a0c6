using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A key case with four proposers, other units, promises, an unsatisfied form, a second round, a pause and an extension: it has everything that can be corrected.</summary>
public sealed class LongStory : IAsyncLifetime
{
    public const string Clerk = "许婧";
    public const string Director = "俞敏";

    /// <summary>Places of the other units: one that was asked and answered, and two that were not.</summary>
    public const int Answered = 0;
    public const int Other = 1;
    public const int Third = 2;

    private Bureau? bureau;
    private CaseDriver? story;

    public Bureau Bureau => bureau ?? throw new InvalidOperationException("The story has not begun.");

    public CaseDriver Story => story ?? throw new InvalidOperationException("The story has not begun.");

    public async ValueTask InitializeAsync()
    {
        bureau = await Bureau.OpenAsync();
        story = new CaseDriver(bureau);
        await TellAsync();
    }

    public ValueTask DisposeAsync() => bureau?.DisposeAsync() ?? ValueTask.CompletedTask;

    public Task<FileId> PictureAsync(string by = Director) => Bureau.PictureAsync(Story.Id, by, Story.Now);

    private async Task TellAsync()
    {
        var slip = await Bureau.PictureAsync(null, Clerk, Story.Now);
        await Story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17),
            new ProposerEntry("林海", ProposerRole.CoProposer), new ProposerEntry("周平", ProposerRole.Seconder), new ProposerEntry("钱英", ProposerRole.Seconder)) with
        {
            IsKey = true,
            LedById = Bureau.Id("方晓岚"),
            SupervisedBy = "区政协副主席",
            Attachments = [slip],
            OurRole = OurRole.LeadOrganizer,
            OtherUnits = [new UnitEntry("区公安分局", OtherUnitRole.CoOrganizer), new UnitEntry("区文广局", OtherUnitRole.CoOrganizer), new UnitEntry("区交通运输局", OtherUnitRole.CoOrganizer)],
        });
        await Story.AcceptedAsync();
        var police = (await Story.FileAsync()).Case.Units[Answered].Id;
        await Story.On(3, 26).DoAsync("郑宁", new AskUnits([police]));
        await Story.MeetAsync(ContactKind.Visit, 3, 28);
        await Story.On(4, 10).DoAsync("郑宁", new RecordUnitOpinion(police, UnitStance.Agrees, "同意。") { PaperId = await PictureAsync("郑宁") });
        await Story.MeetAsync(ContactKind.Visit, 4, 16);
        await Story.On(4, 22).DoAsync(Director, new PauseClock("等市局规划批复", "办理办法第十二条"));
        await Story.On(4, 28).DoAsync(Director, new ResumeClock("批复已到"));
        await Story.MeetAsync(ContactKind.Phone, 5, 6);
        await Story.On(5, 7).DoAsync("郑宁", new RequestExtension("专家评审排在下月", new DateOnly(2025, 7, 18), Bureau.Id("方晓岚")));
        await Story.DoAsync("方晓岚", new DecideExtension(true));
        await Story.On(5, 8).DoAsync(Clerk, new AnswerExtension(true));
        await Story.On(5, 12).DoAsync("郑宁", new ExplainExtension(await PictureAsync("郑宁")));
        await Story.On(5, 15).DoAsync("郑宁", CaseDriver.Draft("B") with { Commitments = [new Promise("更新标识", new DateOnly(2025, 12, 31))], ContactPerson = "郑宁", ContactPhone = "0571-0000" });
        await Story.DoAsync("王海涛", new ReviewByHead(true));
        await Story.DoAsync(Director, new ReviewByOffice(true));
        await Story.DoAsync("方晓岚", new ReviewByDeputy(true));
        await Story.DoAsync("沈立群", new SignReply(true));
        await Story.SealedAsync();
        var people = (await Story.CaseAsync()).Proposers;
        await Story.On(6, 5).DoAsync("郑宁", new RecordDelivery([people[0].Id, people[1].Id], DeliveryWay.HandedOver));
        Story.On(6, 12);
        await Story.DoAsync(Clerk, new RecordFeedback(people[1].Id, Rating.Satisfied, Rating.Satisfied, await PictureAsync(Clerk)));
        await Story.DoAsync(Clerk, new RecordFeedback(people[0].Id, Rating.Satisfied, Rating.Unsatisfied, await PictureAsync(Clerk)));
        await Story.On(7, 8).DoAsync(Clerk, new StartRehandling { Opinion = "请重新办理" });
        await Story.MeetAsync(ContactKind.Visit, 7, 22, withLeader: "方晓岚");
        var promise = (await Story.FileAsync()).Commitments[0].Id;
        await Story.On(7, 23).DoAsync("郑宁", new RecordProgress(promise, CommitmentState.Kept, "标识全部更新") { ProofId = await PictureAsync("郑宁") });
        await Story.On(7, 24).DoAsync(Clerk, new ClearCommitment(promise, "现场核实"));
        await Story.DoAsync("郑宁", new RecordSecondReply("所提标识已全部更新。", DeliveryWay.HandedOver) { DocumentNumber = "云经旅提〔2025〕1-1号" });
        Story.On(7, 28);
    }
}
