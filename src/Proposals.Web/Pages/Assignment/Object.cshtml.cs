using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ObjectPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class ObjectInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Object_Reason")]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public ObjectInput Input { get; set; } = new();

    public override string ActCode => nameof(ObjectToAllocation);

    protected override CaseAct Act() => new ObjectToAllocation(Input.Reason?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Object_Done"]);
}
