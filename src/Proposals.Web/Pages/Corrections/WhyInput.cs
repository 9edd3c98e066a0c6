using System.ComponentModel.DataAnnotations;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

/// <summary>What every correction asks besides the right values.</summary>
public sealed class WhyInput
{
    [Required, StringLength(Lengths.Remark), Display(Name = "Why_Reason")]
    public string? Reason { get; set; }

    public PaperInput Evidence { get; set; } = new();

    /// <summary>The moves of deadlines that the person has seen and agreed to.</summary>
    public string? Seen { get; set; }

    public FileId? EvidenceId => Evidence.Stored is [var paper, ..] ? paper : null;
}
