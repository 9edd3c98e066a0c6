using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Proposals.Audit;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.People;

/// <summary>One entry as people read it. By is null where the system acted.</summary>
public sealed record ChainLine(DateTimeOffset At, string Act, string? By, IReadOnlyList<string> Changes);

/// <summary>The history of an account or a department, read from its chain: who changed what, newest first.</summary>
public sealed class ChainList(ProposalsDbContext db, RefusalWords words, IStringLocalizer<PeopleText> text)
{
    private const string Nothing = "—";

    public async Task<IReadOnlyList<ChainLine>> OfAsync(string subject, CancellationToken cancellationToken)
    {
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        var names = await db.Users.AsNoTracking().ToDictionaryAsync(person => person.Id.ToString(), person => person.DisplayName, cancellationToken);
        foreach (var department in await db.Departments.AsNoTracking().ToListAsync(cancellationToken))
            names[department.Id.ToString()] = department.Name;
        var lines = new List<ChainLine>();
        JsonObject? before = null;
        foreach (var entry in entries)
        {
            var what = JsonNode.Parse(entry.Text)?["what"] as JsonObject;
            lines.Add(new ChainLine(entry.RecordedAt, words.Act(entry.Act), ByWhom(entry, names), what is null || before is null ? [] : Changes(before, what, names)));
            before = what ?? before;
        }

        lines.Reverse();
        return lines;
    }

    private static string? ByWhom(AuditEntry entry, Dictionary<string, string> names) =>
        entry.RecordedById is { } id ? names.GetValueOrDefault(id.ToString(), Nothing) : null;

    private IReadOnlyList<string> Changes(JsonObject before, JsonObject after, Dictionary<string, string> names) =>
    [
        .. before.Select(pair => pair.Key).Union(after.Select(pair => pair.Key))
            .Where(key => before[key]?.ToString() != after[key]?.ToString())
            .Select(key => text["Chain_Change", text["Chain_" + key], Say(key, before[key], names), Say(key, after[key], names)].Value),
    ];

    private string Say(string key, JsonNode? value, Dictionary<string, string> names)
    {
        var plain = value?.ToString() ?? "";
        return plain.Length == 0 ? Nothing
            : key == "duties" && Enum.TryParse<Duty>(plain, out var duties) ? DutyNames(duties)
            : key == "isOffice" ? text["Chain_isOffice_" + plain]
            : names.GetValueOrDefault(plain, plain);
    }

    /// <summary>办公室主任、科室负责人.</summary>
    public string DutyNames(Duty duties) =>
        string.Join(text["ListSeparator"], Proposals.People.Duties.All.Where(duty => duties.HasFlag(duty)).Select(duty => words.Label(duty)));
}
