using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.Intake.TakeOver;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.TakeOver;

/// <summary>接管台账: the office's own ledger, pasted or chosen, becomes cases at their present step. Shown before anything is stored.</summary>
[Authorize(Policy = Permissions.RegisterCases)]
public sealed class TakeOverPage(LedgerTakeOver ledger, ActDesk desk, RefusalWords words, IStringLocalizer<TakeOverText> text) : PageModel
{
    [BindProperty]
    public TakeOverInput Input { get; set; } = new();

    [BindProperty]
    public Guid Key { get; set; } = Guid.NewGuid();

    public LedgerReading? Reading { get; private set; }

    /// <summary>The rows that were in order are cases now.</summary>
    public bool IsTaken { get; private set; }

    public RefusalNote? Refusal { get; private set; }

    public int ThisYear => desk.Today.Year;

    public void OnGet(int? year)
    {
        ModelState.Clear();
        Input.Year = year ?? ThisYear;
    }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsConfirmed())
            return;
        var reading = Input.Upload is { } file ? await TableUpload.ReadAsync(file, cancellationToken) : ListFile.ReadPasted(Input.Text ?? "");
        if (SheetOf(reading) is not { } sheet)
            return;
        Input.Kept = TravelText.Write([sheet]);
        Key = Guid.NewGuid();
        ModelState.Clear();
        Reading = await ledger.PreviewAsync(sheet, Question(), desk.Now, cancellationToken);
    }

    public async Task OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (!IsConfirmed() || SheetOf(ListFile.ReadTravelled(Input.Kept ?? "")) is not { } sheet)
            return;
        Reading = await ledger.TakeAsync(sheet, Question(), Key, desk.Now, cancellationToken);
        IsTaken = true;
        ModelState.Clear();
    }

    public string Word(Refusal refusal)
    {
        var note = words.Of(refusal);
        return note.WhatToDo is null ? note.What : $"{note.What} {note.WhatToDo}";
    }

    private LedgerQuestion Question() => new(desk.Me, Input.Year, (Input.Sender ?? "").Trim());

    private bool IsConfirmed()
    {
        if (!Input.IsNotClassified)
            ModelState.AddModelError($"{nameof(Input)}.{nameof(Input.IsNotClassified)}", text["NotClassified_Missing"]);
        return ModelState.IsValid;
    }

    private ListSheet? SheetOf(ListReading reading)
    {
        if (reading.Refusal is { } refusal)
        {
            Refusal = words.Of(refusal);
            return null;
        }

        return reading.Sheets[0];
    }
}
