using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>A key case with four proposers, promises, an unsatisfied form and a second round: it has everything that can be corrected.</summary>
public sealed class LongStory : IAsyncLifetime
{
    public const string Clerk = "许婧";
    public const string Director = "俞敏";

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
        });
        await Story.AcceptedAsync();
        await Story.MeetAsync(ContactKind.Visit, 3, 28);
        await Story.MeetAsync(ContactKind.Visit, 4, 16);
        await Story.MeetAsync(ContactKind.Phone, 5, 6);
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
