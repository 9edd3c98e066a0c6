namespace Proposals.People;

/// <summary>What a person is for in the office. Duties may overlap; permissions hang on acts, and acts name duties.</summary>
[Flags]
public enum Duty
{
    None = 0,

    /// <summary>办公室经办: registers, chases, enters what was decided on paper.</summary>
    OfficeClerk = 1,

    /// <summary>办公室主任: proposes allocations, checks drafts, approves exceptions.</summary>
    OfficeDirector = 2,

    /// <summary>科室负责人.</summary>
    DepartmentHead = 4,

    /// <summary>经办人: may be named for a case. Being named is a fact of the case, not a duty.</summary>
    Handler = 8,

    /// <summary>分管领导.</summary>
    DeputyLeader = 16,

    /// <summary>主要领导.</summary>
    Principal = 32,

    /// <summary>督查员: reads everything he is shown, acts on no case.</summary>
    Supervisor = 64,

    /// <summary>系统管理员: accounts, workflows, rules; sees no case and acts on none.</summary>
    Admin = 128,
}

public static class Duties
{
    /// <summary>The office: whoever of clerk and director is at the desk.</summary>
    public const Duty Office = Duty.OfficeClerk | Duty.OfficeDirector;

    public const Duty Leaders = Duty.DeputyLeader | Duty.Principal;

    /// <summary>Everyone who works on cases; the supervisor reads, the admin does neither.</summary>
    public const Duty Staff = Office | Duty.DepartmentHead | Duty.Handler | Leaders;

    public static IReadOnlyList<Duty> All { get; } =
        [Duty.OfficeClerk, Duty.OfficeDirector, Duty.DepartmentHead, Duty.Handler, Duty.DeputyLeader, Duty.Principal, Duty.Supervisor, Duty.Admin];

    public static bool Includes(this Duty held, Duty anyOf) => (held & anyOf) != Duty.None;
}
