using System.ComponentModel.DataAnnotations;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Intake;

/// <summary>The slip as the clerk types it. Six fields are asked for; what is left empty below them follows from the last case of the kind.</summary>
public sealed class RegisterInput
{
    [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Register_Kind")]
    public ItemKind? Kind { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Register_CaseNumber")]
    public string? CaseNumber { get; set; }

    [Required, StringLength(Lengths.Subject), Display(Name = "Register_Subject")]
    public string? Subject { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Register_LeadName")]
    public string? LeadName { get; set; }

    [Required, StringLength(Lengths.Name), Display(Name = "Register_AssigningBody")]
    public string? AssigningBody { get; set; }

    [Required, Display(Name = "Register_AssignedOn")]
    public DateOnly? AssignedOn { get; set; }

    [Display(Name = "Register_NotClassified")]
    public bool IsNotClassified { get; set; }

    [Display(Name = "Register_AlsoReceive")]
    public bool AlsoReceive { get; set; }

    [Display(Name = "Register_ReceivedOn")]
    public DateOnly? ReceivedOn { get; set; }

    [Display(Name = "Register_Level")]
    public AdministrativeLevel Level { get; set; }

    [Range(1, 99), Display(Name = "Register_Term")]
    public int? TermNumber { get; set; }

    [Range(1, 99), Display(Name = "Register_Session")]
    public int? SessionNumber { get; set; }

    /// <summary>Null leaves it to the assignment date.</summary>
    [Display(Name = "Register_InterSession")]
    public bool? IsInterSession { get; set; }

    [Range(OfficeYears.First, OfficeYears.Last), Display(Name = "Register_Year")]
    public int? HandlingYear { get; set; }

    [Display(Name = "Register_Role")]
    public OurRole Role { get; set; }

    /// <summary>Where we are co-organizer.</summary>
    [StringLength(Lengths.Name), Display(Name = "Register_LeadUnit")]
    public string? LeadUnit { get; set; }

    /// <summary>One a line; see <see cref="UnitLines"/>.</summary>
    [StringLength(Lengths.Remark), Display(Name = "Register_OtherUnits")]
    public string? OtherUnits { get; set; }

    [Display(Name = "Register_IsKey")]
    public bool IsKey { get; set; }

    [Display(Name = "Register_LedBy")]
    public Guid? LedById { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Register_SupervisedBy")]
    public string? SupervisedBy { get; set; }

    [Display(Name = "Register_IsCollective")]
    public bool IsCollective { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Register_ContactPerson")]
    public string? ContactPerson { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Register_Group")]
    public string? Group { get; set; }

    [StringLength(Lengths.Subject), Display(Name = "Register_WorkUnit")]
    public string? WorkUnit { get; set; }

    [StringLength(Lengths.Phone), Display(Name = "Register_Phone")]
    public string? Phone { get; set; }

    /// <summary>One a line; see <see cref="ProposerLines"/>.</summary>
    [StringLength(Lengths.LongText), Display(Name = "Register_Others")]
    public string? Others { get; set; }

    [StringLength(Lengths.LongText), Display(Name = "Register_Content")]
    public string? Content { get; set; }

    [StringLength(Lengths.Remark), Display(Name = "Register_AssignmentOpinion")]
    public string? AssignmentOpinion { get; set; }

    public PaperInput Attachments { get; set; } = new();

    /// <summary>Something below the fold was filled in, so it stays open when the form comes back.</summary>
    public bool HasMore => IsKey || IsCollective || Level != AdministrativeLevel.District || Role != OurRole.SoleOrganizer || IsInterSession is not null
        || TermNumber is not null || SessionNumber is not null || HandlingYear is not null || LedById is not null || Attachments.Stored.Count > 0
        || !Array.TrueForAll([LeadUnit, OtherUnits, SupervisedBy, ContactPerson, Group, WorkUnit, Phone, Others, Content, AssignmentOpinion], string.IsNullOrWhiteSpace);
}
