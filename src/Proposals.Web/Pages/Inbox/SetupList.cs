using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Inbox;

/// <param name="Href">Null where no page does it yet.</param>
public sealed record SetupLine(bool IsDone, string What, string State, string? Href);

/// <param name="Lines">What lacks and what is there.</param>
/// <param name="Begin">The page that leads through all of it; null once that is behind us.</param>
public sealed record SetupPanel(IReadOnlyList<SetupLine> Lines, string? Begin)
{
    public bool IsOffice { get; init; }
}

/// <summary>What a bureau needs before its first case, for the admin; for the office, the ledger it begins with.</summary>
public sealed class SetupList(ProposalsDbContext db, OfficeRules rules, EndpointDataSource endpoints, IStringLocalizer<InboxText> text)
{
    public async Task<SetupPanel> ForAdminAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var bureau = await db.Bureau.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        var hasLedger = await db.Cases.AnyAsync(subject => subject.HandlingYear == today.Year, cancellationToken);
        return new SetupPanel(
        [
            new SetupLine(bureau is { Name.Length: > 0 }, text["Setup_Bureau"], bureau is { Name.Length: > 0 } ? bureau.Name : text["Setup_Bureau_None"], "/admin/bureau"),
            .. await ListAsync(today, cancellationToken),
            new SetupLine(hasLedger, text["Setup_Ledger", today.Year], text[hasLedger ? "Setup_Ledger_Begun" : "Setup_Ledger_Waits"], null),
        ], bureau is { IsSetUp: true } ? null : "/setup");
    }

    /// <summary>Null once this year's ledger is here.</summary>
    public async Task<SetupPanel?> ForOfficeAsync(DateOnly today, CancellationToken cancellationToken)
    {
        if (await db.Bureau.AnyAsync(bureau => bureau.IsSetUp, cancellationToken) && await db.Cases.AnyAsync(subject => subject.HandlingYear == today.Year, cancellationToken))
            return null;
        var lines = new List<SetupLine>();
        foreach (var year in new[] { today.Year, today.Year - 1 })
        {
            var cases = await db.Cases.CountAsync(subject => subject.HandlingYear == year, cancellationToken);
            lines.Add(new SetupLine(cases > 0, text["Setup_Ledger", year], cases > 0 ? text["Setup_Ledger_Count", cases] : text[year == today.Year ? "Setup_Ledger_ThisYear" : "Setup_Ledger_LastYear"], $"/cases/take-over?year={year}"));
        }

        return new SetupPanel(lines, null) { IsOffice = true };
    }

    private async Task<IReadOnlyList<SetupLine>> ListAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.Users.CountAsync(person => !person.IsDisabled, cancellationToken);
        var departments = await db.Departments.CountAsync(cancellationToken);
        var lacking = await db.Departments.CountAsync(department => !department.IsOffice && (department.HeadId == null || department.LeaderId == null), cancellationToken);
        var workflow = await db.WorkflowDefinitions.AsNoTracking().Where(version => version.DefinitionId == PublishedDefinitions.ProposalHandling && version.IsPublished)
            .Select(version => new { version.Name, version.Version }).FirstOrDefaultAsync(cancellationToken);
        var covered = rules.Calendar.CoveredUntil;
        return
        [
            new SetupLine(departments > 0 && lacking == 0, text["Setup_Departments"], lacking == 0 ? text["Setup_Departments_Count", departments] : text["Setup_Departments_Lacking", departments, lacking], Existing("/admin/departments")),
            new SetupLine(people > 1, text["Setup_People"], text["Setup_People_Count", people], Existing("/admin/people")),
            new SetupLine(covered >= today.AddMonths(3), text["Setup_Calendar"], text[covered.Year > today.Year ? "Setup_Calendar_Covered" : "Setup_Calendar_Ends", DateText.InSentence(covered), covered.Year + 1], Existing("/admin/calendar")),
            new SetupLine(workflow is not null, text["Setup_Workflow"], workflow is null ? text["Setup_Workflow_None"] : text["Setup_Workflow_Published", workflow.Name, workflow.Version], Existing("/designer")),
        ];
    }

    private string? Existing(string path) =>
        endpoints.Endpoints.OfType<RouteEndpoint>().Any(endpoint => "/" + endpoint.RoutePattern.RawText?.Trim('/') == path) ? path : null;
}
