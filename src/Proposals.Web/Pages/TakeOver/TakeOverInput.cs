using System.ComponentModel.DataAnnotations;
using Proposals.Persistence;

namespace Proposals.Web.Pages.TakeOver;

public sealed class TakeOverInput
{
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    [Range(FirstYear, LastYear), Display(Name = "Year")]
    public int Year { get; set; }

    [StringLength(Lengths.Name), Display(Name = "Sender")]
    public string? Sender { get; set; }

    [Display(Name = "Table")]
    public string? Text { get; set; }

    [Display(Name = "File")]
    public IFormFile? Upload { get; set; }

    public bool IsNotClassified { get; set; }

    /// <summary>The table as it was read, on its way from preview to confirmation.</summary>
    public string? Kept { get; set; }
}
