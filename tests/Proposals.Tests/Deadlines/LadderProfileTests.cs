using System.Text.Json.Nodes;
using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>Ladders, rates and words of a profile: what nobody could act on is refused by its name and place, and what ships is as it was.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class LadderProfileTests
{
    private static RuleProfile Shipped => RuleBook.Shipped.Versions[0];

    private static RungRule Blue => new(RungLevel.Blue, 10, [Receiver.Handler]);

    private static RungRule Red => new(RungLevel.Red, 0, [Receiver.Principal]);

    public static TheoryData<string, Ladder[]> Unclimbable => new()
    {
        { "profile.kind-twice Reply 1 2", [new([DeadlineKind.Reply], [Red]), new([DeadlineKind.CoOpinion, DeadlineKind.Reply], [Red])] },
        { "profile.kind-twice Reply 1 1", [new([DeadlineKind.Reply, DeadlineKind.Reply], [Red])] },
        { "profile.no-ladder-of-its 1 Step", [new([DeadlineKind.Step], [Red])] },
        { "profile.no-ladder-of-its 2 ReplyHardLimit", [new([DeadlineKind.Reply], [Red]), new([DeadlineKind.ReplyHardLimit], [Red])] },
        { "profile.rung-twice 1 Blue", [new([DeadlineKind.Reply], [Blue, Blue with { WorkingDaysBefore = 8 }])] },
        { "profile.bad-rung-days 1 Blue -10", [new([DeadlineKind.Reply], [Blue with { WorkingDaysBefore = -10 }])] },
        { "profile.bad-rung-days 1 Blue 0", [new([DeadlineKind.Reply], [Blue with { WorkingDaysBefore = 0 }])] },
        { "profile.bad-rung-days 1 Blue 101", [new([DeadlineKind.Reply], [Blue with { WorkingDaysBefore = 101 }])] },
        { "profile.bad-rung-days 1 Red 1", [new([DeadlineKind.Reply], [Red with { WorkingDaysBefore = 1 }])] },
        { "profile.rungs-not-falling 1 Blue Yellow", [new([DeadlineKind.Reply], [new(RungLevel.Yellow, 11, [Receiver.DeputyLeader]), Blue, Red])] },
        { "profile.rungs-not-falling 1 Listed Blue", [new([DeadlineKind.Reply], [new(RungLevel.Listed, 9, []), Blue])] },
        { "profile.nobody-hears 1 Blue", [new([DeadlineKind.Reply], [Blue with { To = [] }])] },
        { "profile.nobody-hears 1 Red", [new([DeadlineKind.Reply], [Red with { To = [] }])] },
        { "profile.ladder-for-nothing 1", [new([], [Red])] },
        { "profile.no-rung 1", [new([DeadlineKind.Reply], [])] },
    };

    [Theory]
    [MemberData(nameof(Unclimbable))]
    public void A_ladder_nobody_can_climb_is_refused_with_its_place(string problem, Ladder[] ladders) =>
        Assert.Equal([problem], Problems(Shipped with { Ladder = Shipped.Ladder with { Ladders = ladders } }));

    [Fact]
    public void Promises_and_measures_may_have_a_ladder_two_rungs_may_share_a_day_and_no_ladder_at_all_is_a_choice()
    {
        var equal = new Ladder([DeadlineKind.Commitment, DeadlineKind.Measure], [new(RungLevel.Listed, 10, []), Blue, new(RungLevel.Yellow, 10, [Receiver.DeputyLeader])]);
        Assert.Empty(Problems(Shipped with { Ladder = Shipped.Ladder with { Ladders = [equal], Behind = [] } }));
        Assert.Empty(Problems(Shipped with { Ladder = Shipped.Ladder with { Ladders = [] } }));
    }

    [Fact]
    public void Only_what_shows_a_plan_can_lag_behind_it()
    {
        Assert.Empty(Problems(Shipped with { Ladder = Shipped.Ladder with { Behind = [.. LadderCheck.Behind] } }));
        Assert.Equal(["profile.not-behind Reply"], Problems(Shipped with { Ladder = Shipped.Ladder with { Behind = [DeadlineKind.Measure, DeadlineKind.Reply] } }));
        Assert.Equal(["profile.bad-hour 09:00:30.0000000"], Problems(Shipped with { Ladder = Shipped.Ladder with { From = new TimeOnly(9, 0, 30) } }));
    }

    public static TheoryData<string, string, string> Unreadable => new()
    {
        { "\"kinds\": [\n          \"Reply\",", "\"kinds\": [\n          \"Anniversary\",", "$.ladder.ladders[0].kinds[0]" },
        { "\"level\": \"Blue\"", "\"level\": \"Purple\"", "$.ladder.ladders[0].rungs[1].level" },
        { "\"level\": \"Blue\"", "\"level\": 1", "$.ladder.ladders[0].rungs[1].level" },
        { "\"DepartmentHead\"", "\"Neighbour\"", "$.ladder.ladders[0].rungs[1].to[1]" },
        { "\"workingDaysBefore\": 20", "\"workingDaysBefore\": 2.5", "$.ladder.ladders[0].rungs[0].workingDaysBefore" },
        { "\"from\": \"09:00:00\"", "\"from\": \"25:00:00\"", "$.ladder.from" },
        { "\"Consultation\": ", "\"Conversation\": ", "$.words.Conversation" },
        { "\"percent\": 75", "\"percent\": \"most\"", "$.rates.consultationTargets[1].percent" },
    };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void What_no_profile_knows_is_named_by_path_and_line(string was, string now, string path)
    {
        var text = RulesJson.Write(Shipped);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at > 0, was);
        var (profile, problems) = ProfileReader.Read(text[..at] + now + text[(at + was.Length)..], RuleBook.Shipped);
        Assert.Null(profile);
        var problem = Assert.Single(problems);
        Assert.Equal("profile.unreadable", problem.Code);
        Assert.Equal(path, problem.Arguments[0]);
        var line = text[..at].Count(letter => letter == '\n') + now.Count(letter => letter == '\n') + 1;
        Assert.Equal((long)line, problem.Arguments[1]);
    }

    [Theory]
    [InlineData("ladder", "{\"from\":\"09:00:00\",\"behind\":[],\"ladders\":[null]}", "profile.hole $.ladder.ladders")]
    [InlineData("ladder", "{\"from\":\"09:00:00\",\"behind\":[],\"ladders\":[{\"kinds\":[\"Reply\"],\"rungs\":[null]}]}", "profile.hole $.ladder.ladders[0].rungs")]
    [InlineData("ladder", "{\"from\":\"09:00:00\",\"behind\":[],\"ladders\":[{\"kinds\":[\"Reply\"]}]}", "profile.unreadable")]
    [InlineData("rates", "{\"consultationRates\":[1],\"consultationTargets\":[null],\"resolvedPercent\":50}", "profile.hole $.rates.consultationTargets")]
    [InlineData("words", "{\"Consultation\":null}", "profile.bad-word Consultation")]
    public void What_is_left_empty_is_refused_and_nothing_breaks(string name, string value, string problem)
    {
        var text = JsonNode.Parse(RulesJson.Write(Shipped))!.AsObject();
        text[name] = JsonNode.Parse(value);
        var (profile, problems) = ProfileReader.Read(text.ToJsonString(), RuleBook.Shipped);
        Assert.Null(profile);
        Assert.StartsWith(problem, $"{problems[0].Code} {string.Join(' ', problems[0].Arguments)}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_is_asked_for_once_and_a_target_lies_between_nothing_and_all()
    {
        Assert.Equal(["profile.bad-rate 0"], Problems(With(Shipped.Rates with { ConsultationRates = [0, 1] })));
        Assert.Equal(["profile.bad-rate 2"], Problems(With(Shipped.Rates with { ConsultationRates = [2, 2] })));
        Assert.Equal(["profile.bad-rate 21"], Problems(With(Shipped.Rates with { ConsultationRates = [1, 21] })));
        Assert.Equal(["profile.bad-percent 101"], Problems(With(Shipped.Rates with { ConsultationTargets = [new(0, 101)] })));
        Assert.Equal(["profile.targets-not-rising 11"], Problems(With(Shipped.Rates with { ConsultationTargets = [new(11, 100), new(11, 75)] })));
        Assert.Equal(["profile.targets-not-rising -1"], Problems(With(Shipped.Rates with { ConsultationTargets = [new(-1, 75)] })));
        Assert.Equal(["profile.bad-percent -1"], Problems(With(Shipped.Rates with { ResolvedPercent = -1 })));
        Assert.Empty(Problems(With(new RateRules { ConsultationRates = [], ConsultationTargets = [], ResolvedPercent = null })));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, 100)]
    [InlineData(10, 100)]
    [InlineData(11, 75)]
    [InlineData(49, 75)]
    [InlineData(50, 50)]
    [InlineData(5000, 50)]
    public void The_load_of_the_year_says_what_share_must_be_consulted(int items, int? percent) =>
        Assert.Equal(percent, Shipped.Rates.TargetFor(items)?.Percent);

    [Fact]
    public void A_word_is_short_and_never_blank_and_one_left_out_is_said_as_it_ships()
    {
        Assert.Equal(["profile.bad-word Consultation  "], Problems(Shipped with { Words = new Dictionary<OfficeWord, string> { [OfficeWord.Consultation] = " " } }));
        Assert.Equal(["profile.bad-word Consultation 当面听取委员的意见"], Problems(Shipped with { Words = new Dictionary<OfficeWord, string> { [OfficeWord.Consultation] = "当面听取委员的意见" } }));
        var own = Shipped with { Words = new Dictionary<OfficeWord, string> { [OfficeWord.Consultation] = "见面沟通" } };
        Assert.Empty(Problems(own));
        Assert.Equal(("见面沟通", "独办"), (own.WordOf(OfficeWord.Consultation), own.WordOf(OfficeWord.SoleOrganizer)));
    }

    [Fact]
    public void A_version_published_before_ladders_rates_and_words_means_what_ships()
    {
        var old = JsonNode.Parse(RulesJson.Write(Shipped))!.AsObject();
        foreach (var name in new[] { "ladder", "rates", "words" })
            Assert.True(old.Remove(name));
        Assert.Equal(RulesJson.Write(Shipped), RulesJson.Write(RulesJson.ReadStored(old.ToJsonString())));
    }

    private static RuleProfile With(RateRules rates) => Shipped with { Rates = rates };

    private static string[] Problems(RuleProfile profile) =>
        [.. ProfileReader.Read(RulesJson.Write(profile), RuleBook.Shipped).Problems.Select(problem => $"{problem.Code} {string.Join(' ', problem.Arguments)}")];
}
