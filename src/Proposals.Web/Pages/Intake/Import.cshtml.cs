using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Intake;

/// <summary>导入交办清单: a file or a pasted table is read, shown with what it would do, and registered only when that was confirmed.</summary>
[Authorize(Policy = Permissions.RegisterCases)]
public sealed class ImportListPage(ActDesk desk, ListImport lists, ProposalsDbContext db, IStringLocalizer<ImportText> text) : PageModel
{
    [BindProperty]
    public ImportInput Input { get; set; } = new();

    public RefusalNote? Refusal { get; private set; }

    public ListPreview? Preview { get; private set; }

    public IReadOnlyList<ListSheet> Sheets { get; private set; } = [];

    /// <summary>By row number, after a confirmation that did not register all.</summary>
    public IReadOnlyDictionary<int, Refusal> Refused { get; private set; } = new Dictionary<int, Refusal>();

    /// <summary>What the confirmation did, where some rows were refused.</summary>
    public string? Done { get; private set; }

    public IReadOnlyList<string> Bodies { get; private set; } = [];

    public DateOnly Today => desk.Today;

    public ListSheet Sheet => Sheets[Input.Sheet];

    public HeadingRow Heading => Preview?.List.Heading ?? HeadingRow.Find(Sheet) ?? HeadingRow.None(Sheet);

    /// <summary>Without a preview as they were chosen, so that nothing of it is lost.</summary>
    public ListColumns Columns => Preview?.List.Columns ?? (Input.HasChosen ? Input.Chosen() : ListColumns.Guess(Sheet, Heading));

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
    }

    /// <summary>Reads what was chosen or pasted, or reads the travelling list under changed columns.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) && Input.ColumnsOf is null)
            (Input.FillsDown, Input.AlsoReceive, Input.ReceivedOn) = (!Sheet.KnowsMerges, true, desk.Today);
        if (Sheets.Count > 0)
            await TakeFromTitleAsync(cancellationToken);
        return await ShowAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken) || !ModelState.IsValid)
            return await ShowAsync(cancellationToken);
        if (!Input.IsNotClassified)
        {
            Refusal = desk.Words.Of(IntakeRefusals.Classified);
            return await ShowAsync(cancellationToken);
        }

        var (preview, refusal) = await lists.PreviewAsync(Sheet, Input.Order(), desk.Now, cancellationToken);
        if (preview is null)
            return await ShowAsync(cancellationToken, refusal);
        var outcome = await lists.ConfirmAsync(preview, Input.Sender ?? "", desk.Me, Input.IsNotClassified, Input.Key, Input.AlsoReceive ? Input.ReceivedOn ?? desk.Today : null, desk.Now, cancellationToken);
        if (outcome.Refused.Count > 0)
        {
            Done = text["Done_Partly", outcome.Registered.Count, outcome.Refused.Count];
            Refused = outcome.Refused.ToDictionary(row => row.Number, row => row.Reason);
            return await ShowAsync(cancellationToken);
        }

        this.Say(outcome.Registered.Count == 0 ? text["Done_Nothing"] : text[Input.AlsoReceive ? "Done_Both" : "Done", outcome.Registered.Count]);
        return Redirect("/cases");
    }

    /// <returns>Whether there is a list to show; otherwise why not stands in <see cref="Refusal"/>.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        var isFresh = Input.IsFresh;
        var reading = Input.Upload is { } upload ? await TableUpload.ReadAsync(upload, cancellationToken)
            : isFresh ? ListFile.ReadPasted(Input.Pasted ?? "")
            : ListFile.ReadTravelled(Input.Travelled ?? "");
        if (reading.Refusal is { } refusal)
        {
            Refusal = desk.Words.Of(refusal);
            return false;
        }

        Sheets = reading.Sheets;
        if (isFresh)
            (Input.Sheet, Input.ColumnsOf, Input.HasOutsideLinks) = (0, null, reading.HasOutsideLinks);
        Input.Sheet = Math.Clamp(Input.Sheet, 0, Sheets.Count - 1);
        Input.Travelled = TravelText.Write(Sheets);
        return true;
    }

    /// <summary>What nobody typed, and what was taken from another sheet's title, is as this sheet's title has it.</summary>
    private async Task TakeFromTitleAsync(CancellationToken cancellationToken)
    {
        if (Input.ColumnsOf == Input.Sheet)
            return;
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
        var title = ListTitle.Of(Sheet, Bodies);
        var before = Input.ColumnsOf is { } other && other >= 0 && other < Sheets.Count ? ListTitle.Of(Sheets[other], Bodies) : null;
        if (string.IsNullOrWhiteSpace(Input.Sender) || (before is not null && Input.Sender == RegisterDefaults.SenderOf(before)))
            Input.Sender = RegisterDefaults.SenderOf(title);
        if (Input.AssignedOn is null || (before is not null && Input.AssignedOn == (before.AssignedOn ?? desk.Today)))
            Input.AssignedOn = title.AssignedOn ?? desk.Today;
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Sender)}");
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.AssignedOn)}");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, Refusal? refusal = null)
    {
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
        Input.Key = Guid.NewGuid();
        ModelState.Remove($"{nameof(Input)}.{nameof(Input.Key)}");
        if (Sheets.Count > 0 && refusal is null)
            (Preview, refusal) = await lists.PreviewAsync(Sheet, Input.Order(), desk.Now, cancellationToken);
        if (refusal is not null)
            Refusal = desk.Words.Of(refusal);
        return Page();
    }
}
