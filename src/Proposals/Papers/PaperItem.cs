using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Papers;

/// <summary>The item that a paper is about, and what papers call it. Papers are Chinese, whatever language their writer reads pages in.</summary>
public sealed record PaperItem(ItemKind Kind, AdministrativeLevel Level, int TermNumber, int SessionNumber, bool IsInterSession, int Year, string Number, string Subject)
{
    public static PaperItem Of(ProposalCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return new(subject.Kind, subject.Level, subject.TermNumber, subject.SessionNumber, subject.IsInterSession, subject.HandlingYear, subject.CaseNumber, subject.Subject);
    }

    /// <summary>议案, 建议 or 提案.</summary>
    public string Word => Kind switch
    {
        ItemKind.Motion => "议案",
        ItemKind.Suggestion => "建议",
        _ => "提案",
    };

    /// <summary>代表 or 委员: a deputy never reads 委员 on his letter.</summary>
    public string Person => IsCppcc ? "委员" : "代表";

    public string Body => IsCppcc ? "政协" : "人大";

    /// <summary>区政协十五届五次会议, 区十六届人大五次会议; between sessions 2026年平时提案.</summary>
    public string Session => IsInterSession ? Occasion + Word : Occasion;

    /// <summary>When it was handed in, as its number follows it: 2026年平时第142号提案.</summary>
    public string Occasion => IsInterSession
        ? $"{Year}年{(IsCppcc ? "平时" : "闭会期间")}"
        : IsCppcc
            ? $"{Place}政协{Numeral(TermNumber)}届{Numeral(SessionNumber)}次会议"
            : $"{Place}{Numeral(TermNumber)}届人大{Numeral(SessionNumber)}次会议";

    /// <summary>第258号提案.</summary>
    public string Numbered => $"第{Number}号{Word}";

    public string Called => Occasion + Numbered;

    private bool IsCppcc => Kind == ItemKind.CppccProposal;

    private string Place => Level switch
    {
        AdministrativeLevel.District => "区",
        AdministrativeLevel.City => "市",
        AdministrativeLevel.Province => "省",
        _ => "全国",
    };

    /// <summary>十五: as sessions count themselves.</summary>
    public static string Numeral(int number)
    {
        const string Digits = "零一二三四五六七八九";
        return number switch
        {
            < 1 or > 99 => number.ToString(),
            < 10 => Digits[number].ToString(),
            _ => (number < 20 ? "" : Digits[number / 10].ToString()) + "十" + (number % 10 == 0 ? "" : Digits[number % 10].ToString()),
        };
    }
}

/// <summary>Who is written to: a person, or a unit that speaks for several.</summary>
public sealed record Addressee(string Name, bool IsUnit = false);
