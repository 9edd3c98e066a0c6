using System.ComponentModel.DataAnnotations;
using Proposals.Consultation;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Consultation;

public sealed class RecordInput
{
    /// <summary>Nothing is ticked beforehand: a telephone call must not become a visit by a forgotten tap.</summary>
    [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Record_Kind")]
    public ContactKind? Kind { get; set; }

    [StringLength(Lengths.Subject), Display(Name = "Record_Place")]
    public string? Place { get; set; }

    [Required, StringLength(Lengths.Remark), Display(Name = "Record_ProposersPoints")]
    public string? ProposersPoints { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Record_OurIdeas")]
    public string? OurIdeas { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Record_Agreed")]
    public string? Agreed { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Record_StillOpen")]
    public string? StillOpen { get; set; }

    public List<Guid> Proposers { get; set; } = [];

    public List<Guid> Staff { get; set; } = [];

    public PaperInput Proofs { get; set; } = new();

    public bool HasMore => !Array.TrueForAll([OurIdeas, Agreed, StillOpen], string.IsNullOrWhiteSpace);
}
