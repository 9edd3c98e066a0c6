using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Papers;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Reply;

/// <summary>A page on which a reply is written: the letter, its class and what it promises.</summary>
public abstract class LetterForm(ActDesk desk, ReplyWording wording, Bureau bureau) : ActPage(desk)
{
    private const int SpareRows = 2;

    private int _rowsAsked;

    [BindProperty]
    public DraftInput Input { get; set; } = new();

    public override string ActCode => nameof(SubmitReply);

    public override bool KeepsDraft => true;

    public string LetterTitle => CasePapers.TitleOf(CaseFile.Case);

    public bool GateIsOpen => CaseFacts.ConsultationsEnough(CaseFile.Case, InForce.Profile.Consultations);

    public bool LiesInReview => CaseFile.CurrentReply?.SubmittedOn is not null;

    /// <summary>A key item goes to the principal whatever it promises.</summary>
    public bool PrincipalSignsAnyway => CaseFacts.PrincipalSigns(CaseFile.Case, null, InForce.Profile);

    public bool MoneyCallsPrincipal => InForce.Profile.PrincipalSigns.Contains(PrincipalSignsFor.PromisesMoney);

    /// <summary>Why the last version came back.</summary>
    public IEnumerable<ReplyReview> SentBack => CaseFile.CurrentReply is { SubmittedOn: null } reply
        ? reply.Reviews.Where(review => review.Version == reply.Version && !review.Agreed)
        : [];

    public ChoiceSet Classes(string legend) => new("Input.ResultClass", legend, Input.ResultClass,
        [.. InForce.Profile.ResultClasses.Select(known => wording.ClassChoice(known))]);

    public IReadOnlyList<Person> Responsible => CaseFile.Staff;

    public Task<IActionResult> OnPostRowAsync(CancellationToken cancellationToken)
    {
        _rowsAsked = 1;
        return RedrawAsync(cancellationToken);
    }

    protected override async Task FillAsync(CancellationToken cancellationToken)
    {
        var reply = CaseFile.CurrentReply;
        CaseFile.People.TryGetValue(CaseFile.Case.HandlerId ?? Desk.Me, out var contact);
        Input = new DraftInput
        {
            ResultClass = reply?.ResultClass,
            Body = reply?.Body ?? new CasePapers(CaseFile, await bureau.IssuerAsync(), Desk.Rules.OfPaper(CaseFile.Case)).Skeleton(),
            PromisesMoney = reply?.PromisesMoney ?? false,
            ContactPerson = reply?.ContactPerson ?? contact?.DisplayName,
            ContactPhone = reply?.ContactPhone ?? contact?.PhoneNumber,
            Commitments = reply is null ? [] : [.. CaseFile.Commitments.Where(known => known.ReplyId == reply.Id).Select(Row)],
        };
    }

    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        var wanted = Math.Max(Input.Commitments.Count + _rowsAsked, Input.Commitments.Count(row => !string.IsNullOrWhiteSpace(row.Text)) + SpareRows);
        while (Input.Commitments.Count < wanted)
            Input.Commitments.Add(new PromiseInput { DepartmentId = CaseFile.Case.DepartmentId, ResponsibleId = CaseFile.Case.HandlerId });
        return Task.CompletedTask;
    }

    /// <summary>A row without words is no promise; one without a date cannot be kept. An opinion to another unit has no class.</summary>
    protected override void CheckForm()
    {
        if (CaseFile.Case.OwesOpinion)
            ModelState.Remove("Input.ResultClass");
        for (var index = 0; index < Input.Commitments.Count; index++)
            if (Input.Commitments[index] is { DueOn: null, Text: { } words } && !string.IsNullOrWhiteSpace(words))
                ModelState.AddModelError($"Input.Commitments[{index}].DueOn", wording.PromiseNeedsDate);
    }

    protected override CaseAct Act() => new SubmitReply(Input.ResultClass ?? "", Input.Body ?? "")
    {
        PromisesMoney = Input.PromisesMoney,
        ContactPerson = Input.ContactPerson ?? "",
        ContactPhone = Input.ContactPhone ?? "",
        Commitments = [.. Input.Commitments.Where(row => !string.IsNullOrWhiteSpace(row.Text)).Select(row =>
            new Promise(row.Text!.Trim(), row.DueOn ?? Desk.Today) { DepartmentId = row.DepartmentId, ResponsibleId = row.ResponsibleId })],
    };

    private static PromiseInput Row(Commitment known) =>
        new() { Text = known.Text, DepartmentId = known.DepartmentId, ResponsibleId = known.ResponsibleId, DueOn = known.DueOn };
}
