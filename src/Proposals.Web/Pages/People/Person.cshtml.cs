using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.People;

/// <summary>One person: details, account, and what was done to both.</summary>
[Authorize(Policy = Permissions.ManagePeople)]
public sealed class PersonPage(PeopleActs acts, PeopleList list, ChainList chains, UserManager<Person> users, RefusalWords words, TimeProvider clock, IStringLocalizer<PeopleText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public Person Person { get; private set; } = null!;

    public AccountState State { get; private set; }

    public IReadOnlyList<Department> Departments { get; private set; } = [];

    public IReadOnlyList<ChainLine> History { get; private set; } = [];

    public RefusalNote? Refusal { get; private set; }

    public IssuedPassword? Issued { get; private set; }

    /// <summary>Nobody gives himself duties, and the last admin cannot lock the door behind him.</summary>
    public bool IsMyself => Id == User.PersonId();

    private DateTimeOffset Now => clock.GetUtcNow();

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(keepsInput: false, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } person)
            return NotFound();
        if (IsMyself)
            Input.Duties = PersonInput.Of(person).Duties;
        Input.Check(ModelState, nameof(Input), text);
        if (!ModelState.IsValid)
            return await ShowAsync(keepsInput: true, cancellationToken);
        return await AfterAsync(await acts.ChangePersonAsync(User.PersonId(), Id, Input.Details(), Now, cancellationToken), "Said_Changed", keepsInput: true, cancellationToken);
    }

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await acts.DisableAsync(User.PersonId(), Id, Now, cancellationToken), "Said_Disabled", keepsInput: false, cancellationToken);

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await acts.EnableAsync(User.PersonId(), Id, Now, cancellationToken), "Said_Enabled", keepsInput: false, cancellationToken);

    public async Task<IActionResult> OnPostUnlockAsync(CancellationToken cancellationToken) =>
        await AfterAsync(await acts.UnlockAsync(User.PersonId(), Id, Now, cancellationToken), "Said_Unlocked", keepsInput: false, cancellationToken);

    /// <summary>Drawn in the answer itself, not after a redirect: the password is on no second page and in no cookie.</summary>
    public async Task<IActionResult> OnPostResetAsync(CancellationToken cancellationToken)
    {
        var password = OneTimePassword.Draw();
        var refusal = await acts.ResetPasswordAsync(User.PersonId(), Id, password, Now, cancellationToken);
        Refusal = refusal is null ? null : words.Of(refusal);
        var answer = await ShowAsync(keepsInput: false, cancellationToken);
        if (refusal is null && Person is not null)
            Issued = new IssuedPassword(Id, Person.DisplayName, Person.UserName ?? "", password, IsNewAccount: false);
        return answer;
    }

    private async Task<IActionResult> AfterAsync(Refusal? refusal, string said, bool keepsInput, CancellationToken cancellationToken)
    {
        if (refusal is not null)
        {
            Refusal = words.Of(refusal);
            return await ShowAsync(keepsInput, cancellationToken);
        }

        this.Say(text[said]);
        return RedirectToPage(new { id = Id });
    }

    private async Task<IActionResult> ShowAsync(bool keepsInput, CancellationToken cancellationToken)
    {
        if (await users.FindByIdAsync(Id.ToString()) is not { } person)
            return NotFound();
        Person = person;
        State = await list.StateAsync(person);
        Departments = await list.DepartmentsAsync(cancellationToken);
        History = await chains.OfAsync($"person:{Id}", cancellationToken);
        if (keepsInput)
            return Page();
        // The small forms post no details; without this their absence would count as a mistake.
        ModelState.Clear();
        Input = PersonInput.Of(person);
        return Page();
    }
}
