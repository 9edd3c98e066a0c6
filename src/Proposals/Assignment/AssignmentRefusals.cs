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
}
