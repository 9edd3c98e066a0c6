using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Handling;

/// <summary>The departments by name, in the office's order; read once a request.</summary>
public sealed class DepartmentNames(ProposalsDbContext db)
{
    private Dictionary<DepartmentId, string>? known;

    public async Task<IReadOnlyDictionary<DepartmentId, string>> AllAsync(CancellationToken cancellationToken) =>
        known ??= await db.Departments.AsNoTracking().OrderBy(department => department.Position)
            .ToDictionaryAsync(department => department.Id, department => department.Name, cancellationToken);
}
