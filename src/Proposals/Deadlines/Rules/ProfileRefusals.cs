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
}
