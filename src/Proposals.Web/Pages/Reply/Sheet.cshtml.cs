using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>发文稿纸代录: one sheet of paper with several signatures becomes several acts, done together.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SheetPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class SheetInput
    {
        public List<BoxInput> Boxes { get; set; } = [];

        public PaperInput Original { get; set; } = new();
    }

    public sealed class BoxInput
    {
        public ReviewStage Stage { get; set; }

        [Display(Name = "Sheet_Included")]
        public bool IsSigned { get; set; }

        [Display(Name = "Sheet_Decider")]
        public Guid? DeciderId { get; set; }

        [Display(Name = "Sheet_On")]
        public DateOnly? On { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Sheet_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public SheetInput Input { get; set; } = new();

    /// <summary>The act of the first box; the page itself asks for the office, see <see cref="MayOpen"/>.</summary>
    public override string ActCode => nameof(ReviewByHead);

    public override bool AsksOnBehalf => false;

    public override bool KeepsDraft => true;

    protected override string DraftName => nameof(SheetPage);

    protected override bool MayOpen => Desk.MyDuties.Includes(Duties.Office);

    public IReadOnlyList<Person> Signers(ReviewStage stage) => DecidersOf(ReviewActs.Code(stage));

    protected override IEnumerable<PaperInput> Papers() => [Input.Original];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Boxes = [.. OpenStages().Select(stage => new BoxInput { Stage = stage, IsSigned = true, On = Desk.Today, DeciderId = Usual(stage) })];
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (!Input.Boxes.Exists(box => box.IsSigned))
            ModelState.AddModelError("Input.Boxes", text["Sheet_NeedsOne"]);
        BoxInput? before = null;
        for (var index = 0; index < Input.Boxes.Count; index++)
        {
            var box = Input.Boxes[index];
            if (box.IsSigned)
                CheckBox(index, box, before);
            before = box;
        }
    }

    protected override IReadOnlyList<ActLine> Lines() => [.. Signed.Select(box => new ActLine(ReviewActs.Of(box.Stage, true, box.Opinion))
    {
        DecidedById = box.DeciderId,
        OccurredOn = box.On,
        OriginalId = Input.Original.Stored is [var original, ..] ? original : null,
    })];

    protected override CaseAct Act() => Lines()[0].Act;

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Sheet_Done", string.Join('、', Signed.Select(box => Desk.Words.Label(box.Stage)))]);

    private IEnumerable<BoxInput> Signed => Input.Boxes.Where(box => box.IsSigned);

    private void CheckBox(int index, BoxInput box, BoxInput? before)
    {
        if (before is { IsSigned: false })
            ModelState.AddModelError($"Input.Boxes[{index}].IsSigned", text["Sheet_NoGap"]);
        if (box.DeciderId is null)
            ModelState.AddModelError($"Input.Boxes[{index}].DeciderId", text["Sheet_NeedsDecider"]);
        if (box.On is null)
            ModelState.AddModelError($"Input.Boxes[{index}].On", text["Sheet_NeedsDate"]);
        else if (before is { IsSigned: true } && box.On < before.On)
            ModelState.AddModelError($"Input.Boxes[{index}].On", text["Sheet_Order"]);
    }

    /// <summary>From the stage that waits to the signature; before a waiting step is known, those without a mark.</summary>
    private IEnumerable<ReviewStage> OpenStages()
    {
        if (CaseFile.CurrentReply is not { SubmittedOn: not null, SignedOn: null } reply)
            return [];
        var stages = Enum.GetValues<ReviewStage>().Where(stage => stage != ReviewStage.Principal || PrincipalSignsApart(reply)).ToList();
        var waiting = stages.FindIndex(stage => CaseFile.Waiting.Any(step => StepCatalogue.AsksFor(step.ActivityType, ReviewActs.Code(stage))));
        return waiting >= 0
            ? stages.Skip(waiting)
            : stages.Where(stage => !reply.Reviews.Exists(review => review.Version == reply.Version && review.Agreed && review.Stage == stage));
    }

    /// <summary>Where the leader in charge is the principal, one signature is both.</summary>
    private bool PrincipalSignsApart(WrittenReply reply) =>
        CaseFacts.PrincipalSigns(CaseFile.Case, reply, Desk.Rules.Profile)
        && !(CaseFile.Case.LeaderId is { } leader && CaseFile.People.TryGetValue(leader, out var person) && person.Duties.HasFlag(Duty.Principal));

    private Guid? Usual(ReviewStage stage)
    {
        var signers = Signers(stage);
        var inCharge = signers.FirstOrDefault(person => stage == ReviewStage.Deputy && person.Id == CaseFile.Case.LeaderId);
        return (inCharge ?? (signers is [var first, ..] ? first : null))?.Id;
    }
}
