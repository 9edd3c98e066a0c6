namespace Proposals.Deadlines;

/// <summary>When the rungs of the lines come: they follow from the dates, and begin anew where an act of the office gave more time.</summary>
public sealed partial class DeadlineLedger
{
    private readonly HashSet<Deadline> given = [];

    /// <summary>The days that whoever keeps a plan has missed, of those the profile counts.</summary>
    public static DateOnly? BehindOn(IEnumerable<Deadline> lines, RuleProfile profile) =>
        lines.Where(line => line is { IsOpen: true, PausedOn: null } && profile.Ladder.Behind.Contains(line.Kind)).Min(line => (DateOnly?)line.DueOn);

    /// <summary>A calendar that moves a date by a day or two repeats no rung; an act that gives more time does.</summary>
    public bool KeepsRungs { get; set; }

    /// <summary>Rungs that were raised for the earlier date, and for the new one are yet to come, come again.</summary>
    private void ArmAnew()
    {
        if (KeepsRungs)
            return;
        var plan = Plan();
        foreach (var line in given.Where(line => line is { IsOpen: true, Raised: not null }))
        {
            var still = plan.Of(line).StillRaised(OfficeClock.Day(now));
            if (still == line.Raised)
                continue;
            line.Raised = still;
            line.RaisedOn = still is null ? null : line.RaisedOn;
            line.Arming++;
        }

        given.Clear();
    }

    private RungPlan Plan() => new(rules, BehindOn(lines, rules.Profile));

    private void Climb()
    {
        var plan = Plan();
        foreach (var line in lines)
        {
            line.NextRungAt = line.IsOpen ? plan.Of(line).NextAt : null;
        }
    }
}
