using DocumentFormat.OpenXml.Wordprocessing;
using Proposals.Intake;
using Proposals.Papers;

namespace Proposals.Tests.Papers;

[Trait("Asks", "NoDatabase")]
public sealed class ReplyLetterTests
{
    [Fact]
    public void A_reply_to_a_member_says_proposal_and_member()
    {
        var paper = Printed.Open(Samples.Reply().Write());
        Assert.Contains("类别：A", paper.Heads);
        Assert.Contains("云经旅提〔2025〕1号", paper.Lines);
        Assert.Contains("关于区政协十五届五次会议第258号提案的答复", paper.Lines);
        Assert.Contains("尊敬的陈启明委员：", paper.Lines);
        Assert.Contains("您在区政协十五届五次会议上提出的《关于加快发展商旅文紧密结合的旅游产业的提案》（第258号提案）收悉。该提案由我局独办，现答复如下：", paper.Lines);
        Assert.Contains("2025年6月3日", paper.Lines);
        Assert.Contains("（联系人：郑宁，联系电话：0571-86001234）", paper.Lines);
        Assert.Contains("附件：征询意见表", paper.Lines);
        Assert.Contains("\u3000抄送：区政协提案委。", paper.Lines);
        Assert.DoesNotContain("代表", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reply_to_a_deputy_says_suggestion_and_deputy()
    {
        var paper = Printed.Open((Samples.Reply(Samples.Suggestion, to: new Addressee("吕素琴")) with { Copies = [] }).Write());
        Assert.Contains("关于区十六届人大五次会议第12号建议的答复", paper.Lines);
        Assert.Contains("尊敬的吕素琴代表：", paper.Lines);
        Assert.DoesNotContain("提案", paper.Whole.Replace("云经旅提", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("委员", paper.Whole, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ItemKind.Motion, false, "关于区十六届人大五次会议第12号议案的答复")]
    [InlineData(ItemKind.Suggestion, true, "关于2025年闭会期间第12号建议的答复")]
    [InlineData(ItemKind.CppccProposal, true, "关于2025年平时第12号提案的答复")]
    public void The_title_follows_the_kind_and_the_time(ItemKind kind, bool isInterSession, string title) =>
        Assert.Equal(title, LetterWords.ReplyTitle(Samples.Suggestion with { Kind = kind, IsInterSession = isInterSession }));

    [Fact]
    public void The_lead_names_the_units_that_gave_an_opinion()
    {
        var letter = Samples.Reply(role: OurRole.LeadOrganizer);
        var paper = Printed.Open((letter with { Part = letter.Part with { OtherUnits = ["区住建局", "区文广局"] } }).Write());
        Assert.Contains("收悉。经我局主办，区住建局、区文广局会办，现答复如下：", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_split_item_is_answered_for_our_own_part_only()
    {
        var letter = Samples.Reply(Samples.Suggestion, OurRole.SplitHandling);
        var paper = Printed.Open((letter with { Part = letter.Part with { OtherUnits = ["区城管局"] } }).Write());
        Assert.Contains("该建议由我局与区城管局分别办理，现就我局职责范围内的事项答复如下：", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_round_says_that_it_answers_again()
    {
        var letter = Samples.Reply();
        Assert.Contains("办理结果的意见收悉。我局重新研究办理，现再次答复如下：", Printed.Open((letter with { Part = letter.Part with { Round = 2 } }).Write()).Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_of_several_proposers_gets_a_copy_of_his_own()
    {
        var paper = Printed.Open(Samples.Reply(Samples.Suggestion, to: [new("吕素琴"), new("范建国"), new("施雯")]).Write());
        Assert.Equal(3, paper.Copies);
        Assert.Equal(["尊敬的吕素琴代表：", "尊敬的范建国代表：", "尊敬的施雯代表："], paper.Lines.Where(line => line.StartsWith("尊敬的", StringComparison.Ordinal)));
        Assert.All(paper.Body.Descendants<SectionProperties>(), section => Assert.Equal(1, section.GetFirstChild<PageNumberType>()?.Start?.Value));
    }

    [Fact]
    public void A_unit_is_written_to_as_a_unit()
    {
        var paper = Printed.Open(Samples.Reply(to: new Addressee("民建区基层委", IsUnit: true)).Write());
        Assert.Contains("民建区基层委：", paper.Lines);
        Assert.Contains("感谢贵单位对我局工作的关心和支持，欢迎继续提出宝贵意见。", paper.Lines);
        Assert.DoesNotContain("您", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_typed_whole_is_not_said_twice()
    {
        var letter = Samples.Reply(Samples.Suggestion, OurRole.LeadOrganizer, to: [new("吕素琴"), new("范建国")]);
        var typed = "尊敬的吕素琴、范建国代表：\n\u3000\u3000" + LetterWords.Opening(Samples.Suggestion, letter.Part, new("吕素琴"))
            + "\n\u3000\u3000我局已划定时段。\n\u3000\u3000" + LetterWords.Closing(Samples.Us, new("吕素琴"));
        var paper = Printed.Open((letter with { Body = typed, Part = letter.Part with { OtherUnits = ["区城管局"] } }).Write());
        Assert.Equal(2, paper.Lines.Count(line => line.StartsWith("尊敬的", StringComparison.Ordinal)));
        Assert.DoesNotContain("、范建国", paper.Whole, StringComparison.Ordinal);
        Assert.Equal(2, paper.Lines.Count(line => line.Contains("收悉。经我局主办，区城管局会办", StringComparison.Ordinal)));
        Assert.Equal(2, paper.Lines.Count(line => line.StartsWith("感谢您", StringComparison.Ordinal)));
    }

    [Fact]
    public void What_the_draft_was_begun_with_is_worded_for_whoever_reads_it()
    {
        var begun = "民建区基层委：\n\u3000\u3000您在区政协十五届五次会议上提出的《关于加快发展商旅文紧密结合的旅游产业的提案》（第258号提案）收悉。现答复如下：\n\u3000\u3000已推出两条线路。\n\u3000\u3000感谢您对我局工作的关心和支持，欢迎继续提出宝贵意见。";
        var paper = Printed.Open(Samples.Reply(body: begun, to: new Addressee("民建区基层委", IsUnit: true)).Write());
        Assert.Equal(1, paper.Lines.Count(line => line == "民建区基层委："));
        Assert.Contains("（第258号提案）收悉。该提案由我局独办，现答复如下：", paper.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("您", paper.Whole, StringComparison.Ordinal);
    }

    [Fact]
    public void An_opening_of_the_drafters_own_stands()
    {
        var paper = Printed.Open(Samples.Reply(body: "您关于旅游的提案收悉，我局高度重视。\n已推出两条线路。").Write());
        Assert.Contains("您关于旅游的提案收悉，我局高度重视。", paper.Lines);
        Assert.Equal(1, paper.Lines.Count(line => line.Contains("收悉", StringComparison.Ordinal)));
    }

    [Fact]
    public void Headings_are_told_from_text()
    {
        var paper = Printed.Open(Samples.Reply(body: "一、关于统一规划\n（一）健全机制\n1.每季度研究一次。\n二、关于线路。已推出两条。\n十分感谢支持、理解。").Write());
        Assert.Equal("PaperHeading1", Printed.StyleOf(paper.Line("一、关于统一规划")));
        Assert.Equal("PaperHeading2", Printed.StyleOf(paper.Line("（一）健全机制")));
        Assert.Equal("PaperText", Printed.StyleOf(paper.Line("1.每季度研究一次。")));
        Assert.Equal("PaperText", Printed.StyleOf(paper.Line("十分感谢支持、理解。")));
        Assert.Equal(["二、关于线路。", "已推出两条。"], paper.Line("二、关于线路。已推出两条。").Elements<Run>().Select(run => run.InnerText));
        Assert.Equal("PaperHeading1Run", paper.Line("二、关于线路。已推出两条。").Elements<Run>().First().RunProperties?.RunStyle?.Val?.Value);
    }

    [Fact]
    public void A_draft_says_so_and_leaves_number_and_date_open()
    {
        var paper = Printed.Open((Samples.Reply() with { SignedOn = null, DocumentNumber = null, ContactPerson = "", ContactPhone = "", Copies = [] }).Write());
        Assert.Contains("送审稿类别：A", paper.Heads);
        Assert.Contains("\u3000\u3000年\u3000月\u3000日", paper.Lines);
        Assert.DoesNotContain("联系人", paper.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("抄送", paper.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain("送审稿", string.Concat(Printed.Open(Samples.Reply().Write()).Heads), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_is_that_of_official_documents()
    {
        var section = Printed.Open(Samples.Reply().Write()).Body.Descendants<SectionProperties>().Single();
        var (size, margin) = (section.GetFirstChild<PageSize>(), section.GetFirstChild<PageMargin>());
        Assert.Equal((11906u, 16838u), (size?.Width?.Value ?? 0, size?.Height?.Value ?? 0));
        Assert.Equal((2098, 1587u), (margin?.Top?.Value ?? 0, margin?.Left?.Value ?? 0));
        // 22 lines of 28.95 points and 28 characters of 15.75 points fit between the margins.
        Assert.InRange(16838 - 2098 - (margin?.Bottom?.Value ?? 0) - (22 * 579), 0, 578);
        Assert.InRange(11906 - 1587 - (int)(margin?.Right?.Value ?? 0) - (28 * 315), 0, 314);
    }

    [Fact]
    public void A_long_reply_numbers_its_pages_and_never_signs_alone()
    {
        var letter = Samples.Reply(body: string.Join('\n', Enumerable.Repeat("我局围绕商旅文融合开展了全区资源普查，纳入全区旅游发展规划，并按季度更新，向社会公布。", 40)));
        var paper = Printed.Open(letter.Write());
        Assert.Equal(2, paper.Feet.Count(foot => foot.Replace(" PAGE ", "", StringComparison.Ordinal) == "— 1 —"));
        var tail = paper.Body.Elements<Paragraph>().SkipWhile(line => !line.InnerText.StartsWith("感谢您", StringComparison.Ordinal)).ToList();
        Assert.Contains(tail, line => line.InnerText == "2025年6月3日");
        Assert.All(tail.TakeWhile(line => line.InnerText != "2025年6月3日"), line => Assert.NotNull(line.ParagraphProperties?.KeepNext));
    }

    [Fact]
    public void Whatever_people_typed_the_file_stays_valid()
    {
        var letter = new ReplyLetter(
            Samples.Proposal with { Number = Samples.Hostile, Subject = Samples.Hostile + Samples.LongWord },
            new ReplyPart(new PaperIssuer(Samples.Hostile + "局"), OurRole.LeadOrganizer) { OtherUnits = [Samples.Hostile, ""] },
            [new(Samples.Hostile), new("", true)],
            string.Join("\r\n\u2028", Samples.Hostile, "", "一、" + Samples.Hostile, "（一）" + Samples.LongWord, "尊敬的"))
        {
            ResultClass = Samples.Hostile,
            DocumentNumber = Samples.Hostile,
            ContactPerson = Samples.Hostile,
            Copies = [Samples.Hostile],
        };
        var paper = Printed.Open(letter.Write());
        Assert.Equal(2, paper.Copies);
        Assert.Contains("😀𠮷", paper.Whole, StringComparison.Ordinal);
        Assert.DoesNotContain(paper.Whole, sign => char.IsControl(sign) && sign != '\n');
    }
}
