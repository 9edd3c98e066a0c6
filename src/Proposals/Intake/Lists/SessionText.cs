using System.Text.RegularExpressions;

namespace Proposals.Intake.Lists;

/// <summary>Sessions as titles name them: 区十六届人大五次会议, 区政协第15届第5次会议.</summary>
/// <param name="IsCppcc">Null where the text does not say whose session it is.</param>
internal sealed partial record SessionText(bool? IsCppcc, int Term, int Session, AdministrativeLevel? Level)
{
    private const int LongestRead = 400;
    private static readonly string[] BetweenSessions = ["闭会", "平时提案", "平时件"];

    public static IReadOnlyList<SessionText> All(string text)
    {
        var plain = CellText.Fold(text.Length > LongestRead ? text[..LongestRead] : text);
        var found = new List<SessionText>();
        var from = 0;
        foreach (Match match in Sitting().Matches(plain))
        {
            var end = Math.Min(plain.Length, match.Index + match.Length + 2);
            var around = plain[from..end];
            from = match.Index + match.Length;
            if (ChineseNumber.Read(match.Groups["term"].Value) is { } term && ChineseNumber.Read(match.Groups["session"].Value) is { } session)
                found.Add(new SessionText(Assembly(around), term, session, LevelOf(around)));
        }

        return found;
    }

    /// <summary>The session for items of one assembly; one that does not say whose it is fits both.</summary>
    public static SessionText? For(IReadOnlyList<SessionText> sessions, bool isCppcc) =>
        sessions.FirstOrDefault(session => session.IsCppcc == isCppcc) ?? sessions.FirstOrDefault(session => session.IsCppcc is null);

    public static bool? SaysInterSession(string text) => Array.Exists(BetweenSessions, word => text.Contains(word, StringComparison.Ordinal)) ? true : null;

    private static bool? Assembly(string text)
    {
        var isCppcc = text.Contains("政协", StringComparison.Ordinal) || text.Contains("政治协商", StringComparison.Ordinal) || text.Contains("委员会第", StringComparison.Ordinal);
        var isCongress = text.Contains("人大", StringComparison.Ordinal) || text.Contains("人民代表大会", StringComparison.Ordinal);
        return isCppcc == isCongress ? null : isCppcc;
    }

    private static AdministrativeLevel? LevelOf(string text) => text switch
    {
        _ when text.Contains("全国", StringComparison.Ordinal) => AdministrativeLevel.National,
        _ when text.Contains('省', StringComparison.Ordinal) => AdministrativeLevel.Province,
        _ when text.Contains('区', StringComparison.Ordinal) || text.Contains('县', StringComparison.Ordinal) => AdministrativeLevel.District,
        _ when text.Contains('市', StringComparison.Ordinal) => AdministrativeLevel.City,
        _ => null,
    };

    [GeneratedRegex(@"第?(?<term>\d{1,2}|[一二三四五六七八九十]{1,3})届[^届次\d]{0,16}?第?(?<session>\d{1,2}|[一二三四五六七八九十]{1,3})次", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sitting();
}
