using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Feedback;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Feedback;

/// <summary>登记反馈: what the proposer wrote on the form, and its picture.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RecordPage(ActDesk desk, IStringLocalizer<FeedbackText> text) : ActPage(desk)
{
    public sealed class RecordInput
    {
        [Required, Display(Name = "Record_Proposer")]
        public Guid? ProposerId { get; set; }

        [Display(Name = "Record_Round")]
        public int? Round { get; set; }

        [Required, Display(Name = "Record_Attitude")]
        public Rating? Attitude { get; set; }

        [Required, Display(Name = "Record_Result")]
        public Rating? Result { get; set; }

        public FeedbackChannel Channel { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Record_Comments")]
        public string? Comments { get; set; }

        public PaperInput Scan { get; set; } = new();
    }

    [BindProperty]
    public RecordInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordFeedback);

    public override bool KeepsDraft => true;

    public IReadOnlyList<AwaitedForm> Awaited => AwaitedForm.Of(CaseFile);

    /// <summary>Owed a reply that went out, and no form from them yet.</summary>
    public IReadOnlyList<Proposer> Missing => [.. Awaited.Select(form => form.Proposer).DistinctBy(proposer => proposer.Id)];

    /// <summary>The last reply first: a form about an earlier one may still come.</summary>
    public IReadOnlyList<int> Rounds => [.. Awaited.Select(form => form.Round).Distinct()];

    /// <summary>The case did not wait for it.</summary>
    public bool IsLate => CaseFile.Case.FeedbackLapsed || CaseFile.Case.ClosedOn is not null;

    public ChoiceSet Attitudes => Ratings("Input.Attitude", text["Record_Attitude"], Input.Attitude);

    public ChoiceSet Results => Ratings("Input.Result", text["Record_Result"], Input.Result);

    public ChoiceSet Channels => ChoiceSet.Of<FeedbackChannel>("Input.Channel", text["Record_Channel"], Input.Channel, Desk.Words, Enum.GetValues<FeedbackChannel>());

    protected override IEnumerable<PaperInput> Papers() => [Input.Scan];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        if (Awaited is [var first, ..])
            (Input.ProposerId, Input.Round) = (first.Proposer.Id, first.Round);
        return Task.CompletedTask;
    }

    protected override CaseAct Act() =>
        new RecordFeedback(Input.ProposerId ?? Guid.Empty, Input.Attitude ?? Rating.Unsatisfied, Input.Result ?? Rating.Unsatisfied, Input.Scan.Stored is [var scan, ..] ? scan : null)
        {
            Round = Input.Round,
            Channel = Input.Channel,
            Comments = Input.Comments ?? "",
        };

    private ChoiceSet Ratings(string name, string legend, Rating? chosen) => new(name, legend, chosen?.ToString(),
        [.. Enum.GetValues<Rating>().Select(rating => new Choice(rating.ToString(), Desk.Words.Label(rating), AsksMore: rating == Rating.Unsatisfied))]);
}
