using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Feedback;

/// <summary>重新交办登记: what was not satisfying, when it came back, and the new date that follows.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RehandlePage(ActDesk desk) : ActPage(desk)
{
    private const int LastRoundByRule = 2;

    public sealed class RehandleInput
    {
        [StringLength(Lengths.Remark), Display(Name = "Rehandle_Opinion")]
        public string? Opinion { get; set; }
    }

    [BindProperty]
    public RehandleInput Input { get; set; } = new();

    public override string ActCode => nameof(StartRehandling);

    public int NextRound => CaseFile.Case.Round + 1;

    public bool PrincipalDecides => NextRound > LastRoundByRule;

    public IEnumerable<FeedbackForm> FormsOfRound => CaseFile.Forms.Where(form => form.Round == CaseFile.Case.Round);

    public DateOnly NewDueOn =>
        InForce.Due(OnBehalf.OccurredOn ?? Desk.Today, DeadlineKind.Rehandle);

    public string ProposerName(Guid id) => CaseFile.Case.Proposers.Find(proposer => proposer.Id == id)?.Name ?? "";

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Opinion = FormsOfRound.Select(form => form.Comments).FirstOrDefault(comments => comments.Length > 0);
        if (PrincipalDecides && !Desk.MyDuties.Includes(Duty.Principal))
            OnBehalf.DeciderId = CaseFile.People.Values.FirstOrDefault(person => !person.IsDisabled && person.Duties.Includes(Duty.Principal))?.Id;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new StartRehandling { Opinion = Input.Opinion ?? "" };
}
