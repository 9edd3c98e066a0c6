using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Proposals.Persistence;

namespace Proposals.Web.Accounts;

/// <summary>A session has a number and a beginning. Signed out, its cookie is worth nothing any more, whoever kept a copy of it.</summary>
internal sealed class Sessions(IOptions<SessionOptions> options, IOptions<SecurityStampValidatorOptions> checks, IServiceScopeFactory scopes)
{
    private const string Number = ".session";
    private const string Began = ".began";

    /// <summary>Ended ones are kept among Identity's tokens until they would be over anyway, so that a restart or a second process knows them too.</summary>
    private const string Ended = "ended-session";

    private readonly ConcurrentDictionary<string, DateTimeOffset> endedHere = new();

    private TimeSpan Longest => TimeSpan.FromHours(options.Value.LongestHours);

    /// <summary>A password changed meanwhile draws a new cookie of the same session.</summary>
    public static void Begin(AuthenticationProperties session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        session.Items.TryAdd(Number, Guid.NewGuid().ToString("N"));
        session.Items.TryAdd(Began, now.ToString("O", CultureInfo.InvariantCulture));
    }

    public async Task<bool> GoesOnAsync(AuthenticationProperties session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (!session.Items.TryGetValue(Number, out var number) || number is null || !session.Items.TryGetValue(Began, out var written)
            || !DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var began) || now - began > Longest || endedHere.ContainsKey(number))
            return false;

        // The database is asked as seldom as for the person himself.
        if (session.IssuedUtc is { } issued && now - issued <= checks.Value.ValidationInterval)
            return true;
        await using var scope = scopes.CreateAsyncScope();
        return !await scope.ServiceProvider.GetRequiredService<ProposalsDbContext>().UserTokens.AnyAsync(token => token.LoginProvider == Ended && token.Name == number, cancellationToken);
    }

    /// <summary>Of whoever is signed in here. Not a part of the sign-in manager's own signing out, which is also how a session that is over already is ended.</summary>
    public static async Task EndAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme) is not { Succeeded: true, Principal: { } principal, Properties: { } session })
            return;
        var cookie = context.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        await context.RequestServices.GetRequiredService<Sessions>().EndAsync(principal.PersonId(), session, NowOf(cookie), context.RequestAborted);
    }

    internal static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var sessions = context.HttpContext.RequestServices.GetRequiredService<Sessions>();
        if (await sessions.GoesOnAsync(context.Properties, NowOf(context.Options), context.HttpContext.RequestAborted))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    internal static DateTimeOffset NowOf(CookieAuthenticationOptions options) => (options.TimeProvider ?? TimeProvider.System).GetUtcNow();

    private async Task EndAsync(Guid person, AuthenticationProperties session, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!session.Items.TryGetValue(Number, out var number) || number is null)
            return;
        foreach (var (old, over) in endedHere)
            if (over < now)
                endedHere.TryRemove(old, out _);
        if (!endedHere.TryAdd(number, now + Longest))
            return;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ProposalsDbContext>();
        var known = await db.UserTokens.Where(token => token.UserId == person && token.LoginProvider == Ended).ToListAsync(cancellationToken);
        db.UserTokens.RemoveRange(known.Where(token => !DateTimeOffset.TryParse(token.Value, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var over) || over < now));
        db.UserTokens.Add(new IdentityUserToken<Guid> { UserId = person, LoginProvider = Ended, Name = number, Value = (now + Longest).ToString("O", CultureInfo.InvariantCulture) });
        await db.SaveChangesAsync(cancellationToken);
    }
}
