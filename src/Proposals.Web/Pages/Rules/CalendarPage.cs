using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>What the calendar's pages share: which calendar, the state it was drawn from, and what was refused.</summary>
public abstract class CalendarPage(OfficeRules rules, RefusalWords words) : PageModel
{
    public OfficeCalendar Calendar => rules.Book.CalendarOf(rules.Profile);

    public int Revision => rules.Book.Revision;

    public IReadOnlyList<RefusalNote> Refusals { get; private set; } = [];

    protected void Refuse(params IReadOnlyList<Refusal> refusals) => Refusals = [.. refusals.Select(words.Of)];
}
