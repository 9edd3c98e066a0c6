using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.People;

[Authorize(Policy = Permissions.ManagePeople)]
public sealed class NewDepartmentPage(PeopleActs acts, PeopleList list, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text)
    : DepartmentFormPage(acts, list, words, clock, text)
{
    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var known = await List.DepartmentsAsync(cancellationToken);
        Input.Position = known.Select(department => department.Position).DefaultIfEmpty(0).Max() + 1;
        await ReadPeopleAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await SaveAsync(null, "Said_DepartmentMade", cancellationToken))
            return Redirect("/admin/people");
        await ReadPeopleAsync(cancellationToken);
        return Page();
    }
}
