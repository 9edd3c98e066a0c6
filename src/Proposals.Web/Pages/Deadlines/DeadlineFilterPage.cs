using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Web.Accounts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>What narrows month and list alike, as it stands in the address.</summary>
public abstract class DeadlineFilterPage(OpenDeadlineQuery deadlines, TimeProvider clock) : PageModel
{
    public const string MonthAddress = "/deadlines";
    public const string ListAddress = "/deadlines/list";

    [BindProperty(SupportsGet = true)]
    public string? Department { get; set; }

    /// <summary>The handler.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public DeadlineKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Light? Light { get; set; }

    public DateOnly Today { get; } = OfficeClock.Day(clock.GetUtcNow());

    public IReadOnlyList<Light> LightChoices { get; } = [Proposals.Deadlines.Light.Red, Proposals.Deadlines.Light.Yellow, Proposals.Deadlines.Light.Blue, Proposals.Deadlines.Light.Green, Proposals.Deadlines.Light.Off];

    public IReadOnlyList<DeadlineKind> KindChoices { get; } = [.. Enum.GetValues<DeadlineKind>().Where(kind => kind != DeadlineKind.ReplyHardLimit)];

    /// <summary>Only what leaves a choice: whoever sees one department's or one person's dates is asked for neither.</summary>
    public IReadOnlyList<(DepartmentId Id, string Name)> Departments { get; private set; } = [];

    public IReadOnlyList<(Guid Id, string Name)> People { get; private set; } = [];

    public bool IsFiltered => DepartmentId is not null || Person is not null || Kind is not null || Light is not null || HasDays;

    protected DepartmentId? DepartmentId => Proposals.People.DepartmentId.TryParse(Department, null, out var id) ? id : null;

    /// <summary>Where the filter's own form sends what was chosen.</summary>
    public abstract string Here { get; }

    /// <summary>Days are chosen in the list, and walked through in the calendar.</summary>
    public virtual bool HasDays => false;

    protected CaseVisibility Me => User.Visibility();

    protected DeadlineFilter Filter() => new() { DepartmentId = DepartmentId, HandlerId = Person, Kind = Kind, Light = Light };

    protected async Task ReadChoicesAsync(CancellationToken cancellationToken)
    {
        var departments = await deadlines.DepartmentsAsync(Me, cancellationToken);
        var people = await deadlines.HandlersAsync(Me, cancellationToken);
        Departments = departments.Count > 1 ? [.. departments.Select(department => (department.Id, department.Name))] : [];
        People = people.Count > 1 ? people : [];
    }

    /// <summary>How many lines shine red, in whatever month: a calendar shows only its own.</summary>
    protected async Task<string?> OverdueAsync(CancellationToken cancellationToken)
    {
        var count = await deadlines.CountAsync(Me, Filter() with { Light = Proposals.Deadlines.Light.Red }, Today, cancellationToken);
        return count == 0 ? null : Counted.Text(count);
    }

    /// <summary>The same filter at another address.</summary>
    public string Address(string path, params (string Name, string? Value)[] also)
    {
        var kept = new Dictionary<string, string?>
        {
            ["department"] = DepartmentId?.ToString(),
            ["person"] = Person?.ToString(),
            ["kind"] = Kind?.ToString(),
            ["light"] = Light?.ToString(),
        };
        foreach (var (name, value) in also)
            kept[name] = value;
        return QueryHelpers.AddQueryString(path, kept.Where(pair => pair.Value is not null));
    }

    public string DayAddress(DateOnly day) => Address(ListAddress, ("from", DateText.InTable(day)), ("to", DateText.InTable(day)));
}
