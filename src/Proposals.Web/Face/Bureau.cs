using Microsoft.EntityFrameworkCore;
using Proposals.Papers;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Face;

/// <summary>Whose installation this is, for the head of every page; read once a request.</summary>
public sealed class Bureau(ProposalsDbContext db, IHttpContextAccessor http)
{
    private BureauSettings? settings;

    /// <summary>Before the first start was gone through nobody has said a name; the page then says only what the product is.</summary>
    public async Task<BureauSettings> SettingsAsync() =>
        settings ??= await db.Bureau.AsNoTracking().SingleOrDefaultAsync() ?? new BureauSettings { Name = "" };

    /// <summary>As its papers name it.</summary>
    public async Task<PaperIssuer> IssuerAsync()
    {
        var known = await SettingsAsync();
        return new PaperIssuer(known.Name) { Address = known.Address, Phone = known.Phone };
    }

    /// <summary>The page about a failure asks no database: that may be what failed.</summary>
    public async Task<string> NameAsync() => http.HttpContext?.HasFailed() == true ? "" : (await SettingsAsync()).Name;
}
