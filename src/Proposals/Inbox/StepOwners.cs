namespace Proposals.Inbox;

/// <summary>Values of a step's <c>who</c>: a role of the case, or a desk.</summary>
public static class StepOwners
{
    public const string Office = "Office";
    public const string OfficeDirector = "OfficeDirector";
    public const string DepartmentHead = "DepartmentHead";
    public const string Handler = "Handler";
    public const string DeputyLeader = "DeputyLeader";

    /// <summary>领办领导 of a key item; of any other case its deputy leader.</summary>
    public const string LeadingLeader = "LeadingLeader";

    public const string Principal = "Principal";

    /// <summary>The leader whom the request names that is to be decided; the one in charge where none does.</summary>
    public const string NamedLeader = "NamedLeader";

    /// <summary>The heads of all helping departments that were asked and have not answered: each has his own part, and the last one ends the step.</summary>
    public const string CoDepartments = "CoDepartments";
}
