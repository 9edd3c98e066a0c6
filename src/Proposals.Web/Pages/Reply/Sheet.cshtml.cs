using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>发文稿纸代录: one sheet of paper with several signatures becomes several acts, done together.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SheetPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk), ISigningSheet
{
    [BindProperty]
    public SigningInput Sheet { get; set; } = new();

    /// <summary>The act of the first box; the page itself asks for the office, see <see cref="MayOpen"/>.</summary>
    public override string ActCode => nameof(ReviewByHead);

    public override bool AsksOnBehalf => false;

    public override bool KeepsDraft => true;

    public DateOnly Earliest => CaseFile.CurrentReply?.SubmittedOn ?? CaseFile.Case.AssignedOn;

    protected override string DraftName => nameof(SheetPage);

    protected override bool MayOpen => Desk.MyDuties.Includes(Duties.Office);

    public IReadOnlyList<Person> Signers(ReviewStage stage) => DecidersOf(ReviewActs.Code(stage));

    protected override IEnumerable<PaperInput> Papers() => [Sheet.Original];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Sheet.Boxes = [.. OpenStages().Select(stage => new BoxInput { Stage = stage, IsSigned = true, On = Desk.Today, DeciderId = SigningBoxes.Usual(stage, Signers(stage), CaseFile.Case) })];
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (!Sheet.Boxes.Exists(box => box.IsSigned))
            ModelState.AddModelError("Sheet.Boxes", text["Sheet_NeedsOne"]);
        SigningBoxes.Check(Sheet, ModelState, text);
    }

    protected override IReadOnlyList<ActLine> Lines() => [.. SigningBoxes.Lines(Sheet)];

    protected override CaseAct Act() => Lines()[0].Act;

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text["Sheet_Done", string.Join('、', Sheet.Boxes.Where(box => box.IsSigned).Select(box => Desk.Words.Label(box.Stage)))]);

    /// <summary>From the stage that waits to the signature; before a waiting step is known, those without a mark.</summary>
    private IEnumerable<ReviewStage> OpenStages()
    {
        if (CaseFile.CurrentReply is not { SubmittedOn: not null, SignedOn: null } reply)
            return [];
        var stages = Enum.GetValues<ReviewStage>().Where(stage => stage != ReviewStage.Principal || SigningBoxes.PrincipalSignsApart(CaseFile, reply, InForce.Profile)).ToList();
        var waiting = stages.FindIndex(stage => CaseFile.Waiting.Any(step => StepCatalogue.AsksFor(step.ActivityType, ReviewActs.Code(stage))));
        return waiting >= 0
            ? stages.Skip(waiting)
            : stages.Where(stage => !reply.Reviews.Exists(review => review.Version == reply.Version && review.Agreed && review.Stage == stage));
    }
}
