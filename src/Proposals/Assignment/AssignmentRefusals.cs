using Proposals.Acts;

namespace Proposals.Assignment;

public static class AssignmentRefusals
{
    public static Refusal NotReceivedYet { get; } = new("assignment.not-received");

    public static Refusal UnknownDepartment { get; } = new("assignment.unknown-department");

    public static Refusal DepartmentWithoutLeader(string department) => new("assignment.department-without-leader", department);

    public static Refusal DepartmentWithoutHead(string department) => new("assignment.department-without-head", department);

    public static Refusal NothingProposed { get; } = new("assignment.nothing-proposed");

    /// <summary>One suggestion at a time: the leader decides what he has seen.</summary>
    public static Refusal AlreadyProposed { get; } = new("assignment.already-proposed");

    public static Refusal AlreadyAllocated { get; } = new("assignment.already-allocated");

    public static Refusal NotAllocated { get; } = new("assignment.not-allocated");

    public static Refusal HandlerOutsideDepartment(string handler) => new("assignment.handler-outside-department", handler);

    /// <summary>The window is over; only the principal lets a request go out still.</summary>
    public static Refusal ReturnLate(DateOnly lastDay) => new("assignment.return-late", lastDay);

    public static Refusal NoReturnPending { get; } = new("assignment.no-return-pending");

    public static Refusal NoReturnSent { get; } = new("assignment.no-return-sent");

    public static Refusal NoObjectionPending { get; } = new("assignment.no-objection-pending");

    /// <summary>The leader has decided about this allocation once.</summary>
    public static Refusal ObjectionDismissed { get; } = new("assignment.objection-dismissed");

    public static Refusal UnitIsThere(string unit) => new("assignment.unit-is-there", unit);

    public static Refusal UnitIsAskedFor(string unit) => new("assignment.unit-is-asked-for", unit);

    public static Refusal NoUnitAskedFor { get; } = new("assignment.no-unit-asked-for");

    /// <summary>Another lead means that the case is not ours to lead: a return or a reassignment.</summary>
    public static Refusal LeadIsNotAdded { get; } = new("assignment.lead-is-not-added");

    public static Refusal NoticeMissing { get; } = new("assignment.notice-missing");

    public static Refusal ReassignmentPaperMissing { get; } = new("assignment.reassignment-paper-missing");

    /// <summary>A proposer has our reply: what he thinks of it counts, and the case stays ours.</summary>
    public static Refusal RepliedStays { get; } = new("assignment.replied-stays");

    /// <summary>The reply went out without the unit that the answer would add.</summary>
    public static Refusal RepliedWithoutIt { get; } = new("assignment.replied-without-it");

    public static Refusal RepliedIsNoMistake { get; } = new("assignment.replied-is-no-mistake");
}
