using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Face;

namespace Proposals.Web.Accounts;

public static class AccountsRegistration
{
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddIdentityCore<Person>(options =>
            {
                options.Password.RequiredLength = PasswordLength;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.Lockout.MaxFailedAccessAttempts = WrongPasswords;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(LockoutMinutes);
            })
            .AddSignInManager<PersonSignInManager>()
            .AddClaimsPrincipalFactory<PersonClaims>()
            .AddErrorDescriber<PasswordWords>()
            .AddEntityFrameworkStores<ProposalsDbContext>()
            .AddDefaultTokenProviders();

        // A disabled account or a changed password ends every session within a minute.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(1);
            options.TimeProvider = TimeProvider.System;
        });
        services.AddOptions<SessionOptions>().BindConfiguration(SessionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<SessionOptions>>((cookie, sessions) => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(sessions.Value.IdleMinutes));
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignInTurns>();
        services.AddSingleton(_ => new UnknownNames(TimeProvider.System, WrongPasswords, TimeSpan.FromMinutes(LockoutMinutes)));
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme, Cookie)
            // Nobody ever signs in by it; but Identity signs out of it too whenever it ends a session, and fails where it is missing.
            .AddCookie(IdentityConstants.TwoFactorRememberMeScheme);
        return services;
    }

    public const int PasswordLength = 8;

    public const int LockoutMinutes = 15;

    /// <summary>So many wrong ones lock an account.</summary>
    public const int WrongPasswords = 5;

    private static void Cookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "proposals";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = new HostCookies();
        options.SlidingExpiration = true;
        // Sessions live by the machine's clock: moving the demo's clock by a day must not sign everybody out.
        options.TimeProvider = TimeProvider.System;
        options.LoginPath = "/sign-in";
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = ValidateAsync;
        options.Events.OnSigningIn = context =>
        {
            Sessions.Begin(context.Properties, Sessions.NowOf(context.Options));
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToLogin = AskToSignIn;
        // A refusal is a page of its own at the same address, not a redirect: the address stays readable and the status is true.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    /// <summary>The page about a failure must come even where the accounts cannot be read.</summary>
    private static Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (context.HttpContext.HasFailed())
            return Task.CompletedTask;

        // Issued before somebody set the clock back: it would count as fresh until that time comes again.
        if (context.Properties.IssuedUtc > Sessions.NowOf(context.Options))
            context.Properties.IssuedUtc = null;
        return Sessions.ValidateAsync(context);
    }

    /// <summary>A part of a page fetched by htmx must not receive the sign-in page as its content, nor must a program.</summary>
    private static Task AskToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (context.Request.Path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else if (context.Request.Headers.ContainsKey("HX-Request"))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;

            // The bell asks by itself: whoever is in the middle of a form must not lose it to a page nobody opened.
            if (context.Request.Query["handler"] != "Bell")
                context.Response.Headers["HX-Redirect"] = "/sign-in";
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
