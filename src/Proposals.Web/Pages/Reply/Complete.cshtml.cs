using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>送达、反馈与归档: what is left of a finished case once its letter is sealed, entered from the papers in one go.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class CompletePage(ActDesk desk, IStringLocalizer<ReplyText> text) : DeliveryForm(desk, text)
{
    [BindProperty]
    public CompleteInput Input { get; set; } = new();

    public override bool KeepsDraft => true;

    /// <summary>What was promised has to be kept first.</summary>
    public bool MayArchive => !CaseFile.Commitments.Any(promise => promise.State is not (CommitmentState.Kept or CommitmentState.Failed));

    protected override string DraftName => nameof(CompletePage);

    protected override bool TicksProposers => true;

    protected override bool MayOpen => Desk.MyDuties.Includes(Duties.Office);

    public Proposer? ProposerOf(FormInput row) => CaseFile.Case.Proposers.Find(proposer => proposer.Id == row.ProposerId);

    public ChoiceSet Attitudes(int index) => Ratings($"Input.Forms[{index}].Attitude", Text["Form_Attitude"], Input.Forms[index].Attitude);

    public ChoiceSet Results(int index) => Ratings($"Input.Forms[{index}].Result", Text["Form_Result"], Input.Forms[index].Result);

    protected override IEnumerable<PaperInput> Papers() => base.Papers().Concat(Input.Forms.Select(row => row.Scan));

    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        await base.FillAsync(cancellationToken);
        Input.Forms = [.. CaseFile.Case.Proposers.Where(IsAsked).Select(proposer => new FormInput { ProposerId = proposer.Id, On = Desk.Today })];
        Input.ArchivedOn = Desk.Today;
    }

    protected override void CheckForm()
    {
        base.CheckForm();
        if (!TicksAny && !Input.Forms.Exists(row => row.IsFilled))
            ModelState.AddModelError("Delivery", Text["Deliver_NeedsOne"]);
        for (var index = 0; index < Input.Forms.Count; index++)
            if (Input.Forms[index] is { IsFilled: true } row)
                CheckRow($"Input.Forms[{index}]", row);
        if (Input.Archives && Input.Forms.Exists(row => row.Attitude == Rating.Unsatisfied || row.Result == Rating.Unsatisfied))
            ModelState.AddModelError("Input.Archives", Text["Complete_NotSatisfied"]);
        if (Input is { Archives: true, ArchivedOn: null })
            ModelState.AddModelError("Input.ArchivedOn", Text["Deliver_NeedsDay"]);
    }

    protected override IReadOnlyList<ActLine> Lines()
    {
        // The first proposer's form closes the case, so it comes last.
        var forms = Input.Forms.Where(row => row.IsFilled).OrderBy(row => ProposerOf(row)?.Role is ProposerRole.Lead or ProposerRole.Collective);
        var lines = base.Lines().Concat(forms.Select(row =>
            new ActLine(new RecordFeedback(row.ProposerId, row.Attitude ?? default, row.Result ?? default, row.Scan.Stored is [var scan, ..] ? scan : null) { Comments = row.Comments?.Trim() ?? "" }) { OccurredOn = row.On }));
        return Input.Archives ? [.. lines, new ActLine(new CloseAndArchive()) { OccurredOn = Input.ArchivedOn }] : [.. lines];
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(Text[Input.Archives ? "Complete_DoneAll" : "Complete_Done"]);

    private void CheckRow(string name, FormInput row)
    {
        if (row.Attitude is null)
            ModelState.AddModelError($"{name}.Attitude", Text["Form_NeedsBoth"]);
        if (row.Result is null)
            ModelState.AddModelError($"{name}.Result", Text["Form_NeedsBoth"]);
        if (row.On is null)
            ModelState.AddModelError($"{name}.On", Text["Deliver_NeedsDay"]);
    }

    /// <summary>Owed the reply, and no form of this round from him yet.</summary>
    private bool IsAsked(Proposer proposer) => proposer.IsOwedReply && !CaseFile.Forms.Any(form => form.Round == CaseFile.Case.Round && form.ProposerId == proposer.Id);

    private ChoiceSet Ratings(string name, string legend, Rating? chosen) => new(name, legend, chosen?.ToString(),
        [.. Enum.GetValues<Rating>().Select(rating => new Choice(rating.ToString(), Desk.Words.Label(rating)))]) { IsRequired = false };
}
