using Proposals.Acts;

namespace Proposals.Deadlines;

/// <summary>Why rules and calendars stay as they are.</summary>
public static class RuleRefusals
{
    /// <summary>Somebody else changed them since the page was drawn.</summary>
    public static Refusal Overtaken { get; } = new("rules.overtaken");

    public static Refusal NoSuchCalendar(string name) => new("rules.no-such-calendar", name);

    public static Refusal NoSuchVersion(int version) => new("rules.no-such-version", version);

    public static Refusal NoSuchDay(DateOnly day) => new("rules.no-such-day", day);

    /// <summary>The day is already what its weekday and the list say.</summary>
    public static Refusal NothingChanges(DateOnly day) => new("rules.nothing-changes", day);
}
