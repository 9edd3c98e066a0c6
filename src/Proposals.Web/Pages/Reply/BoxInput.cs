using System.ComponentModel.DataAnnotations;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>发文稿纸: its boxes and its picture.</summary>
public sealed class SigningInput
{
    public List<BoxInput> Boxes { get; set; } = [];

    public PaperInput Original { get; set; } = new();
}

/// <summary>One box of the signing sheet as the clerk copies it.</summary>
public sealed class BoxInput
{
    public ReviewStage Stage { get; set; }

    [Display(Name = "Sheet_Included")]
    public bool IsSigned { get; set; }

    [Display(Name = "Sheet_Decider")]
    public Guid? DeciderId { get; set; }

    [Display(Name = "Sheet_On")]
    public DateOnly? On { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Sheet_Opinion")]
    public string? Opinion { get; set; }
}
