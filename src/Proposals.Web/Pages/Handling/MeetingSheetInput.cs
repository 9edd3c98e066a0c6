using System.ComponentModel.DataAnnotations;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Handling;

/// <summary>A sheet of paper that decided several cases.</summary>
public sealed class MeetingSheetInput
{
    [Display(Name = "Sheet_On")]
    public DateOnly? On { get; set; }

    public PaperInput Original { get; set; } = new();

    public List<MeetingRowInput> Rows { get; set; } = [];
}

/// <summary>What the sheet says about one of them.</summary>
public sealed class MeetingRowInput
{
    public CaseId CaseId { get; set; }

    public int Revision { get; set; }

    /// <summary>It stands on the sheet.</summary>
    public bool IsDone { get; set; }

    public bool Agrees { get; set; } = true;

    [StringLength(Lengths.Remark)]
    public string? Opinion { get; set; }

    /// <summary>The department that was decided, where it is another than the suggested one.</summary>
    public DepartmentId? DepartmentId { get; set; }

    public Guid? HandlerId { get; set; }
}
