using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Assignment;

/// <summary>征求会办意见: which units are asked, from which day their term runs.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AskUnitsPage(ActDesk desk, DueWords due, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class AskInput
    {
        public List<Guid> UnitIds { get; set; } = [];

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public AskInput Input { get; set; } = new();

    public override string ActCode => nameof(AskUnits);

    public IReadOnlyList<CaseUnit> Candidates => [.. UnitOpinions.MayBeAsked(CaseFile.Case, CaseFile.Deadlines)];

    public string Term => due.TermText(InForce.Profile.Terms[DeadlineKind.UnitOpinion]);

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        // Who answered in an earlier round is asked again only where somebody says so.
        Input.UnitIds = [.. Candidates.Where(unit => unit.AnsweredOn is null).Select(unit => unit.Id)];
        return Task.CompletedTask;
    }

    protected override void CheckForm()
    {
        if (Input.UnitIds.Count == 0)
            ModelState.AddModelError("Input.UnitIds", text["Units_ChooseOne"]);
    }

    protected override CaseAct Act() => new AskUnits(Input.UnitIds) { PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null };
}
