using System.ComponentModel.DataAnnotations;
using Proposals.Handling;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>The forms that came back, and whether the file is laid down with them.</summary>
public sealed class CompleteInput
{
    public List<FormInput> Forms { get; set; } = [];

    [Display(Name = "Complete_Archives")]
    public bool Archives { get; set; }

    [Display(Name = "Complete_ArchivedOn")]
    public DateOnly? ArchivedOn { get; set; }
}

/// <summary>征询意见表 of one proposer; left alone where it has not come back.</summary>
public sealed class FormInput
{
    public Guid ProposerId { get; set; }

    public Rating? Attitude { get; set; }

    public Rating? Result { get; set; }

    [Display(Name = "Form_On")]
    public DateOnly? On { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Form_Comments")]
    public string? Comments { get; set; }

    public PaperInput Scan { get; set; } = new();

    public bool IsFilled => Attitude is not null || Result is not null || Scan.Stored.Count > 0 || !string.IsNullOrWhiteSpace(Comments);
}
