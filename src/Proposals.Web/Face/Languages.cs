using System.Globalization;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Localization;

namespace Proposals.Web.Face;

public static class Languages
{
    public static readonly CultureInfo Chinese = new("zh-CN");
    public static readonly CultureInfo English = new("en");

    /// <summary>By name: without ICU every culture calls its language "iv".</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.Name == English.Name;

    /// <summary>For the lang attribute.</summary>
    public static string Current => IsEnglish ? "en" : "zh-CN";

    internal static void AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.AddSingleton<ResourceManagerStringLocalizerFactory>();
        services.AddSingleton<IStringLocalizerFactory, OfficeTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Chinese);
            options.SupportedCultures = [Chinese, English];
            options.SupportedUICultures = [Chinese, English];
            // The browser's own wish is left out: office machines often carry an English system, and the office reads Chinese.
            options.RequestCultureProviders = [new QueryStringRequestCultureProvider { Options = options }, new CookieRequestCultureProvider { Options = options }];
        });
    }
}
