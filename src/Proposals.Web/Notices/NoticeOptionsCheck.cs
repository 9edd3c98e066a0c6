using System.ComponentModel.DataAnnotations;
using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace Proposals.Web.Notices;

/// <summary>What no annotation can say: which keys need which. A key is named with its value, a secret by its key alone.</summary>
internal sealed class NoticeOptionsCheck : IValidateOptions<NoticeOptions>
{
    public ValidateOptionsResult Validate(string? name, NoticeOptions options)
    {
        string[] wrong = [.. All(options)];
        return wrong.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> All(NoticeOptions options)
    {
        var (webhook, smtp) = (options.Webhook, options.Smtp);
        if (!string.IsNullOrEmpty(webhook.Url))
        {
            if (!IsWeb(webhook.Url))
                yield return $"Notices:Webhook:Url is '{webhook.Url}', and an absolute http or https address is needed.";
            if (string.IsNullOrEmpty(webhook.Secret) || !Fits(webhook))
                yield return "Notices:Webhook:Secret is missing or shorter than 32 characters; the calls to Notices:Webhook:Url are signed with it.";
        }

        if (!string.IsNullOrEmpty(smtp.Host))
        {
            if (!Fits(smtp))
                yield return $"Notices:Smtp:Port is '{smtp.Port}', and a number from 1 to 65535 is needed.";
            if (!MailAddress.TryCreate(smtp.From, out _))
                yield return $"Notices:Smtp:From is '{smtp.From}', and a mail address is needed.";
            if (string.IsNullOrEmpty(smtp.User) != string.IsNullOrEmpty(smtp.Password))
                yield return "Notices:Smtp:User and Notices:Smtp:Password are needed together, or neither.";
        }

        if ((!string.IsNullOrEmpty(webhook.Url) || !string.IsNullOrEmpty(smtp.Host)) && !IsWeb(options.BaseAddress))
            yield return $"Notices:BaseAddress is '{options.BaseAddress}', and the absolute http or https address that people reach the product by is needed.";
    }

    private static bool IsWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    /// <summary>Annotations of a section within the section are not read by themselves.</summary>
    private static bool Fits(object section) => Validator.TryValidateObject(section, new ValidationContext(section), null, validateAllProperties: true);
}
