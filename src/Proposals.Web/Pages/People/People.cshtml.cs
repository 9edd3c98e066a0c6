using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.People;

[Authorize(Policy = Permissions.ManagePeople)]
public sealed class PeoplePage(PeopleList list) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public PeopleFilter Filter { get; set; } = new();

    public IReadOnlyList<PeopleGroup> Groups { get; private set; } = [];

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyDictionary<Guid, Person> Everyone { get; private set; } = new Dictionary<Guid, Person>();

    public int Shown => Groups.Sum(group => group.Rows.Count);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Departments = await list.DepartmentsAsync(cancellationToken);
        Everyone = await list.PeopleAsync(cancellationToken);
        Groups = await list.GroupsAsync(Filter, Departments, cancellationToken);
    }

    public string NameOf(Guid? person) => person is { } id && Everyone.TryGetValue(id, out var known) ? known.DisplayName : "—";

    public static string Moment(DateTimeOffset? at) => at is { } known ? DateText.InTable(OfficeClock.Local(known).DateTime) : "—";
}
