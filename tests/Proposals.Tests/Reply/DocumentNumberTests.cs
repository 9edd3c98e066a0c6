using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Reply;

public sealed class DocumentNumberTests
{
    private const int Clients = 16;

    private static readonly int Numbers = Soak.Count(48);

    [Fact]
    public async Task Where_the_offices_own_system_counts_the_number_is_typed_and_whose_it_is_already_is_said()
    {
        await using var bureau = await Bureau.OpenAsync();
        var first = await SignedAsync(bureau, "101");
        Assert.Equal("act.missing", (await first.TryAsync("许婧", new NumberAndSeal())).Refusal?.Code);
        Assert.Equal("act.missing", (await first.TryAsync("许婧", new NumberAndSeal { DocumentNumber = "  " })).Refusal?.Code);
        await first.DoAsync("许婧", new NumberAndSeal { DocumentNumber = " 云经旅提〔2025〕7号 " });
        Assert.Equal("云经旅提〔2025〕7号", (await first.FileAsync()).CurrentReply?.DocumentNumber);

        var second = await SignedAsync(bureau, "102");
        var taken = (await second.TryAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕7号" })).Refusal;
        Assert.Equal("reply.number-taken", taken?.Code);
        Assert.Equal(["云经旅提〔2025〕7号", Proposals.Intake.ItemKind.CppccProposal, "101", "关于商贸旅游文化融合发展的提案"], taken?.Arguments ?? []);
        Assert.Equal("云经旅提〔2025〕8号", await NextAsync(bureau, 2025));
        Assert.Equal("云经旅提〔2026〕1号", await NextAsync(bureau, 2026));
        await second.DoAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕补8号" });
        Assert.Equal("云经旅提〔2025〕8号", await NextAsync(bureau, 2025));
    }

    [Theory]
    [InlineData("云经旅提[2025]7号")]
    [InlineData("云经旅提〔2025〕07号")]
    [InlineData(" 云经旅提（２０２５）第 ７ 号")]
    [InlineData("云经旅提【2025】7号")]
    public async Task One_number_typed_in_two_ways_is_one_number(string typed)
    {
        await using var bureau = await Bureau.OpenAsync();
        var first = await SignedAsync(bureau, "101");
        await first.DoAsync("许婧", new NumberAndSeal { DocumentNumber = typed });
        Assert.Equal("云经旅提〔2025〕7号", (await first.FileAsync()).CurrentReply?.DocumentNumber);

        var second = await SignedAsync(bureau, "102");
        Assert.Equal("reply.number-taken", (await second.TryAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕7号" })).Refusal?.Code);
    }

    [Fact]
    public async Task Replies_and_second_replies_share_one_book_of_numbers()
    {
        await using var bureau = await Bureau.OpenAsync();
        var first = await SignedAsync(bureau, "101");
        await first.DoAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕7号" });
        await first.DoAsync("郑宁", new RecordDelivery([first.LeadProposer], DeliveryWay.HandedOver));
        Assert.Equal("reply.number-taken", (await first.TryAsync("郑宁", new RecordSecondReply("已完成", DeliveryWay.Post) { DocumentNumber = "云经旅提〔2025〕7号" })).Refusal?.Code);
        await first.DoAsync("郑宁", new RecordSecondReply("已完成", DeliveryWay.Post) { DocumentNumber = "云经旅提〔2025〕8号" });
        Assert.Equal("云经旅提〔2025〕9号", await NextAsync(bureau, 2025));

        var second = await SignedAsync(bureau, "102");
        Assert.Equal("reply.number-taken", (await second.TryAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕8号" })).Refusal?.Code);
    }

    [Fact]
    public async Task The_number_of_a_case_registered_by_mistake_is_free_again_and_what_it_was_stays_readable()
    {
        await using var bureau = await Bureau.OpenAsync();
        var mistaken = await SignedAsync(bureau, "101");
        await mistaken.DoAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕7号" });
        await mistaken.DoAsync("俞敏", new VoidCase("重复登记"));

        var other = await SignedAsync(bureau, "102");
        await other.DoAsync("许婧", new NumberAndSeal { DocumentNumber = "云经旅提〔2025〕7号" });

        var line = Assert.Single((await mistaken.FileAsync()).Corrections);
        Assert.Equal(("DocumentNumber", "云经旅提〔2025〕7号", "", "重复登记"), (line.Field, line.Before, line.After, line.Reason));
        await Assignment.Stages.WholeAsync(bureau, mistaken);
    }

    [Fact]
    public async Task Once_a_copy_is_out_the_letter_is_the_directors_to_correct()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await SignedAsync(bureau, "101");
        await story.SealedAsync();
        var correction = new CorrectReplyData((await story.FileAsync()).Replies[0].Id, "抄错了") { DocumentNumber = "云经旅提〔2025〕70号" };
        await story.DoAsync("许婧", correction);
        await story.DoAsync("许婧", new RecordCopies([new CopyEntry("区政府督查室", CopyWay.Paper)]));

        Assert.Equal("correction.only-the-director", (await story.TryAsync("许婧", correction with { DocumentNumber = "云经旅提〔2025〕71号" })).Refusal?.Code);
    }

    [Fact]
    public async Task A_number_typed_twice_at_once_is_one_letters()
    {
        await using var bureau = await Bureau.OpenAsync();
        for (var round = 0; round < 4; round++)
        {
            var stories = new[] { await SignedAsync(bureau, $"11{round}"), await SignedAsync(bureau, $"12{round}") };
            var number = bureau.DocumentNumber(2025);
            var outcomes = await Task.WhenAll(stories.Select(story => Task.Run(() => story.TryAsync("许婧", new NumberAndSeal { DocumentNumber = number }))));

            Assert.Single(outcomes, outcome => outcome.IsDone);
            Assert.Equal("reply.number-taken", Assert.Single(outcomes, outcome => !outcome.IsDone).Refusal?.Code);
        }
    }

    [Fact]
    public async Task Where_we_count_the_series_goes_on_behind_a_number_that_was_on_the_paper_already()
    {
        await using var bureau = await Bureau.OpenAsync(Drawing);
        var numbers = new List<string?>();
        foreach (var (number, onPaper) in new[] { ("101", null), ("102", "云经旅提〔2025〕2号"), ("103", (string?)null) })
        {
            var story = await SignedAsync(bureau, number);
            await story.DoAsync("许婧", new NumberAndSeal { DocumentNumber = onPaper });
            numbers.Add((await story.FileAsync()).CurrentReply?.DocumentNumber);
        }

        Assert.Equal(["云经旅提〔2025〕1号", "云经旅提〔2025〕2号", "云经旅提〔2025〕3号"], numbers);
        Assert.Equal("云经旅提〔2025〕4号", await NextAsync(bureau, 2025));
    }

    [Fact]
    public async Task An_opinion_to_another_unit_is_counted_in_a_series_of_its_own()
    {
        await using var bureau = await Bureau.OpenAsync(Drawing);
        var drawn = await bureau.ReadAsync(async db =>
        {
            var cancellation = TestContext.Current.CancellationToken;
            var reply = await new DocumentNumbers(bureau.Rules.Profile, ReplyKind.ReplyLetter, 2025).DrawAsync(db, cancellation);
            await db.SaveChangesAsync(cancellation);
            return new[] { reply, await new DocumentNumbers(bureau.Rules.Profile, ReplyKind.CoOrganizerOpinion, 2025).DrawAsync(db, cancellation) };
        });
        Assert.Equal(["云经旅提〔2025〕1号", "云经旅提函〔2025〕1号"], drawn);
    }

    [Fact]
    public async Task Many_who_draw_at_once_leave_neither_gap_nor_twin()
    {
        await using var bureau = await Bureau.OpenAsync(Drawing);
        var waiting = new System.Collections.Concurrent.ConcurrentQueue<CaseDriver>();
        for (var number = 0; number < Numbers; number++)
            waiting.Enqueue(await SignedAsync(bureau, $"{1000 + number}"));
        using var start = new SemaphoreSlim(0);
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            await start.WaitAsync(TestContext.Current.CancellationToken);
            while (waiting.TryDequeue(out var story))
                await story.DoAsync("许婧", new NumberAndSeal());
        })).ToArray();
        start.Release(Clients);
        await Task.WhenAll(clients);

        var drawn = await bureau.ReadAsync(db => db.Replies.Select(reply => reply.DocumentNumber).ToListAsync());
        Assert.Equal(Enumerable.Range(1, Numbers).Select(serial => $"云经旅提〔2025〕{serial}号").Order(StringComparer.Ordinal), drawn.Order(StringComparer.Ordinal));
    }

    private static RuleProfile Drawing(RuleProfile shipped) => shipped with { DrawsDocumentNumbers = true };

    private static Task<string> NextAsync(Bureau bureau, int year) =>
        bureau.ReadAsync(db => new DocumentNumbers(bureau.Rules.Profile, ReplyKind.ReplyLetter, year).NextAsync(db, TestContext.Current.CancellationToken));

    private static async Task<CaseDriver> SignedAsync(Bureau bureau, string number)
    {
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await story.MeetAsync(ContactKind.Visit, 4, 16);
        await story.CheckedAsync(5, 15);
        return await story.DoAsync("方晓岚", new ReviewByDeputy(true));
    }
}
