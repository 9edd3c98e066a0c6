using System.Globalization;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <param name="What">A field of the case, or the kind of a line with its round.</param>
public sealed record DateDifference(string What, string Stored, string Computed);

/// <summary>What the dates of a case come to when they are added up anew. All of them are projections: none can differ but by damage, or while a changed calendar is still being worked off.</summary>
public static class DateCheck
{
    /// <param name="subject">A copy: its dates are overwritten.</param>
    /// <param name="lines">Copies in the order of their ids.</param>
    public static IReadOnlyList<DateDifference> Differences(ProposalCase subject, List<Deadline> lines, CaseTimes times, RulesInForce rules, DateTimeOffset now)
    {
        var stored = Fields(subject, lines);
        var ledger = new DeadlineLedger(subject, lines, rules, now) { Times = times };
        ledger.Redate();
        ledger.Project();
        return [.. stored.Zip(Fields(subject, lines)).Where(pair => pair.First != pair.Second).Select(pair => new DateDifference(pair.First.What, pair.First.Value, pair.Second.Value))];
    }

    private static List<(string What, string Value)> Fields(ProposalCase subject, IEnumerable<Deadline> lines) =>
    [
        .. lines.Where(line => line.IsOpen).Select(line => ($"{line.Kind}/{line.Round}", $"{Text(line.DueOn)} {Text(line.BlueFrom)} {Text(line.YellowFrom)} {Text(line.PausedOn)} {line.NextRungAt?.ToUniversalTime().ToString("s", CultureInfo.InvariantCulture) ?? "-"}{(line.IsProvisional ? " provisional" : "")}")),
        (nameof(subject.DueOn), Text(subject.DueOn)),
        (nameof(subject.InternalDueOn), Text(subject.InternalDueOn)),
        (nameof(subject.ReplyDueOn), Text(subject.ReplyDueOn)),
        (nameof(subject.SortOn), Text(subject.SortOn)),
        (nameof(subject.BlueFrom), Text(subject.BlueFrom)),
        (nameof(subject.YellowFrom), Text(subject.YellowFrom)),
        (nameof(subject.RedFrom), Text(subject.RedFrom)),
        (nameof(subject.OnBoardSince), Text(subject.OnBoardSince)),
        (nameof(subject.DueIsProvisional), subject.DueIsProvisional ? "yes" : "no"),
    ];

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-";
}
