using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Consultation;

/// <summary>多次面商一并登记: what took place already, entered from the notes in one go; each meeting is an act of its own.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class SeveralPage(ActDesk desk, IStringLocalizer<ConsultationText> text) : ActPage(desk)
{
    private const int FirstRows = 2;

    private int rowsAsked;

    public sealed class SeveralInput
    {
        [Required, Display(Name = "Several_By")]
        public Guid? ById { get; set; }

        public List<TalkInput> Talks { get; set; } = [];
    }

    public sealed class TalkInput
    {
        [Display(Name = "Record_Kind")]
        public ContactKind? Kind { get; set; }

        [Display(Name = "Record_On")]
        public DateOnly? On { get; set; }

        [StringLength(Lengths.Subject), Display(Name = "Record_Place")]
        public string? Place { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Record_ProposersPoints")]
        public string? ProposersPoints { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Record_Agreed")]
        public string? Agreed { get; set; }

        /// <summary>A leader who was there beside the one who held it.</summary>
        [Display(Name = "Several_Leader")]
        public Guid? LeaderId { get; set; }

        public List<Guid> Proposers { get; set; } = [];

        public PaperInput Proofs { get; set; } = new();

        public bool IsFilled => Kind is not null || On is not null || Proofs.Stored.Count > 0 || !Array.TrueForAll([Place, ProposersPoints, Agreed], string.IsNullOrWhiteSpace);
    }

    [BindProperty]
    public SeveralInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordConsultation);

    public override bool AsksOnBehalf => false;

    public override bool KeepsDraft => true;

    public int Required => InForce.Profile.Consultations.RequiredIn(CaseFile.Case.Round);

    public IEnumerable<ContactKind> FaceToFace => Enum.GetValues<ContactKind>().Where(InForce.Profile.Consultations.FaceToFace.Contains);

    public IEnumerable<ContactKind> ContactOnly => Enum.GetValues<ContactKind>().Except(FaceToFace);

    public IEnumerable<Person> Leaders => Deciders.Where(person => person.Duties.Includes(Duties.Leaders));

    protected override string DraftName => nameof(SeveralPage);

    protected override bool MayOpen => Desk.MyDuties.Includes(Duties.Office);

    public Task<IActionResult> OnPostRowAsync(CancellationToken cancellationToken)
    {
        rowsAsked = 1;
        return RedrawAsync(cancellationToken);
    }

    protected override IEnumerable<PaperInput> Papers() => Input.Talks.Select(talk => talk.Proofs);

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.ById = CaseFile.Case.HandlerId ?? Desk.Me;
        return Task.CompletedTask;
    }

    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        for (var wanted = Math.Max(FirstRows, Input.Talks.Count + rowsAsked); Input.Talks.Count < wanted;)
            Input.Talks.Add(new TalkInput { Proposers = [.. CaseFile.Case.Proposers.Take(1).Select(proposer => proposer.Id)] });
        return Task.CompletedTask;
    }

    /// <summary>A block that was left alone is no meeting; one that was begun needs its kind, its day and what was said.</summary>
    protected override void CheckForm()
    {
        if (!Input.Talks.Exists(talk => talk.IsFilled))
            ModelState.AddModelError("Input.Talks", text["Several_NeedsOne"]);
        for (var index = 0; index < Input.Talks.Count; index++)
            if (Input.Talks[index] is { IsFilled: true } talk)
                Check($"Input.Talks[{index}]", talk);
    }

    protected override CaseAct Act() => Acts().First().Act;

    protected override IReadOnlyList<ActLine> Lines() => [.. Acts()];

    protected override async Task<string> NoteAsync(CancellationToken cancellationToken)
    {
        var after = await Desk.FindAsync(Id, cancellationToken) is { } file ? file.Case : CaseFile.Case;
        return text["Several_Done", Input.Talks.Count(talk => talk.IsFilled), after.RoundConsultations, Required];
    }

    protected override string PartOf(int line) => text["Several_Number", Input.Talks.IndexOf(InOrder.ElementAt(line)) + 1];

    /// <summary>In the order of their days, as they would have been entered then.</summary>
    private IEnumerable<TalkInput> InOrder => Input.Talks.Where(talk => talk.IsFilled).OrderBy(talk => talk.On);

    private IEnumerable<ActLine> Acts() => InOrder.Select(talk =>
        new ActLine(new RecordConsultation(talk.Kind ?? default, talk.ProposersPoints?.Trim() ?? "")
        {
            Place = talk.Place?.Trim() ?? "",
            Agreed = talk.Agreed?.Trim() ?? "",
            ProposersPresent = talk.Proposers,
            StaffPresent = [.. new[] { Input.ById, talk.LeaderId }.OfType<Guid>().Distinct()],
            Proofs = talk.Proofs.Stored,
        }) { DecidedById = Input.ById, OccurredOn = talk.On });

    private void Check(string name, TalkInput talk)
    {
        if (talk.Kind is null)
            ModelState.AddModelError($"{name}.Kind", text["Several_NeedsKind"]);
        if (talk.On is null)
            ModelState.AddModelError($"{name}.On", text["Several_NeedsDay"]);
        if (string.IsNullOrWhiteSpace(talk.ProposersPoints))
            ModelState.AddModelError($"{name}.ProposersPoints", text["Several_NeedsPoints"]);
    }
}
