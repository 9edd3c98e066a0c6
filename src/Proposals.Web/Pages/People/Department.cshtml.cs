using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.People;

[Authorize(Policy = Permissions.ManagePeople)]
public sealed class DepartmentPage(PeopleActs acts, PeopleList list, ChainList chains, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text)
    : DepartmentFormPage(acts, list, words, clock, text)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<ChainLine> History { get; private set; } = [];

    public DepartmentId DepartmentId => new(Id);

    public IEnumerable<Person> Members => Everyone.Values.Where(person => person.DepartmentId == DepartmentId).OrderBy(person => person.IsDisabled).ThenBy(person => person.UserName, StringComparer.Ordinal);

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(keepsInput: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is null)
            return NotFound();
        return await SaveAsync(DepartmentId, "Said_DepartmentChanged", cancellationToken) ? Redirect("/admin/people") : await ShowAsync(keepsInput: true, cancellationToken);
    }

    private async Task<Department?> FindAsync(CancellationToken cancellationToken) =>
        (await List.DepartmentsAsync(cancellationToken)).Find(department => department.Id == DepartmentId);

    private async Task<IActionResult> ShowAsync(bool keepsInput, CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } department)
            return NotFound();
        Name = department.Name;
        await ReadPeopleAsync(cancellationToken);
        History = await chains.OfAsync($"department:{Id}", cancellationToken);
        if (!keepsInput)
            Input = DepartmentInput.Of(department);
        return Page();
    }
}
