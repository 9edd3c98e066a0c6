using Microsoft.EntityFrameworkCore;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Reads the profiles and calendars of the database, and tells the process when they changed.</summary>
public sealed class RuleShelf(ProposalsDbContext db, OfficeRules rules)
{
    private static readonly ReadyQuery<Func<ProposalsDbContext, CancellationToken, Task<int>>> Revision = new(() =>
        EF.CompileAsyncQuery((ProposalsDbContext db, CancellationToken cancellationToken) => db.RulesState.OrderBy(state => state.Id).Select(state => state.Revision).FirstOrDefault()));

    internal Task<int> RevisionAsync(CancellationToken cancellationToken) => Revision.For(db)(db, cancellationToken);

    /// <summary>What this process knows is brought up to date where somebody changed it.</summary>
    public async Task RefreshAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(cancellationToken);
        rules.Take(revision == rules.Book.Revision ? rules.Book : await ReadAsync(cancellationToken), today);
    }

    /// <summary>The same inside an act that has just seen the revision.</summary>
    internal async Task RefreshAsync(int revision, CancellationToken cancellationToken)
    {
        if (revision != rules.Book.Revision)
            rules.Take(await ReadAsync(cancellationToken));
    }

    /// <summary>What stands in the database; what ships with the product where nothing does yet.</summary>
    public async Task<RuleBook> ReadAsync(CancellationToken cancellationToken)
    {
        var revision = await RevisionAsync(cancellationToken);
        var profiles = await db.RuleProfiles.AsNoTracking().OrderBy(profile => profile.Version).Select(profile => profile.Text).ToListAsync(cancellationToken);
        var years = await db.CalendarYears.AsNoTracking().OrderBy(year => year.Year).ToListAsync(cancellationToken);
        var own = await db.OwnDays.AsNoTracking().OrderBy(day => day.Date).ToListAsync(cancellationToken);
        var versions = profiles.Select(RulesJson.ReadStored).ToDictionary(profile => profile.Version);
        foreach (var shipped in RuleBook.Shipped.Versions)
            versions.TryAdd(shipped.Version, shipped);
        var names = years.Select(year => year.Calendar).Concat(RuleBook.Shipped.Calendars.Keys).Distinct(StringComparer.Ordinal);
        return new RuleBook(
            revision,
            [.. versions.Values.OrderBy(profile => profile.Version)],
            names.ToDictionary(name => name, name => Calendar(name, years.Where(year => year.Calendar == name), own.Where(day => day.Calendar == name))));
    }

    /// <summary>What was imported goes before what ships.</summary>
    private static OfficeCalendar Calendar(string name, IEnumerable<StoredCalendarYear> stored, IEnumerable<OwnDay> own)
    {
        var years = stored.Select(year => RulesJson.ReadYear(year.Text)).ToDictionary(year => year.Year);
        foreach (var shipped in RuleBook.Shipped.Calendars.GetValueOrDefault(name)?.Years ?? [])
            years.TryAdd(shipped.Year, shipped);
        return new OfficeCalendar(name, [.. years.Values.OrderBy(year => year.Year)], [.. own.Select(day => new CalendarDay(day.Date, day.Name, day.IsOff))]);
    }
}
