using System.Globalization;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Deadlines;

/// <summary>What the month and the list of deadlines are asked for; all of it runs in the database.</summary>
public sealed record DeadlineFilter
{
    public DepartmentId? DepartmentId { get; init; }

    /// <summary>The case's handler.</summary>
    public Guid? HandlerId { get; init; }

    /// <summary>Left out, everything but the terms of single steps: those are asked for by name.</summary>
    public DeadlineKind? Kind { get; init; }

    public Light? Light { get; init; }

    /// <summary>The first and the last day, both counted.</summary>
    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }
}

/// <summary>Where the next page begins; written as text into the address.</summary>
public readonly record struct DeadlineCursor(DateOnly DueOn, DeadlineId Id)
{
    public static DeadlineCursor? Parse(string? text) =>
        text?.Split('_') is [var day, var id] && DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var dueOn) && DeadlineId.TryParse(id, null, out var line)
            ? new DeadlineCursor(dueOn, line)
            : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{DueOn:yyyyMMdd}_{Id}");
}

public sealed record DeadlineRow(Deadline Line, ProposalCase Case, string? Department, string? Handler)
{
    /// <summary>The promise, the measure, the other unit or the step that is meant; null where the kind says enough.</summary>
    public string? What { get; init; }
}

public sealed record DeadlinePage(IReadOnlyList<DeadlineRow> Rows, DeadlineCursor? Next);

/// <summary>What is due on one day: how much of it there is, and as much of it as a calendar has room for.</summary>
public sealed record DeadlineDay(DateOnly On, int Count, IReadOnlyList<DeadlineRow> First);
