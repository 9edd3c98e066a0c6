namespace Proposals.Deadlines;

/// <summary>All versions of the rule profile and all calendars, as they stood at one moment.</summary>
public sealed record RuleBook(int Revision, IReadOnlyList<RuleProfile> Versions, IReadOnlyDictionary<string, OfficeCalendar> Calendars)
{
    /// <summary>What the product brings along.</summary>
    public static RuleBook Shipped { get; } = new(0, [ShippedRules.Profile], new Dictionary<string, OfficeCalendar> { [ShippedRules.Calendar.Name] = ShippedRules.Calendar });

    /// <summary>A page may meet a version that another process has just published; until this one has read it the newest known serves. Acts read it first.</summary>
    public RuleProfile this[int version] => Versions.FirstOrDefault(known => known.Version == version) ?? Versions[^1];

    /// <summary>The version that a case assigned on this day is handled under.</summary>
    public RuleProfile InForceOn(DateOnly day) => Versions.Where(known => known.EffectiveFrom <= day).MaxBy(known => known.Version) ?? Versions.MinBy(known => known.Version)!;

    public OfficeCalendar CalendarOf(RuleProfile profile) => Calendars[profile.Calendar];

    /// <summary>The same with another state of one calendar: what an import would make of it.</summary>
    public RuleBook With(OfficeCalendar calendar) => this with { Calendars = Calendars.Where(known => known.Key != calendar.Name).Append(new(calendar.Name, calendar)).ToDictionary() };

    public RulesInForce Of(RuleProfile profile) => new(profile, CalendarOf(profile).Days, Revision);
}

/// <summary>A named calendar: the years of the State Council's list that it knows, and the bureau's own days.</summary>
public sealed record OfficeCalendar(string Name, IReadOnlyList<CalendarYear> Years, IReadOnlyList<CalendarDay> OwnDays)
{
    /// <summary>The same with this year in the place of what was known of it.</summary>
    public OfficeCalendar With(CalendarYear year) => new(Name, [.. Years.Where(known => known.Year != year.Year).Append(year).OrderBy(known => known.Year)], OwnDays);

    /// <summary>Computed once: every act asks for it.</summary>
    public WorkCalendar Days { get; } = new(
        Years.SelectMany(year => year.Days).Concat(OwnDays).GroupBy(day => day.Date).ToDictionary(day => day.Key, day => day.Last()),
        new DateOnly(Years.Max(year => year.Year), 12, 31));
}
