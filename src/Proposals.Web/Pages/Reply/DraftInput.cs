using System.ComponentModel.DataAnnotations;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Reply;

/// <summary>The letter as its drafter writes it.</summary>
public sealed class DraftInput
{
    [Required, StringLength(Lengths.Code), Display(Name = "Draft_Class")]
    public string? ResultClass { get; set; }

    [Required, StringLength(Lengths.LongText), Display(Name = "Draft_Body")]
    public string? Body { get; set; }

    [Display(Name = "Draft_PromisesMoney")]
    public bool PromisesMoney { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Draft_ContactPerson")]
    public string? ContactPerson { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Draft_ContactPhone")]
    public string? ContactPhone { get; set; }

    public List<PromiseInput> Commitments { get; set; } = [];
}

public sealed class PromiseInput
{
    [StringLength(Lengths.Remark), Display(Name = "Promise_Text")]
    public string? Text { get; set; }

    [Display(Name = "Promise_Department")]
    public DepartmentId? DepartmentId { get; set; }

    [Display(Name = "Promise_Responsible")]
    public Guid? ResponsibleId { get; set; }

    [Display(Name = "Promise_DueOn")]
    public DateOnly? DueOn { get; set; }
}
