using Microsoft.Extensions.Options;
using Proposals.Deadlines;

namespace Proposals.Web.Notices;

public static class NoticesRegistration
{
    public static void AddNotices(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<NoticeOptions>().BindConfiguration(NoticeOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsCheck>();
        services.AddSingleton<LetterWords>();

        // The address may hold the gateway's key, so no line of a log names it; and a signed message follows nobody elsewhere.
        services.AddHttpClient(WebhookWay.ClientName).RemoveAllLoggers().ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        var configured = builder.Configuration.GetSection(NoticeOptions.Section).Get<NoticeOptions>() ?? new NoticeOptions();
        if (!string.IsNullOrEmpty(configured.Webhook.Url))
            services.AddSingleton<INoticeWay, WebhookWay>();
        if (!string.IsNullOrEmpty(configured.Smtp.Host))
            services.AddSingleton<INoticeWay, MailWay>();
    }
}
