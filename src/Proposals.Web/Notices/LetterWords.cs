using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Deadlines;

namespace Proposals.Web.Notices;

/// <summary>A message in words, which are the office's: who gets it has no page open that would say his language.</summary>
public sealed class LetterWords(KindWords kinds, DueNames names, IStringLocalizer<DeadlinesText> text, IOptions<NoticeOptions> options)
{
    /// <summary>Of a 短信; a mail has room for all.</summary>
    private const int FewLines = 5;

    private string Root => (options.Value.BaseAddress ?? "").TrimEnd('/');

    public string Subject(NoticeLetter letter) => InChinese(() => letter.IsUrgent && letter.Lines is [var only] ? Line(only) : text["Letter_Subject", letter.Lines.Count + letter.More]);

    /// <summary>As short as the people's telephones want it.</summary>
    public string Brief(NoticeLetter letter) => InChinese(() =>
    {
        var lines = string.Join('；', letter.Lines.Take(FewLines).Select(Line));
        var all = letter.Lines.Count + letter.More;
        if (letter.IsUrgent && all == 1)
            return text["Letter_One", lines, CaseAddress(letter.Lines[0].CaseId)];
        return text[all > FewLines ? "Letter_Several" : "Letter_Few", all, lines, Root + "/"];
    });

    /// <summary>A line and its link for each.</summary>
    public string Full(NoticeLetter letter) => InChinese(() =>
    {
        var lines = letter.Lines.SelectMany(line => new[] { Line(line), CaseAddress(line.CaseId), "" });
        var more = letter.More > 0 ? text["Letter_More", letter.More].Value : "";
        return string.Join("\r\n", [text["Letter_Dear", letter.Reader.Name], "", .. lines, more, text["Letter_From", Root + "/"]]);
    });

    public string Item(LetterLine line) => InChinese(() => kinds.Number(line.ItemKind, line.CaseNumber));

    /// <summary>办理期限; of an urging the step that is asked for.</summary>
    public string Deadline(LetterLine line) => InChinese(() => line.Step ?? (line.Deadline is { } kind ? names.Of(kind) : ""));

    public string CaseAddress(CaseId id) => Root + ActLinks.Case(id);

    private string Line(LetterLine line)
    {
        var due = line.DueOn is { } day ? DateText.InSentence(day) : "";
        return line.Kind == NoticeKind.Urging ? text["Letter_Line_Urging", Item(line), Deadline(line), line.By ?? ""] : text[$"Letter_Line_{line.Kind}", Item(line), Deadline(line), due];
    }

    private static string InChinese(Func<string> say)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.Chinese;
        try
        {
            return say();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
