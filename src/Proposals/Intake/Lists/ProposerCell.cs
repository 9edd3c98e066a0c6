using System.Text.RegularExpressions;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Who proposed, as cells say it: 张三、李四; 张 三等5人; 民建区基层委（联系人：张三）; 张三（城北代表团）.</summary>
internal static partial class ProposerCell
{
    private static readonly char[] Separators = ['、', '，', ',', '；', ';', '\n', '/', '／'];

    /// <param name="lead">The cell of the first proposer; without a column for the others, of all.</param>
    /// <param name="others">The cell of the others.</param>
    /// <param name="seconders">The cell of 附议人.</param>
    /// <param name="contact">The contact person of an organisation, where a column has him.</param>
    /// <param name="onlyLead">The list has a column for the others, so the first cell holds one.</param>
    public static (IReadOnlyList<ProposerEntry> Proposers, int Unnamed, Refusal? Problem) Read(string lead, string others, string seconders, string contact, bool onlyLead)
    {
        var (first, unnamed) = Names(lead);
        var (more, moreUnnamed) = Names(others);
        more.AddRange(Names(seconders).Names.Select(name => name with { IsSeconder = true }));
        if (first.Count == 0)
            return ([], 0, ActRefusals.Missing("ProposerName"));
        NamedProposer[] marked = [.. first.Where(name => name.IsLead)];
        if (marked.Length > 1 || (onlyLead && marked.Length == 0 && first.Count(name => !name.IsSeconder) > 1))
            return ([], 0, new Refusal("list.two-leads", string.Join('、', (marked.Length > 1 ? marked : [.. first]).Select(name => name.Name).Take(4))));
        var head = marked.Length == 1 ? marked[0] : first.Find(name => !name.IsSeconder) ?? first[0];
        var isCollective = head.IsOrganisation;
        var rest = first.Where(name => name != head).Concat(more).Where(name => name.Name != head.Name).DistinctBy(name => name.Name).Select(name => name.Entry(name.IsSeconder ? ProposerRole.Seconder : ProposerRole.CoProposer));
        var entry = head.Entry(isCollective ? ProposerRole.Collective : ProposerRole.Lead);
        if (isCollective && entry.ContactPerson.Length == 0)
            entry = entry with { ContactPerson = contact };
        var said = Math.Max(unnamed, moreUnnamed == 0 ? 0 : moreUnnamed + first.Count);
        return ([entry, .. rest], Math.Max(0, said - first.Count - more.Count), null);
    }

    /// <summary>The names of a cell, and how many 等5人 says there are.</summary>
    private static (List<NamedProposer> Names, int Said) Names(string text)
    {
        var (names, said) = (new List<NamedProposer>(), 0);
        var plain = Inserted().Replace(text is "无" or "-" or "—" or "/" ? "" : text, "；${label}：${names}；");
        if (AndOthers().Match(plain) is { Success: true } and)
        {
            said = ChineseNumber.Read(CellText.Fold(and.Groups["count"].Value)) ?? 0;
            plain = plain.Remove(and.Index, and.Length);
        }

        var label = "";
        foreach (var part in BracketedText.Split(plain, Separators))
        {
            var name = part;
            if (Label().Match(name) is { Success: true } found)
            {
                label = found.Groups["label"].Value;
                name = name[found.Length..];
            }

            names.AddRange(Unpad(name).Select(piece => NamedProposer.Of(piece, label)).Where(read => read.Name.Length > 0));
        }

        return (names, said);
    }

    /// <summary>张 三 is padded to the width of 王小明; two whole names with a gap are two people.</summary>
    private static List<string> Unpad(string text)
    {
        var bracket = text.AsSpan().IndexOfAny('(', '（');
        var (names, tail) = bracket < 0 ? (text, "") : (text[..bracket], text[bracket..]);
        var joined = new List<string>();
        var single = "";
        foreach (var piece in names.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            single += piece.Length == 1 ? piece : "";
            if (piece.Length > 1)
                joined.Add(piece);
            if (single.Length == 2)
                (joined, single) = ([.. joined, single], "");
        }

        if (single.Length > 0)
            joined.Add(single);
        if (joined.Count > 0)
            joined[^1] += tail;
        return joined;
    }

    [GeneratedRegex(@"[（(](?<label>附议|联名|领衔)(人|代表|委员)?[:：](?<names>[^()（）]*)[)）]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Inserted();

    [GeneratedRegex(@"^(?<label>附议|联名|领衔|第一提案|提案|代表|委员)(人|者|代表|委员)?[:：]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"[（(]?等?(共|合计|等)\s*(?<count>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(名|位)?(人|代表|委员)[)）]?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AndOthers();
}

/// <summary>One proposer as a cell names him, with what stands in brackets behind the name.</summary>
internal sealed partial record NamedProposer(string Name, bool IsLead, bool IsSeconder, string Group, string Contact, string Phone)
{
    private const int LongestPerson = 5;

    private static readonly string[] Organisations =
    [
        "委员会", "基层委", "总支", "支部", "民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟", "工商联", "总工会", "团区委", "团委", "共青团", "妇联", "科协", "侨联", "台联", "文联", "残联", "红十字会",
        "界别", "代表团", "专委会", "工作组", "小组", "活动组", "联络组", "联络委", "协会", "商会", "学会",
    ];

    public bool IsOrganisation =>
        Array.Exists(Organisations, word => Name.Contains(word, StringComparison.Ordinal))
        || (Name.Length > LongestPerson && Name.Any(letter => letter > '\u2E80') && !Name.Contains('·', StringComparison.Ordinal));

    /// <param name="piece">The name, and perhaps brackets.</param>
    /// <param name="label">附议, 领衔 … where it stands before this name or one to its left.</param>
    public static NamedProposer Of(string piece, string label)
    {
        var read = new NamedProposer("", label is "领衔" or "第一提案", label == "附议", "", "", "");
        foreach (Match bracket in Bracket().Matches(piece))
        {
            var inside = bracket.Groups["inside"].Value.Trim();
            read = inside switch
            {
                "领衔" or "领衔代表" or "领衔人" or "第一提案人" or "第一提案者" => read with { IsLead = true },
                "附议" or "附议人" => read with { IsSeconder = true },
                "联名" or "联名人" or "代表" or "委员" => read,
                _ when InContact().Match(inside) is { Success: true } contact => read with { Contact = contact.Groups["name"].Value, Phone = contact.Groups["phone"].Value },
                _ => read with { Group = inside },
            };
        }

        var name = Bracket().Replace(piece, "").Trim('(', ')', '（', '）', ' ', '\u3000', '。', ':', '：');
        if (name.EndsWith('等') && name.Length > 2)
            name = name[..^1];
        if (name.Length is > 3 and < 7 && (name.EndsWith("代表", StringComparison.Ordinal) || name.EndsWith("委员", StringComparison.Ordinal)))
            name = name[..^2];
        return read with { Name = name };
    }

    public ProposerEntry Entry(ProposerRole role) => new(Name, role) { Group = Group, ContactPerson = Contact, Phone = Phone };

    [GeneratedRegex(@"[（(](?<inside>[^()（）]*)[)）]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"^联系人[:：]?\s*(?<name>[^\d\s,，、:：]{2,20})[\s,，、:：]*(?<phone>[\d\-]{7,20})?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InContact();
}
