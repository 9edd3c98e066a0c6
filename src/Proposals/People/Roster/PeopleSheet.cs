using Proposals.Acts;

namespace Proposals.People.Roster;

/// <summary>科室和人员名单 as it was read: what would be made, and what is wrong with it.</summary>
public sealed record PeopleSheet(IReadOnlyList<DepartmentEntry> Departments, IReadOnlyList<PersonEntry> People, IReadOnlyList<PeopleProblem> Problems)
{
    /// <summary>What lacks, though nothing is wrong.</summary>
    public IReadOnlyList<Refusal> Notes { get; init; } = [];

    public static PeopleSheet Refused(Refusal refusal) => new([], [], [new PeopleProblem(null, null, refusal)]);
}

/// <param name="Name">科室.</param>
/// <param name="Leader">Sign-in name of 分管领导; so for the others.</param>
/// <param name="Head">科室负责人.</param>
/// <param name="Handler">默认经办人.</param>
public sealed record DepartmentEntry(string Name, string? Leader, string? Head, string? Handler)
{
    public string Remit { get; init; } = "";

    public bool IsOffice { get; init; }

    public bool IsNew { get; init; }
}

/// <param name="Row">Where the name stands first in its source.</param>
public sealed record PersonEntry(int Row, string Name, string UserName, string Title, Duty Duties, string? Department)
{
    /// <summary>Has an account already, which stays as it is.</summary>
    public Guid? Known { get; init; }
}

/// <param name="Row">Null where the whole list is meant.</param>
/// <param name="Column">Its heading.</param>
/// <param name="Reason">Why nothing is made.</param>
public sealed record PeopleProblem(int? Row, string? Column, Refusal Reason);
