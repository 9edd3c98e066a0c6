using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Deadlines.Calendars;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Acts on profiles and calendars: each one transaction, one entry in the chain of its subject, and refused where the state it was drawn from is gone.</summary>
public sealed class RuleActs(ProposalsDbContext db, RuleShelf shelf, OfficeRules rules, AuditBook audit, WriteTurn turn)
{
    private const string ProfileChain = "rule-profile";

    /// <summary>A new version of the rule profile. Cases assigned from its day on are handled under it; the others keep theirs.</summary>
    public Task<Refusal?> PublishAsync(Guid actorId, int revision, RuleProfile profile, string note, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var next = profile with { Version = rules.Book.Versions[^1].Version + 1 };
        var text = RulesJson.Write(next);
        return RunAsync(actorId, revision, ProfileChain, "PublishRules", new JsonObject { ["note"] = note.Trim(), ["profile"] = JsonNode.Parse(text), ["version"] = next.Version }, now, async () =>
        {
            if (ActRefusals.Check("RulesNote", note) is { } missing)
                return missing;
            if (ProfileCheck.Problems(next, rules.Book) is [var problem, ..])
                return problem;
            if (await db.RuleProfiles.AnyAsync(known => known.Version == next.Version, cancellationToken))
                return RuleRefusals.Overtaken;
            db.RuleProfiles.Add(new StoredProfile { Version = next.Version, Name = next.Name, EffectiveFrom = next.EffectiveFrom, Text = text, Note = note.Trim(), PublishedAt = now, PublishedById = actorId });
            return null;
        }, cancellationToken);
    }

    /// <summary>The State Council's list of one year, in the place of what was known of that year.</summary>
    public Task<Refusal?> ImportYearAsync(Guid? actorId, int revision, string calendar, CalendarYear year, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(actorId, revision, ChainOf(calendar), "ImportCalendarYear", Describe(year), now, async () =>
        {
            if (!rules.Book.Calendars.TryGetValue(calendar, out var known))
                return RuleRefusals.NoSuchCalendar(calendar);
            if (CalendarYears.Check([.. known.Years.Select(old => old.Year)], year.Year) is { } gap)
                return gap;
            await StoreAsync(calendar, year, actorId, now, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>The bureau's own day off, or a day that it works although the list says no.</summary>
    public Task<Refusal?> SaveOwnDayAsync(Guid actorId, int revision, string calendar, CalendarDay day, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(actorId, revision, ChainOf(calendar), "SaveOwnDay", new JsonObject { ["date"] = CanonicalText.ToNode(day.Date), ["isOff"] = day.IsOff, ["name"] = day.Name }, now, async () =>
        {
            if ((ActRefusals.Check("DayName", day.Name, Lengths.Name)) is { } refusal)
                return refusal;
            if (!rules.Book.Calendars.TryGetValue(calendar, out var known))
                return RuleRefusals.NoSuchCalendar(calendar);
            if (known.Days.IsWorkingDay(day.Date) != day.IsOff)
                return RuleRefusals.NothingChanges(day.Date);
            var row = await db.OwnDays.FirstOrDefaultAsync(old => old.Calendar == calendar && old.Date == day.Date, cancellationToken)
                ?? db.OwnDays.Add(new OwnDay { Calendar = calendar, Date = day.Date, Name = "", IsOff = day.IsOff, EnteredById = actorId, EnteredAt = now }).Entity;
            (row.Name, row.IsOff, row.EnteredById, row.EnteredAt) = (day.Name.Trim(), day.IsOff, actorId, now);
            return null;
        }, cancellationToken);

    public Task<Refusal?> RemoveOwnDayAsync(Guid actorId, int revision, string calendar, DateOnly day, DateTimeOffset now, CancellationToken cancellationToken) =>
        RunAsync(actorId, revision, ChainOf(calendar), "RemoveOwnDay", new JsonObject { ["date"] = CanonicalText.ToNode(day) }, now, async () =>
        {
            if (await db.OwnDays.FirstOrDefaultAsync(old => old.Calendar == calendar && old.Date == day, cancellationToken) is not { } row)
                return RuleRefusals.NoSuchDay(day);
            db.OwnDays.Remove(row);
            return null;
        }, cancellationToken);

    /// <summary>Years that came with this release of the product and that the database has not yet seen. What somebody imported stays.</summary>
    /// <returns>The years taken.</returns>
    public async Task<IReadOnlyList<int>> AdoptShippedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var adopted = new List<int>();
        var calendar = ShippedRules.Calendar;
        var stored = await db.CalendarYears.AsNoTracking().Where(year => year.Calendar == calendar.Name).Select(year => year.Year).ToListAsync(cancellationToken);
        foreach (var year in calendar.Years.Where(year => !stored.Contains(year.Year)))
        {
            var revision = await db.RulesState.Select(state => state.Revision).SingleOrDefaultAsync(cancellationToken);
            if (await RunAsync(null, revision, ChainOf(calendar.Name), "AdoptCalendarYear", Describe(year), now, async () =>
            {
                await StoreAsync(calendar.Name, year, null, now, cancellationToken);
                return null;
            }, cancellationToken) is null)
            {
                adopted.Add(year.Year);
            }
        }

        return adopted;
    }

    private async Task StoreAsync(string calendar, CalendarYear year, Guid? actorId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = await db.CalendarYears.FirstOrDefaultAsync(old => old.Calendar == calendar && old.Year == year.Year, cancellationToken)
            ?? db.CalendarYears.Add(new StoredCalendarYear { Calendar = calendar, Year = year.Year, Text = "", ImportedAt = now }).Entity;
        (row.Text, row.ImportedAt, row.ImportedById) = (RulesJson.Write(year), now, actorId);
    }

    private static string ChainOf(string calendar) => $"calendar:{calendar}";

    private static JsonObject Describe(CalendarYear year) => new()
    {
        ["days"] = CanonicalText.ToNode(year.Days),
        ["papers"] = CanonicalText.ToNode(year.Papers),
        ["year"] = year.Year,
    };

    private async Task<Refusal?> RunAsync(Guid? actorId, int revision, string chain, string act, JsonObject content, DateTimeOffset now, Func<Task<Refusal?>> change, CancellationToken cancellationToken)
    {
        try
        {
            using var taken = await turn.TakeAsync(cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            if (!await BumpAsync(revision, cancellationToken))
            {
                rules.Take(await shelf.ReadAsync(cancellationToken));
                return RuleRefusals.Overtaken;
            }

            if (await change() is { } refusal)
                return refusal;
            await audit.AppendAsync(chain, act, content, actorId, null, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (Exception lost) when (WriteConflict.Names(lost) is { } conflict)
        {
            return conflict == Conflict.Duplicate ? RuleRefusals.Overtaken : ActRefusals.OfStore(conflict);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        rules.Take(await shelf.ReadAsync(cancellationToken));
        return null;
    }

    /// <summary>The row is there from the first act on.</summary>
    private async Task<bool> BumpAsync(int revision, CancellationToken cancellationToken)
    {
        if (await db.RulesState.Where(state => state.Revision == revision).ExecuteUpdateAsync(set => set.SetProperty(state => state.Revision, revision + 1), cancellationToken) == 1)
            return true;
        if (revision != 0 || await db.RulesState.AnyAsync(cancellationToken))
            return false;
        db.RulesState.Add(new RulesState { Revision = 1 });
        return true;
    }
}
