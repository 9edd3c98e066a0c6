namespace Proposals.People;

/// <summary>A department and the three people an allocation fills itself from.</summary>
public sealed class Department
{
    public required DepartmentId Id { get; init; }

    public required string Name { get; set; }

    /// <summary>What it looks after; helps the office guess where a proposal belongs.</summary>
    public string Remit { get; set; } = "";

    public int Position { get; set; }

    public bool IsOffice { get; set; }

    /// <summary>分管领导.</summary>
    public Guid? LeaderId { get; set; }

    public Guid? HeadId { get; set; }

    public Guid? DefaultHandlerId { get; set; }

    public int Revision { get; set; }
}
