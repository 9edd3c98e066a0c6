using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;

namespace Proposals.Web.Pages.Handling;

/// <summary>What narrows the ledger, as it stands in the address: the page and its export read the same.</summary>
public abstract class LedgerFilterPage : PageModel
{
    /// <summary>Left out, the newest year; 0 is all years.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    [BindProperty(SupportsGet = true)]
    public ItemKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Text { get; set; }

    public DepartmentId? DepartmentId => Proposals.People.DepartmentId.TryParse(Department, null, out var id) ? id : null;

    /// <summary>Asked once the year is settled.</summary>
    protected LedgerFilter Filter() => new()
    {
        Year = Year == 0 ? null : Year,
        State = State,
        Light = Light,
        DepartmentId = DepartmentId,
        Kind = Kind,
        Text = Text,
    };

    /// <summary>The same filter at another address.</summary>
    public string Address(string path)
    {
        var kept = new Dictionary<string, string?>
        {
            ["year"] = Year?.ToString(),
            ["state"] = State?.ToString(),
            ["light"] = Light?.ToString(),
            ["department"] = DepartmentId?.ToString(),
            ["kind"] = Kind?.ToString(),
            ["text"] = string.IsNullOrWhiteSpace(Text) ? null : Text,
        };
        return QueryHelpers.AddQueryString(path, kept.Where(pair => pair.Value is not null));
    }
}
