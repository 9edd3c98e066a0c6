using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Papers;
using Proposals.Reply;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Papers;

/// <summary>What a case's own file says on its papers.</summary>
public sealed class CasePapersTests
{
    [Fact]
    public async Task A_case_without_a_draft_has_no_papers_yet()
    {
        await using var bureau = await Bureau.OpenAsync();
        var driver = await (await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)))).AcceptedAsync();
        var papers = Papers(bureau, await driver.FileAsync());
        Assert.Null(papers.Reply(null));
        Assert.Null(papers.Opinion(null));
        Assert.Null(papers.Form(null));
        Assert.Null(papers.Sheet(null));
    }

    [Fact]
    public async Task A_delivered_reply_prints_with_its_number_class_and_date()
    {
        await using var bureau = await Bureau.OpenAsync();
        var driver = await DeliveredAsync(bureau);
        var file = await driver.FileAsync();
        var papers = Papers(bureau, file);

        var letter = Printed.Open(papers.Reply(null)?.Write() ?? []);
        Assert.Contains("类别：A", letter.Heads);
        Assert.Contains(file.CurrentReply?.DocumentNumber ?? "?", letter.Lines);
        Assert.Contains("尊敬的陈启明委员：", letter.Lines);
        Assert.Contains("2025年5月20日", letter.Lines);
        Assert.Contains("一、关于线路。已推出两条。", letter.Lines);
        // The draft named nobody, so the letter names who handles the case.
        Assert.Contains(letter.Lines, line => line.StartsWith("（联系人：郑宁", StringComparison.Ordinal));
        Assert.Null(papers.Reply(2));

        var form = Printed.Open(papers.Form(null)?.Write() ?? []);
        Assert.Equal("陈启明", form.Cell("第一提案人"));
        Assert.Equal(file.CurrentReply?.DocumentNumber, form.Cell("复函文号"));
        // Delivered on 5 June; 15 working days later.
        Assert.Contains(form.Lines, line => line.StartsWith("请于2025年6月26日前填写并签名", StringComparison.Ordinal));

        var sheet = Printed.Open(papers.Sheet(null)?.Write() ?? []);
        Assert.Equal("同意。\n方晓岚\u30002025年5月20日", sheet.Cell("签发"));
        Assert.Equal("同意。\n俞敏\u30002025年5月20日", sheet.Cell("办公室核稿"));
        Assert.Equal("同意。\n王海涛\u30002025年5月20日", sheet.Cell("科室审核"));
        Assert.Equal("A类 已解决或基本解决", sheet.Cell("结果类别"));
        Assert.Equal("2025年6月17日", sheet.Cell("办理期限"));
    }

    [Fact]
    public async Task The_other_units_are_named_and_get_copies_unless_they_were_taken_out()
    {
        await using var bureau = await Bureau.OpenAsync();
        var file = await (await DeliveredAsync(bureau)).FileAsync();
        file.Case.OurRole = OurRole.LeadOrganizer;
        file.Case.Units.AddRange([Unit("区住建局", OtherUnitRole.CoOrganizer), Unit("区城管局", OtherUnitRole.CoOrganizer, removed: new DateOnly(2025, 4, 1))]);
        var letter = Printed.Open(Papers(bureau, file).Reply(null)?.Write() ?? []);
        Assert.Contains("经我局主办，区住建局会办，现答复如下：", letter.Whole, StringComparison.Ordinal);
        Assert.Contains("\u3000抄送：区政协提案委，区政府督查室，区住建局。", letter.Lines);
        Assert.DoesNotContain("区城管局", letter.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_opinion_goes_to_the_unit_that_leads()
    {
        await using var bureau = await Bureau.OpenAsync();
        var file = await (await DeliveredAsync(bureau)).FileAsync();
        file.Case.OurRole = OurRole.CoOrganizer;
        file.Case.Units.Add(Unit("区住建局", OtherUnitRole.LeadOrganizer));
        var known = file.Replies[0];
        var papers = Papers(bureau, file with
        {
            Replies = [new WrittenReply { Id = known.Id, CaseId = known.CaseId, Round = 1, Kind = ReplyKind.CoOrganizerOpinion, Body = "建议避开老码头。", DocumentNumber = "云经旅提函〔2025〕3号", DrafterId = known.DrafterId }],
        });
        var opinion = Printed.Open(papers.Opinion(null)?.Write() ?? []);
        Assert.Contains("区住建局：", opinion.Lines);
        Assert.Contains("云经旅提函〔2025〕3号", opinion.Lines);
        Assert.Null(papers.Reply(null));
        Assert.Null(papers.Form(null));
        Assert.Equal("区住建局", Printed.Open(papers.Sheet(null)?.Write() ?? []).Cell("主送"));
    }

    [Fact]
    public async Task A_draft_left_as_it_was_proposed_prints_as_the_letter_itself_would_word_it()
    {
        await using var bureau = await Bureau.OpenAsync();
        var file = await (await DeliveredAsync(bureau)).FileAsync();
        var body = Papers(bureau, file).Skeleton().Replace("\n\u3000\u3000\n", "\n\u3000\u3000已推出两条线路。\n", StringComparison.Ordinal);
        file.Case.OurRole = OurRole.LeadOrganizer;
        file.Case.Units.Add(Unit("区住建局", OtherUnitRole.CoOrganizer));
        var known = file.Replies[0];
        var papers = Papers(bureau, file with { Replies = [new WrittenReply { Id = known.Id, CaseId = known.CaseId, Round = 1, Body = body, ResultClass = "A", DrafterId = known.DrafterId }] });

        var letter = Printed.Open(papers.Reply(null)?.Write() ?? []);

        Assert.Equal(1, letter.Lines.Count(line => line.Contains("收悉", StringComparison.Ordinal)));
        Assert.Contains("经我局主办，区住建局会办，现答复如下：", letter.Whole, StringComparison.Ordinal);
        Assert.Equal(1, letter.Lines.Count(line => line.StartsWith("感谢您", StringComparison.Ordinal)));
        Assert.Contains("已推出两条线路。", letter.Lines);
    }

    [Fact]
    public async Task Who_only_seconded_gets_no_copy()
    {
        await using var bureau = await Bureau.OpenAsync();
        var file = await (await DeliveredAsync(bureau, new ProposerEntry("单晓峰", ProposerRole.Seconder))).FileAsync();
        Assert.Equal(1, Printed.Open(Papers(bureau, file).Reply(null)?.Write() ?? []).Copies);
    }

    private static async Task<CaseDriver> DeliveredAsync(Bureau bureau, params IReadOnlyList<ProposerEntry> more)
    {
        var driver = await new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17), more));
        await driver.AcceptedAsync();
        await driver.MeetAsync(ContactKind.Visit, 3, 28);
        await driver.MeetAsync(ContactKind.Symposium, 4, 16);
        await driver.CheckedAsync(5, 20);
        return await driver.DeliveredAsync(6, 5);
    }

    private static CaseUnit Unit(string name, OtherUnitRole role, DateOnly? removed = null) => new() { Id = Guid.NewGuid(), Name = name, Role = role, RemovedOn = removed };

    private static CasePapers Papers(Bureau bureau, CaseFile file) => new(file, Samples.Us, bureau.Rules.Profile);
}
