using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.People.Roster;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.People;

/// <summary>粘贴名单: departments and accounts out of one table, shown before anything is made, made all or none.</summary>
[Authorize(Policy = Permissions.ManagePeople)]
public sealed class PastePeoplePage(PeopleActs acts, PeopleListReader reader, RefusalWords words, Bureau bureau, TimeProvider clock) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>The table as it was read, on its way from preview to confirmation.</summary>
    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>Which of the tables of a workbook is shown.</summary>
    [BindProperty]
    public int At { get; set; }

    public IReadOnlyList<ListSheet> Sheets { get; private set; } = [];

    public PeopleSheet? Sheet { get; private set; }

    /// <summary>Filled once, in the answer to the post that made the accounts.</summary>
    public IReadOnlyList<IssuedAccount>? Issued { get; private set; }

    public bool IsSetUp { get; private set; }

    public RefusalNote? Refusal { get; private set; }

    public async Task OnGetAsync() => IsSetUp = (await bureau.SettingsAsync()).IsSetUp;

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync();
        At = 0;
        await ShowAsync(Upload is { } file ? await TableUpload.ReadAsync(file, cancellationToken, PeopleListReader.Looks) : ListFile.ReadPasted(Text ?? ""), cancellationToken);
    }

    /// <summary>Another sheet of the same workbook.</summary>
    public async Task OnPostSheetAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync();
        await ShowAsync(ListFile.ReadTravelled(Kept ?? ""), cancellationToken);
    }

    public async Task OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        await OnGetAsync();
        await ShowAsync(ListFile.ReadTravelled(Kept ?? ""), cancellationToken);
        if (Sheet is not { Problems.Count: 0 })
            return;
        var (issued, refusal) = await acts.EnterListAsync(User.PersonId(), Sheet, OneTimePassword.Draw, clock.GetUtcNow(), cancellationToken);
        Refusal = refusal is null ? null : words.Of(refusal);
        Issued = refusal is null ? issued : null;
    }

    private async Task ShowAsync(ListReading reading, CancellationToken cancellationToken)
    {
        if (reading.Refusal is { } refusal)
        {
            Refusal = words.Of(refusal);
            return;
        }

        Sheets = reading.Sheets;
        At = Math.Clamp(At, 0, Sheets.Count - 1);
        Kept = TravelText.Write(Sheets);
        ModelState.Remove(nameof(Kept));
        Sheet = await reader.ReadAsync(Sheets[At], cancellationToken);
    }

    public string Word(Refusal refusal) => words.Of(refusal).What;

    public string Duties(Duty duties) => string.Join("、", Proposals.People.Duties.All.Where(duty => duties.HasFlag(duty)).Select(duty => words.Label(duty)));
}
