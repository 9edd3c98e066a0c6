using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>How far a term of a case may be extended.</summary>
public static class ExtensionLimits
{
    /// <summary>The open line that an extension would move; null where the rules let none be moved.</summary>
    public static Deadline? LineOf(IReadOnlyList<Deadline> lines, RuleProfile profile) =>
        lines.LastOrDefault(line => line.IsOpen && line.Term is not null && profile.Extensions.Kinds.Contains(line.Kind));

    /// <summary>The last day that may be asked for or granted; null where nothing limits it.</summary>
    public static async Task<DateOnly?> LatestAsync(ProposalsDbContext db, ProposalCase subject, IReadOnlyList<Deadline> lines, Deadline line, RulesInForce rules, CancellationToken cancellationToken)
    {
        var hard = line.Kind == DeadlineKind.Reply ? lines.LastOrDefault(known => known is { Kind: DeadlineKind.ReplyHardLimit, DroppedOn: null })?.DueOn : null;
        if (rules.Profile.Extensions.Longest.Count == 0)
            return hard;
        var year = subject.HandlingYear;
        var items = await db.Cases.CountAsync(known => known.HandlingYear == year && known.OurRole != OurRole.CoOrganizer && known.Ending == null, cancellationToken);
        if (rules.Profile.Extensions.LongestAt(items) is not { } by)
            return hard;
        var first = new LineSums(lines, rules, CaseTimes.None).Of(line).DueOn;
        var own = DueSum.Of(rules.Calendar, new DueReasons(first) { Term = Term.Parse(by) }).DueOn;
        return hard < own ? hard : own;
    }

    /// <summary>Null where the date is later than the one it was asked for and within the limit.</summary>
    internal static async Task<Refusal?> CheckAsync(CaseScene scene, Deadline line, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        if (until <= from)
            return DeadlineRefusals.NotLonger(until, from);
        return await LatestAsync(scene.Db, scene.Case, scene.Deadlines.Lines, line, scene.Rules, cancellationToken) is { } latest && until > latest
            ? DeadlineRefusals.BeyondLimit(until, latest)
            : null;
    }
}
