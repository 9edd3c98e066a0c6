using Proposals.Acts;
using Proposals.Audit;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Deadlines;

/// <summary>Versions of the rules: checked whole, in force from their day on, and no case changes its version by itself.</summary>
public sealed class RuleProfileTests
{
    private static readonly DateTimeOffset Now = OfficeClock.At(new DateOnly(2025, 4, 1), new TimeOnly(9, 0));

    private static RuleProfile Shipped => RuleBook.Shipped.Versions[0];

    [Fact]
    public void What_ships_has_no_problem_and_survives_its_export() =>
        Assert.Equal(RulesJson.Write(Shipped), RulesJson.Write(ProfileReader.Read(RulesJson.Write(Shipped), RuleBook.Shipped).Profile!));

    public static TheoryData<string, string, string> Broken => new()
    {
        { "\"Reply\": \"3m\"", "\"Reply\": \"-3m\"", "profile.bad-term Reply -3m" },
        { "\"Reply\": \"3m\"", "\"Reply\": \"0wd\"", "profile.bad-term Reply 0wd" },
        { "\"Reply\": \"3m\"", "\"Replay\": \"3m\"", "profile.unreadable" },
        { "\"Reply\": \"3m\",", "", "profile.term-missing Reply" },
        { "\"Reply\": \"3m\"", "\"Reply\": \"9m\"", "profile.beyond-hard-limit 9m 6m" },
        { "\"Reply\": \"3m\"", "\"Reply\": \"CoOpinion-5d\"", "" },
        { "\"CoOpinion\": \"1m\"", "\"CoOpinion\": \"Commitment-5d\"", "profile.bad-term CoOpinion Commitment-5d" },
        { "\"CoOpinion\": \"1m\"", "\"CoOpinion\": \"CoOpinion-5d\"", "profile.circle CoOpinion" },
        { "\"Handover\": \"3wd\"", "\"Handover\": \"3wd\", \"Step\": \"5wd\"", "profile.no-term-of-its Step" },
        { "\"calendar\": \"china\"", "\"calendar\": \"mars\"", "rules.no-such-calendar mars" },
        { "\"kinds\": [\n      \"Reply\"\n    ]", "\"kinds\": [ \"Commitment\" ]", "profile.not-extendable Commitment" },
        { "\"lateEntryAfter\": \"3wd\"", "\"lateEntryAfter\": \"soon\"", "profile.bad-late-entry soon" },
        { "\"blueWorkingDays\": 10", "\"blueWorkingDays\": 3", "profile.bad-lights" },
        { "\"required\": 2", "\"required\": -1", "profile.bad-count -1" },
        { "{serial}号", "号", "profile.bad-number 云经旅提〔{year}〕号" },
        { "\"code\": \"B\"", "\"code\": \"A\"", "profile.class-twice A" },
        { "\"name\": \"HZ-default\"", "\"name\": \"\"", "act.missing" },
        { "\"name\": \"HZ-default\"", "\"nome\": \"HZ-default\"", "profile.unreadable" },
        { "{", "[", "profile.unreadable" },
        { "\"documentNumber\": \"", "\"documentNumber\": null, \"x\": \"", "profile.unreadable" },
        { "\"Visit\"", "99", "profile.unreadable" },
        { "\"区政府督查室\"", "null", "profile.hole $.copiesTo" },
        { "\"code\": \"A\",", "", "profile.unreadable" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_cannot_be_lived_by_is_refused_with_its_place(string was, string now, string problem)
    {
        var text = RulesJson.Write(Shipped);
        Assert.Contains(was, text, StringComparison.Ordinal);
        var at = text.IndexOf(was, StringComparison.Ordinal);
        var (profile, problems) = ProfileReader.Read(text[..at] + now + text[(at + was.Length)..], RuleBook.Shipped);
        Assert.Equal(problem.Length == 0, profile is not null);
        if (problem.Length > 0)
            Assert.Contains(problems, known => $"{known.Code} {string.Join(' ', known.Arguments)}".StartsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_terms_that_count_back_from_each_other_are_a_circle()
    {
        var (_, problems) = ProfileReader.Read(RulesJson.Write(With((DeadlineKind.Reply, "CoOpinion-5d"), (DeadlineKind.CoOpinion, "Reply-20d"))), RuleBook.Shipped);
        Assert.Equal(["profile.circle", "profile.circle"], problems.Select(problem => problem.Code));
    }

    [Fact]
    public void Whatever_bytes_come_nothing_is_thrown_and_nothing_bad_is_taken()
    {
        var (text, random) = (RulesJson.Write(Shipped), new Random(6));
        for (var turn = 0; turn < 3000; turn++)
        {
            var letters = text.ToCharArray();
            for (var hit = random.Next(1, 4); hit > 0; hit--)
                letters[random.Next(letters.Length)] = (char)random.Next(32, 126);
            var (profile, problems) = ProfileReader.Read(new string(letters), RuleBook.Shipped);
            Assert.Equal(profile is null, problems.Count > 0);
        }
    }

    [Fact]
    public async Task A_new_version_holds_for_what_is_assigned_from_its_day_on_and_the_others_keep_theirs()
    {
        await using var bureau = await Bureau.OpenAsync();
        var old = new CaseDriver(bureau);
        await old.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await PublishAsync(bureau, With((DeadlineKind.Reply, "2m"), (DeadlineKind.FirstContact, "10wd")) with { EffectiveFrom = new DateOnly(2025, 4, 1) });
        var before = new CaseDriver(bureau);
        await before.RegisterAsync(CaseDriver.Registration("259", new DateOnly(2025, 3, 31)));
        var after = new CaseDriver(bureau);
        await after.RegisterAsync(CaseDriver.Registration("260", new DateOnly(2025, 4, 1)));

        Assert.Equal((1, new DateOnly(2025, 6, 17)), await StandAsync(old));
        Assert.Equal((1, new DateOnly(2025, 6, 30)), await StandAsync(before));
        Assert.Equal((2, new DateOnly(2025, 6, 1)), await StandAsync(after));
        Assert.Null(await bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync("rule-profile", TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task Moved_on_purpose_a_case_gets_the_new_terms_as_the_preview_said_and_keeps_what_was_met()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        var next = With((DeadlineKind.Reply, "2m"), (DeadlineKind.InternalAllocation, "3wd"), (DeadlineKind.CoOpinion, "Reply-20d")) with { EffectiveFrom = new DateOnly(2025, 4, 1) };
        var preview = await bureau.WithAsync<Redating, IReadOnlyList<MovedLine>>(redating => redating.PreviewAsync(next, Now, TestContext.Current.CancellationToken));
        await PublishAsync(bureau, next);
        story.On(4, 2);
        Assert.Equal("act.not-entitled", (await story.TryAsync("郑宁", new ApplyRules(2, "新办法施行"))).Refusal?.Code);
        Assert.Equal("rules.no-such-version", (await story.TryAsync("俞敏", new ApplyRules(3, "新办法施行"))).Refusal?.Code);
        Assert.Equal("act.missing", (await story.TryAsync("俞敏", new ApplyRules(2, ""))).Refusal?.Code);

        var outcome = await story.TryAsync("俞敏", new ApplyRules(2, "新办法施行"));
        Assert.Null(outcome.Refusal);
        Assert.Equal([new MovedDate(DeadlineKind.Reply, new DateOnly(2025, 6, 17), new DateOnly(2025, 5, 17))], outcome.Moved);
        Assert.Equal(outcome.Moved, preview.Select(line => new MovedDate(line.Kind, line.Before, line.After)));
        Assert.Equal((2, new DateOnly(2025, 5, 17)), await StandAsync(story));
        Assert.Equal(new DateOnly(2025, 3, 31), (await story.FileAsync()).Deadlines.Single(line => line.Kind == DeadlineKind.InternalAllocation).DueOn);
    }

    [Fact]
    public async Task Moved_to_rules_that_ask_for_fewer_consultations_a_case_is_not_asked_for_more()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        await story.MeetAsync(ContactKind.Visit, 3, 28);
        await PublishAsync(bureau, Shipped with { EffectiveFrom = new DateOnly(2025, 4, 1), Consultations = Shipped.Consultations with { Required = 1 } });
        Assert.Contains("面商", await story.WaitsForAsync());
        await story.On(4, 2).DoAsync("俞敏", new ApplyRules(2, "新办法施行"));
        Assert.Equal(["拟复函"], await story.WaitsForAsync());
    }

    [Fact]
    public async Task A_version_not_yet_in_force_waits_for_its_day()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await PublishAsync(bureau, Shipped with { EffectiveFrom = new DateOnly(2025, 7, 1) });
        Assert.Equal("rules.no-such-version", (await story.TryAsync("俞敏", new ApplyRules(2, "提前试用"))).Refusal?.Code);
        await bureau.WithAsync<RuleShelf, bool>(async shelf =>
        {
            await shelf.RefreshAsync(new DateOnly(2025, 6, 30), TestContext.Current.CancellationToken);
            return true;
        });
        Assert.Equal(1, bureau.Rules.Profile.Version);
        bureau.Rules.Take(bureau.Rules.Book, new DateOnly(2025, 7, 1));
        Assert.Equal(2, bureau.Rules.Profile.Version);
    }

    private static RuleProfile With(params (DeadlineKind Kind, string Term)[] changes)
    {
        var terms = new Dictionary<DeadlineKind, string>(Shipped.Terms);
        foreach (var (kind, term) in changes)
            terms[kind] = term;
        return Shipped with { Terms = terms };
    }

    private static async Task PublishAsync(Bureau bureau, RuleProfile profile) => Assert.Null(await bureau.WithAsync<RuleActs, Refusal?>(acts =>
        acts.PublishAsync(bureau.Id("许婧"), bureau.Rules.Book.Revision, profile, "按新办法修改", Now, TestContext.Current.CancellationToken)));

    private static async Task<(int Version, DateOnly? Reply)> StandAsync(CaseDriver story)
    {
        var subject = await story.CaseAsync();
        return (subject.RulesVersion, subject.ReplyDueOn);
    }
}
