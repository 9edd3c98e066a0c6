using System.Globalization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Handling;

/// <summary>Writes down what one correction changes: the field, what stood there, what stands there now, and which deadlines moved.</summary>
public sealed class CorrectionSheet(CaseScene scene, string reason, FileId? evidence)
{
    /// <summary>Sets a field whose right value was named and differs.</summary>
    /// <param name="field">Code of the field.</param>
    /// <param name="row">Null for a field of the case itself.</param>
    /// <param name="after">Null leaves it as it is.</param>
    /// <returns>Whether it changed.</returns>
    public bool Set<T>(string field, Guid? row, T? before, T? after, Action<T> set)
        where T : struct
    {
        if (after is not { } value || (before is { } old && EqualityComparer<T>.Default.Equals(old, value)))
        {
            return false;
        }

        set(value);
        Note(field, row, before, value);
        return true;
    }

    /// <inheritdoc cref="Set{T}(string, Guid?, T?, T?, Action{T})" />
    public bool Set(string field, Guid? row, string before, string? after, Action<string> set)
    {
        if (after?.Trim() is not { } value || string.Equals(before, value, StringComparison.Ordinal))
        {
            return false;
        }

        set(value);
        Note(field, row, before, value);
        return true;
    }

    /// <summary>Nobody, or nothing, is said by an empty id.</summary>
    public bool SetPerson(string field, Guid? row, Guid? before, Guid? after, Action<Guid?> set)
    {
        if (after is not { } value || (before ?? Guid.Empty) == value)
        {
            return false;
        }

        Guid? named = value == Guid.Empty ? null : value;
        set(named);
        Note(field, row, before, named);
        return true;
    }

    public void Note(string field, Guid? row, object? before, object? after)
    {
        var line = new CorrectedLine(field, row, Text(before), Text(after));
        scene.Corrected.Add(line);
        scene.Db.Corrections.Add(new Correction
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            Field = line.Field,
            RowId = line.Row,
            Before = line.Before,
            After = line.After,
            Reason = reason,
            EvidenceId = evidence,
            On = scene.OccurredOn,
            ById = scene.Decider.Id,
        });
    }

    public void Moved(IEnumerable<MovedDate> dates) => scene.Moved.AddRange(dates.Where(date => date.Before != date.After));

    /// <summary>Null when the right day lies neither before a day it depends on, nor after one that depends on it, nor in the future.</summary>
    public Refusal? Between(DateOnly? after, IEnumerable<NamedDay> causes, IEnumerable<NamedDay> consequences)
    {
        if (after is not { } day)
        {
            return null;
        }

        if (day > scene.Today)
        {
            return ActRefusals.InTheFuture(day);
        }

        if (causes.Where(named => named.On > day).OrderByDescending(named => named.On).FirstOrDefault() is { On: { } causedOn } cause)
        {
            return CorrectionRefusals.TooEarly(day, cause.Field, causedOn);
        }

        return consequences.Where(named => named.On < day).OrderBy(named => named.On).FirstOrDefault() is { On: { } followedOn } consequence
            ? CorrectionRefusals.TooLate(day, consequence.Field, followedOn)
            : null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>A day of the case and what happened on it; null where it has not.</summary>
public readonly record struct NamedDay(string Field, DateOnly? On);
