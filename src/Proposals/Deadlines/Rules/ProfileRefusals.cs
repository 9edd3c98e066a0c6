using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>What is wrong with a rule profile, and where.</summary>
public static class ProfileRefusals
{
    public static Refusal TooLong { get; } = new("profile.too-long", ProfileReader.LongestText);

    public static Refusal NoClass { get; } = new("profile.no-class");

    public static Refusal NothingCounts { get; } = new("profile.nothing-counts");

    public static Refusal BadLights { get; } = new("profile.bad-lights");

    /// <param name="path">As JSON names it: $.terms.Reply.</param>
    /// <param name="line">From 1.</param>
    public static Refusal Unreadable(string path, long line) => new("profile.unreadable", path, line);

    /// <summary>A list has a null among its rows.</summary>
    public static Refusal Hole(string path) => new("profile.hole", path);

    public static Refusal TermMissing(DeadlineKind kind) => new("profile.term-missing", kind);

    /// <summary>Its dates are named one by one, so that a term of it would count nothing.</summary>
    public static Refusal NoTermOfIts(DeadlineKind kind) => new("profile.no-term-of-its", kind);

    public static Refusal BadTerm(DeadlineKind kind, string text) => new("profile.bad-term", kind, text);

    /// <summary>Counted back from each other, none of them has a date.</summary>
    public static Refusal Circle(DeadlineKind kind) => new("profile.circle", kind);

    public static Refusal BeyondHardLimit(string reply, string limit) => new("profile.beyond-hard-limit", reply, limit);

    public static Refusal NotPausable(DeadlineKind kind) => new("profile.not-pausable", kind);

    public static Refusal NotExtendable(DeadlineKind kind) => new("profile.not-extendable", kind);

    public static Refusal BadExtension(string text) => new("profile.bad-extension", text);

    public static Refusal BadLateEntry(string text) => new("profile.bad-late-entry", text);

    public static Refusal BadCount(int count) => new("profile.bad-count", count);

    /// <summary>A pattern of document numbers lacks {year} or {serial}.</summary>
    public static Refusal BadNumber(string pattern) => new("profile.bad-number", pattern);

    public static Refusal ClassTwice(string code) => new("profile.class-twice", code);

    public static Refusal BadClass(string code) => new("profile.bad-class", code);

    public static Refusal BadHour(string text) => new("profile.bad-hour", text);

    public static Refusal NotBehind(DeadlineKind kind) => new("profile.not-behind", kind);

    /// <param name="place">Of the ladder, from 1.</param>
    /// <param name="kind">What can have none.</param>
    public static Refusal NoLadderOfIts(int place, DeadlineKind kind) => new("profile.no-ladder-of-its", place, kind);

    public static Refusal KindTwice(DeadlineKind kind, int place, int other) => new("profile.kind-twice", kind, place, other);

    public static Refusal LadderForNothing(int place) => new("profile.ladder-for-nothing", place);

    public static Refusal NoRung(int place) => new("profile.no-rung", place);

    public static Refusal RungTwice(int place, RungLevel level) => new("profile.rung-twice", place, level);

    public static Refusal BadRungDays(int place, RungLevel level, int days) => new("profile.bad-rung-days", place, level, days);

    /// <summary>A later rung would come before an earlier one.</summary>
    public static Refusal RungsNotFalling(int place, RungLevel earlier, RungLevel later) => new("profile.rungs-not-falling", place, earlier, later);

    public static Refusal NobodyHears(int place, RungLevel level) => new("profile.nobody-hears", place, level);

    /// <summary>No number of consultations, or not more than the one before it.</summary>
    public static Refusal BadRate(int times) => new("profile.bad-rate", times);

    public static Refusal TargetsNotRising(int fromItems) => new("profile.targets-not-rising", fromItems);

    public static Refusal BadPercent(int percent) => new("profile.bad-percent", percent);

    public static Refusal BadWord(OfficeWord word, string text) => new("profile.bad-word", word, text);
}
