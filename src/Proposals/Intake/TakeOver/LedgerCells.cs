using System.Text.RegularExpressions;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;
using Proposals.Reply;

namespace Proposals.Intake.TakeOver;

/// <summary>Cells of a ledger that hold more than a name: a rating, a day with a word beside it, a promise with its dates.</summary>
internal static partial class LedgerCells
{
    private static readonly (string Word, ContactKind Kind)[] Kinds =
    [
        ("座谈", ContactKind.Symposium), ("踏勘", ContactKind.SiteInspection), ("现场", ContactKind.SiteInspection), ("考察", ContactKind.SiteInspection), ("调研", ContactKind.SiteInspection),
        ("请来", ContactKind.Invitation), ("来访", ContactKind.Invitation), ("面谈", ContactKind.Invitation), ("电话", ContactKind.Phone), ("线上", ContactKind.Online), ("微信", ContactKind.Online), ("视频", ContactKind.Online),
        ("信函", ContactKind.Letter), ("书信", ContactKind.Letter), ("邮件", ContactKind.Letter), ("走访", ContactKind.Visit), ("上门", ContactKind.Visit), ("拜访", ContactKind.Visit),
    ];

    private static readonly (string Word, DeliveryWay Way)[] Ways =
    [
        ("上门", DeliveryWay.HandedOver), ("面送", DeliveryWay.HandedOver), ("当面", DeliveryWay.SignedFor), ("签收", DeliveryWay.SignedFor), ("邮寄", DeliveryWay.Post), ("寄", DeliveryWay.Post), ("上传", DeliveryWay.Uploaded), ("系统", DeliveryWay.Uploaded),
    ];

    private static readonly char[] Between = ['\n', '；', ';'];

    /// <summary>A dash or 无 says that there is nothing.</summary>
    public static bool IsNothing(string cell) => CellText.Fold(cell) is "" or "无" or "-" or "—" or "——" or "--" or "/" or "\\" or "未" or "否";

    public static string[] Parts(string cell) => cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static ContactKind? Kind(string text) => Kinds.Where(known => text.Contains(known.Word, StringComparison.Ordinal)).Select(known => (ContactKind?)known.Kind).FirstOrDefault();

    public static DeliveryWay? Way(string text) => Ways.Where(known => text.Contains(known.Word, StringComparison.Ordinal)).Select(known => (DeliveryWay?)known.Way).FirstOrDefault();

    /// <summary>The one day that a cell names, whatever words stand beside it. A day without its year is the first after the item came.</summary>
    public static (DateOnly? Day, Refusal? Problem) Day(string cell, DateOnly from)
    {
        var text = Shortened(cell);
        string[] days = [.. Days().Matches(CellText.Fold(text)).Select(match => DayText.Undotted(match.Value))];
        var (day, problem) = DayText.Read(days.Length == 1 ? days[0] : text, from.Year);
        return day < from && days is [{ } only] && !Year().IsMatch(only) ? (DayText.Read(only, from.Year + 1).Day, problem) : (day, problem);
    }

    /// <summary>11.19: a day only because a ledger speaks of one year, so it is said aloud how it was read.</summary>
    public static bool IsDotted(string cell) => Days().Matches(CellText.Fold(Shortened(cell))) is [{ } only] && DayText.Undotted(only.Value) != only.Value;

    /// <summary>Nothing in it could be a day: 电话联系.</summary>
    public static bool NamesNoDay(string text) => !text.Any(char.IsDigit);

    public static (Rating? Rating, bool IsKnown) Rated(string cell)
    {
        var text = CellText.Fold(cell);
        return text switch
        {
            _ when IsNothing(cell) || text.Contains("未反馈", StringComparison.Ordinal) || text.Contains("未收到", StringComparison.Ordinal) => (null, true),
            _ when text.Contains("不满意", StringComparison.Ordinal) => (Rating.Unsatisfied, true),
            _ when text.Contains("基本满意", StringComparison.Ordinal) => (Rating.BasicallySatisfied, true),
            _ when text.Contains("满意", StringComparison.Ordinal) => (Rating.Satisfied, true),
            _ => (null, false),
        };
    }

    /// <summary>退办 2026-04-02 区城管局.</summary>
    public static (CaseEnding? How, string WentTo) Ending(string cell)
    {
        var text = Shortened(cell);
        CaseEnding? how = text switch
        {
            _ when text.Contains("退办", StringComparison.Ordinal) => CaseEnding.Returned,
            _ when text.Contains("改办", StringComparison.Ordinal) => CaseEnding.Reassigned,
            _ when text.Contains('撤', StringComparison.Ordinal) => CaseEnding.Withdrawn,
            _ => null,
        };
        return (how, EndingWords().Replace(Days().Replace(CellText.Fold(text), ""), "").Trim('，', ',', '。', '、', '：', ':', '(', ')'));
    }

    /// <summary>建立联系制度（2026-09-30前，已于2026-08-20兑现).</summary>
    public static (ToldPromise? Promise, Refusal? Problem) Promise(string part, DateOnly from)
    {
        var text = Shortened(part);
        var days = PromiseDays().Matches(text);
        var kept = Kept().IsMatch(text);
        if (days.Count == 0 || days.Count > 2 || (kept && days.Count < 2) || (!kept && days.Count > 1))
            return (null, new Refusal(kept ? "ledger.promise-kept-without-day" : "ledger.promise-without-day", DayText.Shorten(part)));
        DateOnly?[] read = [.. days.Select(match => PromiseDay(match, from))];
        var words = Ordinal().Replace(Kept().Replace(Open().Replace(PromiseDays().Replace(text, ""), ""), ""), "");
        words = Brackets().Replace(words, "").Trim(' ', '，', ',', '。', '、', '：', ':', '\u3000');
        if (read[0] is not { } due || (kept && read[1] is null))
            return (null, new Refusal("list.bad-date", DayText.Shorten(part)));
        return words.Length == 0
            ? (null, ActRefusals.Missing("CommitmentText"))
            : (new ToldPromise(words, due, kept ? read[1] : null), null);
    }

    private static DateOnly? PromiseDay(Match match, DateOnly from)
    {
        var plain = CellText.Fold(match.Value);
        if (MonthEnd().Match(plain) is { Success: true } end && int.TryParse(end.Groups["year"].Value, out var year) && OfficeYears.Hold(year))
        {
            var month = int.TryParse(end.Groups["month"].Value, out var said) ? said : 12;
            return month is >= 1 and <= 12 ? new DateOnly(year, month, DateTime.DaysInMonth(year, month)) : null;
        }

        return DayText.Read(plain.TrimEnd('前').TrimEnd('之'), from.Year).Day;
    }

    private static string Shortened(string text) => text.Length > 2000 ? text[..2000] : text;

    [GeneratedRegex(@"(\d{4}[年./\-])?\d{1,2}[月./\-]\d{1,2}[日号]?|20\d{6}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Days();

    [GeneratedRegex(@"^\d{4}[年./\-]|^20\d{6}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"\d{4}[年./\-]\d{1,2}[月./\-]\d{1,2}[日号]?(之?前)?|20\d{6}|\d{4}年(\d{1,2}月|年)?底?(之?前)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PromiseDays();

    [GeneratedRegex(@"^(?<year>\d{4})年((?<month>\d{1,2})月)?底?(之?前)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MonthEnd();

    [GeneratedRegex(@"(?<!未|未能|无法)(已?(兑现|销号)|已(完成|落实|办结))|已于", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kept();

    [GeneratedRegex(@"已?(退办|改办|撤案|撤回|撤销)|改由|转由|转至|办理|至", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EndingWords();

    [GeneratedRegex(@"尚?(未能?|无法)(兑现|完成|落实|销号|办结)|推进中|进行中", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Open();

    [GeneratedRegex(@"^\s*(\d{1,2}|[一二三四五六七八九十]{1,2})[.、．）)]\s*", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"[（(][\s，,、；;：:。前]*[)）]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Brackets();
}
