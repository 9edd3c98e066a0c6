using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Proposals.Assignment;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>A page about one of the units that have a part in a case; which one stands in the address, or is chosen in the form.</summary>
public abstract class UnitPage(ActDesk desk) : ActPage(desk)
{
    [BindProperty(SupportsGet = true), Required(ErrorMessage = "Choose_Missing"), Display(Name = "Unit_Name")]
    public Guid? Unit { get; set; }

    /// <summary>Those that the act can be about now.</summary>
    public abstract IReadOnlyList<CaseUnit> Candidates { get; }

    public CaseUnit? Chosen => Candidates.FirstOrDefault(unit => unit.Id == Unit);

    public string ChosenName => CaseFile.Case.Units.Find(unit => unit.Id == Unit)?.Name ?? "—";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Unit = (Chosen ?? (Candidates is [var first, ..] ? first : null))?.Id;
        ModelState.Remove(nameof(Unit));
        return Task.CompletedTask;
    }
}
