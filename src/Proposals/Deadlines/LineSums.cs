namespace Proposals.Deadlines;

/// <summary>From what each line of a case's ledger follows, and its sum.</summary>
public sealed class LineSums(IReadOnlyList<Deadline> lines, RulesInForce rules, CaseTimes times)
{
    public DueSum Of(Deadline line) => DueSum.Of(rules.Calendar, ReasonsOf(line));

    public DueReasons ReasonsOf(Deadline line)
    {
        var rule = line.Term is { } text ? TermRule.Parse(text) : (TermRule?)null;
        return new DueReasons(line.StartOn)
        {
            Term = rule?.Term,
            BackFrom = rule?.BackFrom is { } other ? DueOf(other, line.StartOn) : null,
            NamedOn = rule is null ? line.DueOn : null,
            RollsMonths = rules.Profile.RollMonthTermsOverHolidays,
            Standstills = rule is not null && rules.Profile.MayPause(line.Kind) ? times.StandstillsOf(line) : [],
            Granted = times.GrantedTo(line),
            NoLaterThan = line.Kind == DeadlineKind.Reply ? lines.LastOrDefault(limit => limit is { Kind: DeadlineKind.ReplyHardLimit, DroppedOn: null })?.DueOn : null,
        };
    }

    /// <summary>The date that another is counted back from: the case's own where it has one, else what it would be from the same start.</summary>
    internal DateOnly DueOf(DeadlineKind kind, DateOnly startOn)
    {
        if (lines.LastOrDefault(line => line.Kind == kind && line.DroppedOn is null) is { } own)
            return Of(own).DueOn;
        var rule = rules.Profile.RuleOf(kind);
        return DueSum.Of(rules.Calendar, new DueReasons(startOn)
        {
            Term = rule.Term,
            BackFrom = rule.BackFrom is { } further ? DueOf(further, startOn) : null,
            RollsMonths = rules.Profile.RollMonthTermsOverHolidays,
        }).DueOn;
    }
}

/// <summary>What dates are computed by: a case's profile version, its calendar, and the state both were in.</summary>
public sealed record RulesInForce(RuleProfile Profile, WorkCalendar Calendar, int Revision)
{
    public DateOnly Due(DateOnly startOn, DeadlineKind kind) => new LineSums([], this, CaseTimes.None).DueOf(kind, startOn);
}
