using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Plans;

/// <summary>列为重点: whose key item it is, and who leads it.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class KeyItemPage(ActDesk desk, IStringLocalizer<PlansText> text) : ActPage(desk)
{
    public sealed class KeyItemInput
    {
        [Required, Display(Name = "Key_Level")]
        public KeyLevel? Level { get; set; }

        [Required, Display(Name = "Key_LedBy")]
        public Guid? LedById { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Key_SupervisedBy")]
        public string? SupervisedBy { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Key_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public KeyItemInput Input { get; set; } = new();

    public override string ActCode => nameof(MarkKeyItem);

    public ChoiceSet Levels => new("Input.Level", text["Key_Level"], Input.Level?.ToString(),
    [
        new Choice(nameof(KeyLevel.Bureau), Desk.Words.Label(KeyLevel.Bureau), text["Key_BureauMeans"]),
        new Choice(nameof(KeyLevel.District), Desk.Words.Label(KeyLevel.District), text["Key_DistrictMeans"]),
    ]);

    public IReadOnlyList<Person> Leaders =>
        [.. CaseFile.People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Leaders)).OrderBy(person => person.DisplayName, StringComparer.Ordinal)];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Level = KeyLevel.Bureau;
        Input.LedById = CaseFile.Case.LeaderId;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new MarkKeyItem(Input.Level ?? KeyLevel.Bureau, Input.LedById ?? Guid.Empty)
    {
        SupervisedBy = Input.SupervisedBy ?? "",
        Reason = Input.Reason ?? "",
    };
}
