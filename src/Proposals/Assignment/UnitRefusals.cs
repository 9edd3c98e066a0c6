using Proposals.Acts;

namespace Proposals.Assignment;

/// <summary>Why an act about other units, or about helping departments, may be refused.</summary>
public static class UnitRefusals
{
    public static Refusal WeDoNotLead { get; } = new("unit.we-do-not-lead");

    public static Refusal NotAccepted { get; } = new("unit.not-accepted");

    public static Refusal NobodyChosen { get; } = new("unit.nobody-chosen");

    public static Refusal UnknownUnit { get; } = new("unit.unknown");

    public static Refusal AlreadyAsked(string unit, DateOnly on) => new("unit.already-asked", unit, on);

    public static Refusal NotAsked(string unit) => new("unit.not-asked", unit);

    public static Refusal AlreadyAnswered(string unit, DateOnly on) => new("unit.already-answered", unit, on);

    public static Refusal OpinionPaperMissing(string unit) => new("unit.paper-missing", unit);

    /// <summary>A contradicting opinion stands in the way of a signature.</summary>
    public static Refusal Unsettled(string act, string units) => new("unit.unsettled", new ActName(act), units);

    public static Refusal NothingToSettle(string unit) => new("unit.nothing-to-settle", unit);

    /// <summary>Without a meeting's record it is a leader's decision.</summary>
    public static Refusal SettlementNeedsRecord { get; } = new("unit.settlement-needs-record");

    public static Refusal DepartmentNotAllocated { get; } = new("co-department.not-allocated");

    public static Refusal HandlesItItself(string department) => new("co-department.handles-it-itself", department);

    public static Refusal AlreadyNamed(string department) => new("co-department.already-named", department);

    public static Refusal NotNamed { get; } = new("co-department.not-named");
}
