using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Deadlines;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>月历: what is due in one month, by its days.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class MonthPage(OpenDeadlineQuery deadlines, OfficeRules rules, TimeProvider clock) : DeadlineFilterPage(deadlines, clock)
{
    /// <summary>What a cell has room for; the rest is a link.</summary>
    public const int LinesPerDay = 5;

    private readonly OpenDeadlineQuery deadlines = deadlines;

    /// <summary>2026-11; left out or nonsense, the present month.</summary>
    [BindProperty(SupportsGet = true, Name = "month")]
    public string? Asked { get; set; }

    public DateOnly Month { get; private set; }

    public IReadOnlyList<MonthDay> Days { get; private set; } = [];

    public int Count => Days.Where(day => day.IsInMonth).Sum(day => day.Owed?.Count ?? 0);

    /// <summary>Null where nothing shines red.</summary>
    public string? Overdue { get; private set; }

    /// <summary>Beyond the imported calendars only weekends are known.</summary>
    public bool IsUncovered => Month.AddMonths(1).AddDays(-1) > rules.Calendar.CoveredUntil;

    public override string Here => MonthAddress;

    public string? Previous => OfficeYears.Hold(Month.AddMonths(-1)) ? To(Month.AddMonths(-1)) : null;

    public string? Next => OfficeYears.Hold(Month.AddMonths(1)) ? To(Month.AddMonths(1)) : null;

    public string Present => Address(MonthAddress);

    public bool IsPresent => Month == FirstOf(Today);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Month = DateOnly.TryParseExact(Asked, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && OfficeYears.Hold(month) ? FirstOf(month) : FirstOf(Today);
        await ReadChoicesAsync(cancellationToken);
        var (first, last) = MonthDay.Weeks(Month);
        Days = MonthDay.Of(Month, rules.Calendar, await deadlines.DaysAsync(Me, Filter() with { From = first, To = last }, LinesPerDay, Today, cancellationToken));
        Overdue = await OverdueAsync(cancellationToken);
    }

    /// <summary>2026-11, as the address has it.</summary>
    public static string InAddress(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private string To(DateOnly month) => Address(MonthAddress, ("month", InAddress(month)));

    private static DateOnly FirstOf(DateOnly day) => new(day.Year, day.Month, 1);
}
