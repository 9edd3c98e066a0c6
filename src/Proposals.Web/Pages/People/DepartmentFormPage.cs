using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.People;

/// <summary>What making and changing a department have in common.</summary>
public abstract class DepartmentFormPage(PeopleActs acts, PeopleList list, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text) : PageModel
{
    [BindProperty]
    public DepartmentInput Input { get; set; } = new();

    public IReadOnlyDictionary<Guid, Person> Everyone { get; private set; } = new Dictionary<Guid, Person>();

    public RefusalNote? Refusal { get; private set; }

    protected PeopleList List => list;

    protected async Task<bool> SaveAsync(DepartmentId? id, string said, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return false;
        var (_, refusal) = await acts.SaveDepartmentAsync(User.PersonId(), id, Input.Details(), clock.GetUtcNow(), cancellationToken);
        Refusal = refusal is null ? null : words.Of(refusal);
        if (refusal is null)
            this.Say(text[said, Input.Name.Trim()]);
        return refusal is null;
    }

    protected async Task ReadPeopleAsync(CancellationToken cancellationToken) => Everyone = await list.PeopleAsync(cancellationToken);
}
