using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>催办会办单位.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class UrgeUnitPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : UnitPage(desk)
{
    public sealed class UrgeInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "UrgeUnit_Text")]
        public string? Text { get; set; }
    }

    [BindProperty]
    public UrgeInput Input { get; set; } = new();

    public override string ActCode => nameof(UrgeUnit);

    public override IReadOnlyList<CaseUnit> Candidates => [.. UnitOpinions.Missing(CaseFile.Case).Where(unit => unit.AskedOn is not null).OrderBy(unit => unit.DueOn)];

    protected override CaseAct Act() => new UrgeUnit(Unit ?? default, Input.Text ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["UrgeUnit_Done", ChosenName]);
}
