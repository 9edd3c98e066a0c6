using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Face;

/// <summary>Whose installation this is, for the head of every page; read once a request.</summary>
public sealed class Bureau(ProposalsDbContext db)
{
    private BureauSettings? settings;

    /// <summary>Before the first start was gone through nobody has said a name; the page then says only what the product is.</summary>
    public async Task<BureauSettings> SettingsAsync() =>
        settings ??= await db.Bureau.AsNoTracking().FirstOrDefaultAsync() ?? new BureauSettings { Name = "" };

    public async Task<string> NameAsync() => (await SettingsAsync()).Name;
}
