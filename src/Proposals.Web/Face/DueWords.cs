using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Face;

/// <summary>How far a date is, in working days: 今日到期 · 还剩3个工作日 · 已超期2个工作日.</summary>
public sealed class DueWords(OfficeRules rules, IStringLocalizer<LabelText> labels)
{
    public string Distance(DateOnly due, DateOnly today)
    {
        if (due == today)
            return labels["Due_Today"];
        var days = rules.Calendar.WorkingDaysBetween(today, due);
        return due > today
            ? days == 0 ? labels["Due_NoWorkingDayLeft"] : labels["Due_Left", days]
            : days == 0 ? labels["Due_JustPassed"] : labels["Due_Over", -days];
    }

    /// <summary>3月31日（还剩4个工作日）.</summary>
    public string DateAndDistance(DateOnly due, DateOnly today) => labels["Due_DateAndDistance", DateText.Near(due, today), Distance(due, today)];

    /// <summary>10wd as 10个工作日, 3m as 3个月.</summary>
    public string TermText(string? term) => !TermRule.TryParse(term, out var rule) ? labels["Term_Promised"]
        : rule.BackFrom is { } other ? labels["Term_Back", labels[$"DeadlineKind_{other}"].Value, TermText(rule.Term)].Value
        : TermText(rule.Term);

    private string TermText(Term term) => labels[$"Term_{term.Unit}", term.Amount, term.Day];
}
