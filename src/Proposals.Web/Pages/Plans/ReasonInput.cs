using System.ComponentModel.DataAnnotations;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Plans;

/// <summary>A form that asks only why.</summary>
public sealed class ReasonInput
{
    [Required, StringLength(Lengths.Remark), Display(Name = "Reason")]
    public string? Reason { get; set; }
}
