using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Pauses and extensions of many cases at once.</summary>
internal static class CaseTimesReader
{
    /// <returns>Every case that was asked for has its own, most of them none.</returns>
    public static async Task<IReadOnlyDictionary<CaseId, CaseTimes>> ReadAsync(ProposalsDbContext db, IReadOnlyCollection<CaseId> ids, CancellationToken cancellationToken)
    {
        var pauses = (await db.ClockPauses.AsNoTracking().Where(pause => ids.Contains(pause.CaseId)).OrderBy(pause => pause.Id).ToListAsync(cancellationToken)).ToLookup(pause => pause.CaseId);
        var extensions = (await db.ExtensionRequests.AsNoTracking().Where(request => ids.Contains(request.CaseId)).OrderBy(request => request.Id).ToListAsync(cancellationToken)).ToLookup(request => request.CaseId);
        return ids.ToDictionary(id => id, id => new CaseTimes([.. pauses[id]], [.. extensions[id]]));
    }
}
