using Microsoft.EntityFrameworkCore;
using Proposals.Designer;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Designer;

/// <summary>What the designer's pages show beside the shelf: the names of those who saved and published.</summary>
public sealed class DefinitionViews(ProposalsDbContext db)
{
    public Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<DefinitionRow> rows, CancellationToken cancellationToken) =>
        NamesAsync(rows.SelectMany(row => new[] { row.SavedById, row.PublishedById, row.RetractedById }), cancellationToken);

    public async Task<Dictionary<Guid, string>> NamesAsync(IEnumerable<Guid?> people, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. people.OfType<Guid>().Distinct()];
        return await db.Users.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.DisplayName, cancellationToken);
    }
}
