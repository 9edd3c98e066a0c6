using System.ComponentModel.DataAnnotations;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>The list of a delivery as it is ticked off.</summary>
public sealed class DeliveryInput
{
    public List<HandedInput> Handed { get; set; } = [];

    public List<CopyInput> Copies { get; set; } = [];
}

/// <summary>One who is owed the reply.</summary>
public sealed class HandedInput
{
    public Guid ProposerId { get; set; }

    public bool IsDone { get; set; }

    [Display(Name = "Deliver_Way")]
    public DeliveryWay Way { get; set; }

    [Display(Name = "Deliver_On")]
    public DateOnly? On { get; set; }

    [Display(Name = "Deliver_By")]
    public Guid? ById { get; set; }

    public PaperInput Proof { get; set; } = new();
}

/// <summary>One who gets a copy, or the upload.</summary>
public sealed class CopyInput
{
    [StringLength(Lengths.Name)]
    public string Recipient { get; set; } = "";

    public CopyWay Way { get; set; }

    public bool IsDone { get; set; }

    [Display(Name = "Copy_On")]
    public DateOnly? On { get; set; }
}
