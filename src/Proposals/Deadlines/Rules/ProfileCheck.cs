using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Whether a rule profile can be lived by: every term there is, none counted in a circle, nothing named that is not there.</summary>
public static class ProfileCheck
{
    private const int MostConsultations = 20;

    /// <summary>Dates of these are named one by one.</summary>
    private static readonly HashSet<DeadlineKind> Named = [DeadlineKind.Commitment, DeadlineKind.Measure, DeadlineKind.Step];

    /// <summary>Those that a profile must have a term for.</summary>
    public static IReadOnlyList<DeadlineKind> Kinds { get; } = [.. Enum.GetValues<DeadlineKind>().Where(kind => !Named.Contains(kind))];

    public static IReadOnlyList<Refusal> Problems(RuleProfile profile, RuleBook book)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(book);
        Refusal[] terms = [.. Terms(profile)];
        return [.. terms, .. terms.Length == 0 ? Circles(profile) : [], .. terms.Length == 0 && !Circles(profile).Any() ? HardLimit(profile, book) : [], .. Rest(profile, book)];
    }

    private static IEnumerable<Refusal> Terms(RuleProfile profile)
    {
        foreach (var kind in Kinds.Where(kind => !profile.Terms.ContainsKey(kind)))
            yield return ProfileRefusals.TermMissing(kind);
        foreach (var (kind, text) in profile.Terms)
        {
            if (Named.Contains(kind))
                yield return ProfileRefusals.NoTermOfIts(kind);
            else if (!TermRule.TryParse(text, out var rule) || rule.Term is { Unit: not TermUnit.DayOfYear, Amount: 0 } || (rule.BackFrom is { } other && Named.Contains(other)))
                yield return ProfileRefusals.BadTerm(kind, text ?? "");
        }
    }

    private static IEnumerable<Refusal> Circles(RuleProfile profile)
    {
        foreach (var kind in Kinds)
        {
            var seen = new HashSet<DeadlineKind>();
            DeadlineKind? at = kind;
            while (at is { } next && seen.Add(next))
                at = profile.RuleOf(next).BackFrom;
            if (at == kind)
                yield return ProfileRefusals.Circle(kind);
        }
    }

    /// <summary>Tried on a year of days: a reply whose ordinary date lies beyond its longest one could never be extended.</summary>
    private static IEnumerable<Refusal> HardLimit(RuleProfile profile, RuleBook book)
    {
        var rules = new RulesInForce(profile, book.Calendars.GetValueOrDefault(profile.Calendar, ShippedRules.Calendar).Days, book.Revision);
        var first = new DateOnly(2025, 1, 1);
        if (Enumerable.Range(0, 366).Any(day => rules.Due(first.AddDays(day), DeadlineKind.Reply) > rules.Due(first.AddDays(day), DeadlineKind.ReplyHardLimit)))
            yield return ProfileRefusals.BeyondHardLimit(profile.Terms[DeadlineKind.Reply], profile.Terms[DeadlineKind.ReplyHardLimit]);
    }

    private static IEnumerable<Refusal> Rest(RuleProfile profile, RuleBook book)
    {
        if (ActRefusals.Check("ProfileName", profile.Name, Lengths.Name / 2) is { } name)
            yield return name;
        if (!OfficeYears.Hold(profile.EffectiveFrom))
            yield return ActRefusals.Missing("EffectiveFrom");
        if (!book.Calendars.ContainsKey(profile.Calendar))
            yield return RuleRefusals.NoSuchCalendar(profile.Calendar);
        if (!Term.TryParse(profile.LateEntryAfter, out var late) || late.Unit == TermUnit.DayOfYear)
            yield return ProfileRefusals.BadLateEntry(profile.LateEntryAfter);
        foreach (var kind in profile.Pausable.Where(kind => kind is DeadlineKind.Commitment or DeadlineKind.Measure or DeadlineKind.ReplyHardLimit or DeadlineKind.ReturnWindow))
            yield return ProfileRefusals.NotPausable(kind);
        foreach (var kind in profile.Extensions.Kinds.Where(kind => Named.Contains(kind) || kind == DeadlineKind.ReplyHardLimit))
            yield return ProfileRefusals.NotExtendable(kind);
        foreach (var line in profile.Extensions.Longest.Where(line => line.FromItems < 0 || (line.By is { } by && (!Term.TryParse(by, out var read) || read.Unit == TermUnit.DayOfYear))))
            yield return ProfileRefusals.BadExtension(line.By ?? $"{line.FromItems}");
        if (profile.Lights is not { BlueWorkingDays: >= 0 and <= 100, YellowWorkingDays: >= 0 } || profile.Lights.YellowWorkingDays > profile.Lights.BlueWorkingDays)
            yield return ProfileRefusals.BadLights;
        foreach (var count in new[] { profile.Consultations.Required, profile.Consultations.RequiredWhenRehandling }.Where(count => count is < 0 or > MostConsultations))
            yield return ProfileRefusals.BadCount(count);
        if (profile.Consultations.FaceToFace.Count == 0)
            yield return ProfileRefusals.NothingCounts;
        foreach (var pattern in new[] { profile.DocumentNumber, profile.OpinionNumber }.Where(pattern => pattern.Length > Lengths.Name || !pattern.Contains("{year}", StringComparison.Ordinal) || !pattern.Contains("{serial}", StringComparison.Ordinal)))
            yield return ProfileRefusals.BadNumber(pattern);
        foreach (var copy in profile.CopiesTo)
        {
            if (ActRefusals.Check("CopyRecipient", copy, Lengths.Name) is { } bad)
                yield return bad;
        }

        foreach (var problem in Classes(profile.ResultClasses).Concat(LadderCheck.Problems(profile.Ladder)).Concat(RateCheck.Problems(profile.Rates)).Concat(RateCheck.Problems(profile.Words)))
            yield return problem;
    }

    private static IEnumerable<Refusal> Classes(IReadOnlyList<ResultClass> classes)
    {
        if (classes.Count == 0)
            yield return ProfileRefusals.NoClass;
        foreach (var twice in classes.GroupBy(known => known.Code, StringComparer.Ordinal).Where(group => group.Count() > 1))
            yield return ProfileRefusals.ClassTwice(twice.Key);
        foreach (var known in classes.Where(known => known.Code.Length is 0 or > 4 || known.Chinese.Length is 0 or > Lengths.Name || known.English.Length > Lengths.Name))
            yield return ProfileRefusals.BadClass(known.Code);
    }
}
