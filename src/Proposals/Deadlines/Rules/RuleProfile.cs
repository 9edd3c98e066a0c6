using Proposals.Consultation;

namespace Proposals.Deadlines;

/// <summary>规则方案: every value that differs from place to place. Data, versioned; code only names the keys.</summary>
public sealed record RuleProfile
{
    public required string Name { get; init; }

    public required int Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required IReadOnlyDictionary<DeadlineKind, string> Terms { get; init; }

    public bool RollMonthTermsOverHolidays { get; init; }

    /// <summary>Which calendar's working days are counted.</summary>
    public required string Calendar { get; init; }

    /// <summary>暂停计时: whose clocks a pause stops. Empty where the rules know no pause.</summary>
    public required IReadOnlyList<DeadlineKind> Pausable { get; init; }

    public required ExtensionRules Extensions { get; init; }

    /// <summary>An act entered later than this after it happened is 补录.</summary>
    public required string LateEntryAfter { get; init; }

    public required ConsultationRules Consultations { get; init; }

    public required IReadOnlyList<PrincipalSignsFor> PrincipalSigns { get; init; }

    public required LightRules Lights { get; init; }

    public required LadderRules Ladder { get; init; }

    /// <summary>发文字号 with the places {year} and {serial}.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>The series of our opinions to other units.</summary>
    public required string OpinionNumber { get; init; }

    /// <summary>True where the numbers are drawn here, gap-free; false where the office's own document system gives them and the clerk types them.</summary>
    public required bool DrawsDocumentNumbers { get; init; }

    /// <summary>抄送: who gets a copy of every reply beside the assigning body and the other units of the item.</summary>
    public required IReadOnlyList<string> CopiesTo { get; init; }

    /// <summary>销号 is the office's look, after the department reported; false where the department's word is enough.</summary>
    public required bool ClearanceIsChecked { get; init; }

    public required IReadOnlyList<ResultClass> ResultClasses { get; init; }

    public required RateRules Rates { get; init; }

    /// <summary>用语: the place's own words. One that is not among them is said as it ships.</summary>
    public required IReadOnlyDictionary<OfficeWord, string> Words { get; init; }

    /// <summary>How a line of the ledger names this version.</summary>
    public string Stamp => $"{Name}/{Version}";

    public TermRule RuleOf(DeadlineKind kind) => TermRule.Parse(Terms[kind]);

    /// <summary>A step's own term, or one of the profile's by its name, so that what differs by place is said once. Null for what is neither.</summary>
    public TermRule? RuleOf(string? text) =>
        TermRule.TryParse(text, out var own) ? own
        : Enum.TryParse<DeadlineKind>(text, out var kind) && kind.ToString() == text && Terms.ContainsKey(kind) ? RuleOf(kind)
        : null;

    public bool MayPause(DeadlineKind kind) => Pausable.Contains(kind);

    public string WordOf(OfficeWord word) => Words.TryGetValue(word, out var own) ? own : ShippedRules.Profile.Words[word];

    public ResultClass? ClassOf(string? code) => ResultClasses.FirstOrDefault(known => known.Code == code);
}

public sealed record ConsultationRules
{
    public required int Required { get; init; }

    public required int RequiredWhenRehandling { get; init; }

    /// <summary>From round 2 on one of them must be held by a leader.</summary>
    public required bool RehandlingNeedsLeader { get; init; }

    public required bool WarnWithoutOneOnDraft { get; init; }

    public required IReadOnlyList<ContactKind> FaceToFace { get; init; }

    public int RequiredIn(int round) => round > 1 ? RequiredWhenRehandling : Required;
}

public enum PrincipalSignsFor
{
    KeyItem,
    PromisesMoney,
}

/// <summary>延期: which terms may be extended, and how far. The hard limit of the reply holds besides.</summary>
public sealed record ExtensionRules
{
    /// <summary>Empty where the rules know no extension.</summary>
    public required IReadOnlyList<DeadlineKind> Kinds { get; init; }

    /// <summary>How far beyond the first date: the line with the largest number of items that the year has reached. None means as far as the hard limit.</summary>
    public required IReadOnlyList<LongestExtension> Longest { get; init; }

    public string? LongestAt(int items) => Longest.Where(line => line.FromItems <= items).MaxBy(line => line.FromItems)?.By;
}

/// <param name="FromItems">Items of the year, from which on the line holds.</param>
/// <param name="By">A term counted from the first date; null for as far as the hard limit.</param>
public sealed record LongestExtension(int FromItems, string? By = null);

public sealed record LightRules(int BlueWorkingDays, int YellowWorkingDays);

/// <summary>A letter means different things in different places; the flags say what it means here.</summary>
public sealed record ResultClass(string Code, string Chinese, string English, bool CountsAsResolved, bool CountsAsPlanned, bool NeedsFollowUp, bool MayBeUpgraded);
