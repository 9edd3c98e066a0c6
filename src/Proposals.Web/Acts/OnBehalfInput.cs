using System.ComponentModel.DataAnnotations;
using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Web.Acts;

/// <summary>代录 and the day it happened: the part that every act's form has in common.</summary>
public sealed class OnBehalfInput
{
    /// <summary>Null means whoever is signed in decides.</summary>
    [Display(Name = "OnBehalf_Decider")]
    public Guid? DeciderId { get; set; }

    [Display(Name = "OnBehalf_OccurredOn")]
    public DateOnly? OccurredOn { get; set; }

    public PaperInput Original { get; set; } = new();

    public ActLine Line(CaseAct act) => new(act)
    {
        DecidedById = DeciderId,
        OccurredOn = OccurredOn,
        OriginalId = Original.Stored.Count > 0 ? Original.Stored[0] : null,
    };
}

/// <summary>Papers of a form: new uploads are stored before the act is tried, so that a refusal loses none of them.</summary>
public sealed class PaperInput
{
    public List<IFormFile> New { get; set; } = [];

    public List<FileId> Stored { get; set; } = [];
}
