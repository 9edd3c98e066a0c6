using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>工作日历: which years are known, and the days that the bureau itself works or not.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class CalendarsPage(OfficeRules rules, RuleActs acts, Redating redating, MovedWords moved, ProposalsDbContext db, RefusalWords words, TimeProvider clock, IStringLocalizer<RulesText> text) : CalendarPage(rules, words)
{
    private Dictionary<int, (DateTimeOffset At, string? By)> taken = [];

    public sealed class OwnInput
    {
        public int Revision { get; set; }

        [Required, Display(Name = "Own_Date")]
        public DateOnly? Date { get; set; }

        [Required, StringLength(Lengths.Name), Display(Name = "Own_Name")]
        public string? Name { get; set; }

        public bool IsWorked { get; set; }
    }

    [BindProperty]
    public OwnInput Input { get; set; } = new();

    public DateOnly Today => OfficeClock.Day(clock.GetUtcNow());

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostOwnAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid && Input.Date is { } date)
        {
            var day = new CalendarDay(date, Input.Name ?? "", !Input.IsWorked);
            if (await acts.SaveOwnDayAsync(User.PersonId(), Input.Revision, Calendar.Name, day, clock.GetUtcNow(), cancellationToken) is not { } refusal)
                return await SayAsync(text["Said_Saved", DateText.InSentence(date)], cancellationToken);
            Refuse(refusal);
        }

        await LoadAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(int revision, DateOnly day, CancellationToken cancellationToken)
    {
        ModelState.Clear();
        if (await acts.RemoveOwnDayAsync(User.PersonId(), revision, Calendar.Name, day, clock.GetUtcNow(), cancellationToken) is not { } refusal)
            return await SayAsync(text["Said_Removed", DateText.InSentence(day)], cancellationToken);
        Refuse(refusal);
        await LoadAsync(cancellationToken);
        return Page();
    }

    /// <summary>随产品提供, or who imported the year and when.</summary>
    public string TakenBy(int year) => taken.TryGetValue(year, out var row) && row.By is { } name ? text["Taken", name, DateText.InTable(OfficeClock.Day(row.At))] : text["Shipped"];

    private async Task<IActionResult> SayAsync(string what, CancellationToken cancellationToken)
    {
        var lines = await redating.RunAsync(clock.GetUtcNow(), cancellationToken);
        this.Say($"{what}{moved.Sentence(lines)}");
        return Redirect("/admin/calendar");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var name = Calendar.Name;
        taken = await db.CalendarYears.AsNoTracking().Where(year => year.Calendar == name)
            .Select(year => new { year.Year, year.ImportedAt, By = db.Users.Where(person => person.Id == year.ImportedById).Select(person => person.DisplayName).FirstOrDefault() })
            .ToDictionaryAsync(year => year.Year, year => (year.ImportedAt, (string?)year.By), cancellationToken);
    }
}
