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

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Input = new ImportInput { Sender = RegisterDefaults.BodyOf(await RegisterDefaults.LastKindAsync(db, cancellationToken)), AssignedOn = desk.Today };
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
    }

    /// <summary>Reads what was chosen or pasted, or reads the travelling list under changed columns.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync(cancellationToken) && Input.ColumnsOf is null)
            (Input.FillsDown, Input.AlsoReceive, Input.ReceivedOn) = (!Sheet.KnowsMerges, true, desk.Today);
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
        var outcome = await lists.ConfirmAsync(preview, Input.Sender ?? "", desk.Me, Input.IsNotClassified, Input.AlsoReceive ? Input.ReceivedOn ?? desk.Today : null, desk.Now, cancellationToken);
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
        var reading = await ListAsync(cancellationToken);
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

    private async Task<ListReading> ListAsync(CancellationToken cancellationToken)
    {
        if (Input.Upload is { } upload)
        {
            if (upload.Length > ListLimits.Bytes)
                return ListReading.Refused(ListRefusals.TooLarge);
            using var bytes = new MemoryStream();
            await upload.CopyToAsync(bytes, cancellationToken);
            return ListFile.Read(bytes.ToArray());
        }

        return Input.IsFresh ? ListFile.ReadPasted(Input.Pasted ?? "") : ListFile.ReadTravelled(Input.Travelled ?? "");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken, Refusal? refusal = null)
    {
        Bodies = await RegisterDefaults.BodiesAsync(db, cancellationToken);
        if (Sheets.Count > 0 && refusal is null && !string.IsNullOrWhiteSpace(Input.Sender))
            (Preview, refusal) = await lists.PreviewAsync(Sheet, Input.Order(), desk.Now, cancellationToken);
        if (refusal is not null)
            Refusal = desk.Words.Of(refusal);
        return Page();
    }
}
