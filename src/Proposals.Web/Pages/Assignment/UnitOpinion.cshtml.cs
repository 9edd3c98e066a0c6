using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>登记会办意见: what another unit wrote to us, and whether it agrees.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UnitOpinionPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : UnitPage(desk)
{
    public sealed class OpinionInput
    {
        public UnitStance Stance { get; set; }

        [StringLength(Lengths.LongText), Display(Name = "Opinion_Text")]
        public string? Opinion { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public OpinionInput Input { get; set; } = new();

    public override string ActCode => nameof(RecordUnitOpinion);

    /// <summary>Who was asked stands first, who answered in an earlier round last.</summary>
    public override IReadOnlyList<CaseUnit> Candidates => [.. UnitOpinions.MayAnswer(CaseFile.Case).OrderBy(unit => unit.AnsweredOn is not null).ThenBy(unit => unit.DueOn ?? DateOnly.MaxValue)];

    public ChoiceSet Stances => ChoiceSet.Of<UnitStance>("Input.Stance", text["Opinion_Stance"], Input.Stance, Desk.Words, Enum.GetValues<UnitStance>());

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new RecordUnitOpinion(Unit ?? default, Input.Stance, Input.Opinion ?? "") { PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Opinion_Done", ChosenName]);
}
