using System.ComponentModel.DataAnnotations;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Assignment;

public sealed class ProposeInput
{
    [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Propose_Department")]
    public DepartmentId? DepartmentId { get; set; }

    /// <summary>Null takes the department's default handler.</summary>
    [Display(Name = "Propose_Handler")]
    public Guid? HandlerId { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Propose_Opinion")]
    public string? Opinion { get; set; }

    /// <summary>The leader's decision stands on the paper slip already.</summary>
    [Display(Name = "Propose_OnPaper")]
    public bool OnPaper { get; set; }

    [Display(Name = "Propose_DecidedOn")]
    public DateOnly? DecidedOn { get; set; }

    [Display(Name = "Propose_NamesHandler")]
    public bool NamesHandler { get; set; }
}
