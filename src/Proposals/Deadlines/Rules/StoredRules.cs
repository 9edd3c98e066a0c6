namespace Proposals.Deadlines;

/// <summary>The state of profiles and calendars as a whole: one row, counted up by each act on them, so that every process sees when what it knows is old.</summary>
public sealed class RulesState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    public int Revision { get; set; }
}

/// <summary>A published version of the rule profile. Never changed afterwards: cases are handled under it.</summary>
public sealed class StoredProfile
{
    public required int Version { get; init; }

    public required string Name { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Text { get; init; }

    public required string Note { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Null for what ships with the product.</summary>
    public Guid? PublishedById { get; init; }
}

/// <summary>One year of a named calendar, as it was imported last.</summary>
public sealed class StoredCalendarYear
{
    public required string Calendar { get; init; }

    public required int Year { get; init; }

    /// <summary>Canonical JSON.</summary>
    public required string Text { get; set; }

    public required DateTimeOffset ImportedAt { get; set; }

    public Guid? ImportedById { get; set; }
}

/// <summary>A day that the bureau itself works or does not, whatever the State Council's list says.</summary>
public sealed class OwnDay
{
    public required string Calendar { get; init; }

    public required DateOnly Date { get; init; }

    public required string Name { get; set; }

    public required bool IsOff { get; set; }

    public required Guid EnteredById { get; set; }

    public required DateTimeOffset EnteredAt { get; set; }
}
