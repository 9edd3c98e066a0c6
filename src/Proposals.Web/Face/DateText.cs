using System.Globalization;

namespace Proposals.Web.Face;

/// <summary>Dates as the office writes them. Moments are turned to the office's zone before they come here.</summary>
public static class DateText
{
    /// <summary>2026年3月31日 / 31 Mar 2026.</summary>
    public static string InSentence(DateOnly date) =>
        Languages.IsEnglish ? date.ToString("d MMM yyyy", CultureInfo.InvariantCulture) : $"{date.Year}年{date.Month}月{date.Day}日";

    /// <summary>3月31日 / 31 Mar; with its year where that is not the present one.</summary>
    public static string Near(DateOnly date, DateOnly today) => date.Year == today.Year ? WithoutYear(date) : InSentence(date);

    /// <summary>2026年3月 / March 2026.</summary>
    public static string Month(DateOnly month) =>
        Languages.IsEnglish ? month.ToString("MMMM yyyy", CultureInfo.InvariantCulture) : $"{month.Year}年{month.Month}月";

    /// <summary>2026-03-31 in both languages.</summary>
    public static string InTable(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-03-31 14:05 in both languages; the argument is office time.</summary>
    public static string InTable(DateTime officeTime) => officeTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    public static string InTable(DateOnly? date) => date is { } known ? InTable(known) : "—";

    private static string WithoutYear(DateOnly date) =>
        Languages.IsEnglish ? date.ToString("d MMM", CultureInfo.InvariantCulture) : $"{date.Month}月{date.Day}日";
}
