using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <param name="What">What happened.</param>
/// <param name="Why">By which rule, and who did it.</param>
/// <param name="On">The date that the sum has come to.</param>
public sealed record SumRow(string What, string? Why, DateOnly On);

/// <summary>期限怎么算的: the sum of one line, told step by step.</summary>
public sealed class SumWords(OfficeRules rules, DueWords due, DeadlineWords lines, Acts.RefusalWords words, IStringLocalizer<HandlingText> text)
{
    /// <summary>A holiday of a week is one word.</summary>
    private const int MostDaysNamed = 12;

    public IReadOnlyList<SumRow> Of(CaseFile file, Deadline line)
    {
        ArgumentNullException.ThrowIfNull(file);
        var sums = new LineSums(file.Ledger, rules.Of(file.Case), file.Times);
        return [.. sums.Of(line).Lines.Select(part => new SumRow(What(file, line, part), Why(file, line, part), part.DueOn))];
    }

    private string What(CaseFile file, Deadline line, DueLine part) => part.Reason switch
    {
        DueReason.Started => text["Sum_Started", DateText.InSentence(part.On), lines.StartWord(file, line)],
        DueReason.Counted => text["Sum_Counted", due.TermText(line.Term)],
        DueReason.CountedBack => text["Sum_CountedBack", words.Label(TermRule.Parse(line.Term ?? "").BackFrom ?? line.Kind), DateText.InSentence(part.On), due.TermText(TermRule.Parse(line.Term ?? "").Term.ToString())],
        DueReason.NotBeforeStart => text["Sum_NotBeforeStart"],
        DueReason.Named => text["Sum_Named", DateText.InSentence(part.DueOn)],
        DueReason.Rolled => text["Sum_Rolled", DateText.InSentence(part.On)],
        DueReason.Granted => text["Sum_Granted", DateText.InSentence(part.DueOn)],
        DueReason.Waited => text["Sum_Waited", DateText.InSentence(PauseOf(file, part)?.PausedOn ?? part.On), DateText.InSentence(part.On), Left(line, part)],
        DueReason.StandsStill => text["Sum_StandsStill", DateText.InSentence(part.On), Left(line, part)],
        _ => text["Sum_NoLater"],
    };

    private string? Why(CaseFile file, Deadline line, DueLine part) => part.Reason switch
    {
        DueReason.Counted or DueReason.CountedBack => string.Join(text["Semicolon"], ByRule(line, part)),
        DueReason.Granted when file.Extensions.FirstOrDefault(request => request.Id == part.Source) is { } asked => text["Sum_GrantedWhy",
            file.NameOf(asked.RequestedById), DateText.InSentence(asked.RequestedOn), file.NameOf(asked.DecidedById), Day(asked.DecidedOn),
            Day(asked.AnsweredOn), Day(asked.ExplainedOn), asked.Reason].Value,
        DueReason.Waited or DueReason.StandsStill when PauseOf(file, part) is { } pause => text["Sum_PauseWhy", file.NameOf(pause.PausedById), pause.Reason, pause.LegalBasis].Value,
        _ => null,
    };

    /// <summary>The rule, and the days on the way that are not what their weekday says.</summary>
    private IEnumerable<string> ByRule(Deadline line, DueLine part)
    {
        if (line.Kind == DeadlineKind.Step)
            yield return text["Sum_Drawn"];
        else if (line.Profile.Split('/') is [var name, var version])
            yield return text["Sum_Rule", name, version];
        if (TermRule.Parse(line.Term ?? "").Term.Unit != TermUnit.WorkingDays)
            yield break;
        var (from, to) = part.On < part.DueOn ? (part.On, part.DueOn) : (part.DueOn, part.On);
        var exceptions = rules.Calendar.ExceptionsBetween(from, to);
        if (Days(exceptions.Where(day => day.IsOff && day.Date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))) is { Length: > 0 } off)
            yield return text["Sum_Off", off];
        if (Days(exceptions.Where(day => !day.IsOff)) is { Length: > 0 } worked)
            yield return text["Sum_Worked", worked];
    }

    private string Days(IEnumerable<CalendarDay> days) =>
        string.Join(text["Comma"], days.GroupBy(day => day.Name).Take(MostDaysNamed).Select(holiday => $"{holiday.Key} {string.Join(' ', holiday.Select(day => DateText.InTable(day.Date)[5..]))}"));

    private string Left(Deadline line, DueLine part) =>
        due.TermText(new Term(TermRule.TryParse(line.Term, out var rule) && rule.Term.Unit == TermUnit.WorkingDays ? TermUnit.WorkingDays : TermUnit.CalendarDays, part.Amount).ToString());

    private static string Day(DateOnly? day) => day is { } known ? DateText.InSentence(known) : "";

    private static ClockPause? PauseOf(CaseFile file, DueLine part) => file.Times.Pauses.FirstOrDefault(pause => pause.Id == part.Source);
}
