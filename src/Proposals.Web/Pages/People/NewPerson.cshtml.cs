using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.People;

/// <summary>The product chooses the first password, so that no admin knows one that stays.</summary>
[Authorize(Policy = Permissions.ManagePeople)]
public sealed class NewPersonPage(PeopleActs acts, PeopleList list, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text) : PageModel
{
    [BindProperty]
    public PersonInput Input { get; set; } = new();

    [BindProperty, Required, StringLength(Lengths.Name), Display(Name = "Person_UserName")]
    public string UserName { get; set; } = "";

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public RefusalNote? Refusal { get; private set; }

    /// <summary>Filled once, in the answer to the post that made the account.</summary>
    public IssuedPassword? Issued { get; private set; }

    public async Task OnGetAsync(Guid? department, CancellationToken cancellationToken)
    {
        Input.DepartmentId = department;
        Departments = await list.DepartmentsAsync(cancellationToken);
    }

    public async Task OnPostAsync(CancellationToken cancellationToken)
    {
        Departments = await list.DepartmentsAsync(cancellationToken);
        Input.Check(ModelState, nameof(Input), text);
        if (!ModelState.IsValid)
            return;
        var password = OneTimePassword.Draw();
        var (id, refusal) = await acts.CreatePersonAsync(User.PersonId(), Input.Details(), UserName, password, clock.GetUtcNow(), cancellationToken);
        if (refusal is null)
            Issued = new IssuedPassword(id, Input.DisplayName.Trim(), UserName.Trim(), password, IsNewAccount: true);
        else
            Refusal = words.Of(refusal);
    }
}

public sealed record IssuedPassword(Guid PersonId, string Name, string UserName, string Password, bool IsNewAccount);
