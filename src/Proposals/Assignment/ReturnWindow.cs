using Proposals.Deadlines;

namespace Proposals.Assignment;

/// <summary>退办期限: how long after the assignment a return may still be asked for. What is asked for later is not adjusted any more.</summary>
public static class ReturnWindow
{
    /// <summary>Asked for after the window, so that only the principal can let it go out. Follows the day of the assignment, also when that is corrected.</summary>
    public static bool IsLate(ReturnRequest request, DateOnly assignedOn, RulesInForce rules)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.RequestedOn > LastDay(assignedOn, rules);
    }

    public static DateOnly LastDay(DateOnly assignedOn, RulesInForce rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        return rules.Due(assignedOn, DeadlineKind.ReturnWindow);
    }
}
