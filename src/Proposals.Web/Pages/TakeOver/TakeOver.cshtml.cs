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

    public IReadOnlyList<ListSheet> Sheets { get; private set; } = [];

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
        Input.ColumnsOf = null;
        await ShowAsync(reading, cancellationToken);
    }

    /// <summary>The same tables once more: another sheet, or under other columns.</summary>
    public async Task OnPostAgainAsync(CancellationToken cancellationToken)
    {
        if (IsConfirmed())
            await ShowAsync(ListFile.ReadTravelled(Input.Kept ?? ""), cancellationToken);
    }

    private async Task ShowAsync(ListReading reading, CancellationToken cancellationToken)
    {
        if (SheetOf(reading) is not { } sheet)
            return;
        Input.Kept = TravelText.Write(Sheets);
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

        // What is left to be put right is put right in the table, which must still be there.
        Input.Text = TravelText.Plain(sheet);
        ModelState.Clear();
    }

    public string Word(Refusal refusal)
    {
        var note = words.Of(refusal);
        return note.WhatToDo is null ? note.What : $"{note.What} {note.WhatToDo}";
    }

    private LedgerQuestion Question() => new(desk.Me, Input.Year, (Input.Sender ?? "").Trim())
    {
        Columns = Input.ColumnsOf == Input.Sheet && Input.Columns.Count > 0 ? Input.Columns : null,
        AsFarAsSure = Input.Partly.ToHashSet(),
    };

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

        Sheets = reading.Sheets;
        Input.Sheet = Input.ColumnsOf is null && Input.Upload is not null ? 0 : Math.Clamp(Input.Sheet, 0, Sheets.Count - 1);
        return Sheets[Input.Sheet];
    }
}
