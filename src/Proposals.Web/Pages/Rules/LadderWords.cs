using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Rules;

/// <summary>督办梯次 told in sentences; two of them are compared by what a deadline gets at each level, however they are grouped.</summary>
public sealed class LadderWords(RefusalWords labels, IStringLocalizer<RulesText> text)
{
    private string Comma => text["Comma"];

    /// <summary>The hour and what counts as behind; then each ladder as one sentence.</summary>
    public IReadOnlyList<RuleRow> Rows(LadderRules rules) => [.. Common(rules), .. rules.Ladders.Select(ladder => new RuleRow(Kinds(ladder.Kinds), Sentence(ladder)))];

    public IEnumerable<ChangedRule> Changes(LadderRules before, LadderRules after)
    {
        foreach (var (was, now) in Common(before).Zip(Common(after)).Where(pair => pair.First != pair.Second))
            yield return new ChangedRule(was.Label, was.Value, now.Value);
        foreach (var level in Enum.GetValues<RungLevel>())
        {
            var moved = LadderCheck.Kinds.Select(kind => (Kind: kind, Was: Rung(before, kind, level), Now: Rung(after, kind, level))).Where(row => row.Was != row.Now);
            foreach (var alike in moved.GroupBy(row => (row.Was, row.Now)))
                yield return new ChangedRule(text["Ladder_Changed", Kinds(alike.Select(row => row.Kind)), labels.Label(level)], alike.Key.Was, alike.Key.Now);
        }
    }

    private IReadOnlyList<RuleRow> Common(LadderRules rules) =>
    [
        new(text["Ladder_From"], text["Ladder_NotBefore", $"{rules.From:HH:mm}"]),
        new(text["Ladder_Behind"], rules.Behind.Count == 0 ? text["Profile_None"] : text["Ladder_BehindWhat", Kinds(rules.Behind)]),
    ];

    private string Sentence(Ladder ladder)
    {
        var parts = new List<string>();
        foreach (var rung in ladder.Rungs.OrderBy(rung => rung.Level))
        {
            var what = rung.To.Count == 0 ? labels.Label(rung.Level) : text["Ladder_To", labels.Label(rung.Level), Receivers(rung)].Value;
            parts.Add(rung.Level == RungLevel.Red ? text["Ladder_Red", what] : text[parts.Count == 0 ? "Ladder_First" : "Ladder_Next", rung.WorkingDaysBefore, what]);
        }

        return string.Join(text["Ladder_Then"], parts);
    }

    private string Rung(LadderRules rules, DeadlineKind kind, RungLevel level)
    {
        if (rules.Of(kind)?.Of(level) is not { } rung)
            return "—";
        string when = level == RungLevel.Red ? text["Ladder_After"] : text["Ladder_DaysBefore", rung.WorkingDaysBefore];
        return rung.To.Count == 0 ? when : text["Ladder_To", when, Receivers(rung)];
    }

    private string Kinds(IEnumerable<DeadlineKind> kinds) => string.Join(Comma, kinds.Distinct().Order().Select(kind => labels.Label(kind)));

    private string Receivers(RungRule rung) => string.Join(Comma, rung.To.Distinct().Order().Select(receiver => labels.Label(receiver)));
}
