using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Reply;

/// <summary>复函与发文稿纸: the finished letter, every signature on its sheet, number and seal, entered from the papers in one go.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class WholePage(ActDesk desk, ReplyWording wording, Bureau bureau, ProposalsDbContext db, IStringLocalizer<ReplyText> text) : LetterForm(desk, wording, bureau), ISigningSheet
{
    [BindProperty]
    public SigningInput Sheet { get; set; } = new();

    [BindProperty]
    public WholeInput Whole { get; set; } = new();

    /// <summary>What will probably come next.</summary>
    public string Next { get; private set; } = "";

    public bool Draws => InForce.Profile.DrawsDocumentNumbers;

    public override bool AsksOnBehalf => false;

    public DateOnly Earliest => CaseFile.Case.RoundGateOn ?? CaseFile.Case.AcceptedOn ?? CaseFile.Case.AssignedOn;

    public IReadOnlyList<Person> Drafters => DecidersOf(nameof(SubmitReply));

    protected override string DraftName => nameof(WholePage);

    protected override bool MayOpen => Desk.MyDuties.Includes(Duties.Office);

    public IReadOnlyList<Person> Signers(ReviewStage stage) => DecidersOf(ReviewActs.Code(stage));

    protected override IEnumerable<PaperInput> Papers() => [Sheet.Original];

    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        await base.FillAsync(cancellationToken);
        Whole = new WholeInput { DrafterId = CaseFile.Case.HandlerId, DraftedOn = Desk.Today, SealedOn = Desk.Today };
        Sheet.Boxes =
        [
            .. Enum.GetValues<ReviewStage>().Where(stage => stage != ReviewStage.Principal || !SigningBoxes.LedByPrincipal(CaseFile))
                .Select(stage => new BoxInput { Stage = stage, IsSigned = stage != ReviewStage.Principal || PrincipalSignsAnyway, On = Desk.Today, DeciderId = SigningBoxes.Usual(stage, Signers(stage), CaseFile.Case) }),
        ];
    }

    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        await base.ReadAsync(cancellationToken);
        Next = await new DocumentNumbers(InForce.Profile, ReplyKind.ReplyLetter, (Whole.SealedOn ?? Desk.Today).Year).NextAsync(db, cancellationToken);
    }

    protected override void CheckForm()
    {
        base.CheckForm();
        SigningBoxes.Check(Sheet, ModelState, text);
        var principal = Sheet.Boxes.FindIndex(box => box.Stage == ReviewStage.Principal);
        if (Input.PromisesMoney && MoneyCallsPrincipal && principal >= 0 && !Sheet.Boxes[principal].IsSigned)
            ModelState.AddModelError($"Sheet.Boxes[{principal}].IsSigned", text["Whole_NeedsPrincipal"]);
        if (!Draws && string.IsNullOrWhiteSpace(Whole.Number))
            ModelState.AddModelError("Whole.Number", text["Seal_NeedsNumber"]);
    }

    protected override IReadOnlyList<ActLine> Lines() =>
    [
        new ActLine(Act()) { DecidedById = Whole.DrafterId, OccurredOn = Whole.DraftedOn },
        .. SigningBoxes.Lines(Sheet),
        new ActLine(new NumberAndSeal { DocumentNumber = Whole.Number }) { OccurredOn = Whole.SealedOn },
    ];

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Whole_Done"]);
}
