using System.ComponentModel.DataAnnotations;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Web.Pages.TakeOver;

public sealed class TakeOverInput
{
    [Range(OfficeYears.First, OfficeYears.Last), Display(Name = "Year")]
    public int Year { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Sender")]
    public string? Sender { get; set; }

    [Display(Name = "Table")]
    public string? Text { get; set; }

    [Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    public bool IsNotClassified { get; set; }

    /// <summary>The tables as they were read, on their way from preview to confirmation.</summary>
    public string? Kept { get; set; }

    public int Sheet { get; set; }

    /// <summary>The sheet to which <see cref="Columns"/> belong; on another one they are guessed anew.</summary>
    public int? ColumnsOf { get; set; }

    /// <summary>What each column means, as <see cref="Proposals.Intake.TakeOver.LedgerMeanings"/> words it.</summary>
    public List<string?> Columns { get; set; } = [];

    /// <summary>Rows with problems that are to be taken up to the last step that is sure.</summary>
    public List<int> Partly { get; set; } = [];
}
