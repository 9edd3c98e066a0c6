using System.ComponentModel.DataAnnotations;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Reply;

/// <summary>What stands on the papers beside the letter and the boxes.</summary>
public sealed class WholeInput
{
    [Display(Name = "Whole_Drafter")]
    public Guid? DrafterId { get; set; }

    [Required, Display(Name = "Whole_DraftedOn")]
    public DateOnly? DraftedOn { get; set; }

    /// <summary>Left empty where numbers are drawn here.</summary>
    [StringLength(Lengths.Name), Display(Name = "Seal_Number")]
    public string? Number { get; set; }

    [Required, Display(Name = "Whole_SealedOn")]
    public DateOnly? SealedOn { get; set; }
}
