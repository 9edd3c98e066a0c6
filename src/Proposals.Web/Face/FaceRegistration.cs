using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Proposals.Web.Accounts;
using Proposals.Web.ElsaApi;
using Proposals.Web.Operations;
using Proposals.Web.Security;

namespace Proposals.Web.Face;

public static class FaceRegistration
{
    public static IServiceCollection AddFace(this IServiceCollection services)
    {
        services.AddScoped<Bureau>();
        services.AddSingleton<MissingPackages>();
        services.AddSingleton<Menu>();
        services.AddSingleton<KindWords>();
        services.AddSingleton<DueWords>();
        services.AddSingleton<OfficeWords>();
        services.AddSingleton<DueNames>();
        services.AddLanguages();
        // Chinese as Chinese, not as &#x4E2D;: smaller pages, and a source that people and tests can read.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddRouting(options => options.LowercaseUrls = true);
        services.AddRazorPages().AddViewLocalization().AddDataAnnotationsLocalization();
        services.Configure<MvcOptions>(options => options.Filters.Add<ForcedPasswordChange>());
        services.Configure<MvcOptions>(options =>
        {
            options.ModelBinderProviders.Insert(0, new TypedBinding());
            options.Filters.Add<HandlersOnly>();
        });
        services.AddSingleton<IConfigureOptions<MvcOptions>, ValidationWords>();
        services.AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>, ValidationWords>();

        // Messages come from the server in the person's language; the attributes for client validation would only weigh.
        services.Configure<MvcViewOptions>(options => options.HtmlHelperOptions.ClientValidationEnabled = false);
        services.Configure<CookieTempDataProviderOptions>(options => options.Cookie.Name = "proposals-note");
        // A form may carry several papers; each is checked against its own limit, and a form beyond this is refused unread.
        services.Configure<KestrelServerOptions>(options => options.Limits.MaxRequestBodySize = LargestForm.Bytes);
        services.Configure<FormOptions>(options => options.MultipartBodyLengthLimit = LargestForm.Bytes);
        services.AddAntiforgery(options => options.Cookie.Name = "proposals-form");
        return services;
    }

    public static void MapFace(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSecurityHeaders();
        app.UseExceptionHandler("/error");
        // Programs that call an API read the status itself; a page of ours would only confuse them.
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/elsa", StringComparison.OrdinalIgnoreCase), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseRequestLocalization();
        app.UseElsaApiSentences();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLimits();
        app.UseAuthorization();
        app.MapStaticAssets().AllowAnonymous();
        app.MapHealth();
        app.MapRazorPages();
    }
}
