using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Notices;

/// <summary>Section <c>Notices</c>: how notices leave the house. Left out, they are read in the product only.</summary>
public sealed class NoticeOptions
{
    public const string Section = "Notices";

    /// <summary>The address that people reach the product by; the links of a message begin with it.</summary>
    public string? BaseAddress { get; set; }

    public WebhookOptions Webhook { get; set; } = new();

    public SmtpOptions Smtp { get; set; } = new();
}

/// <summary>The office's own gateway for 短信 or 政务微信.</summary>
public sealed class WebhookOptions
{
    public string? Url { get; set; }

    /// <summary>What the calls are signed with.</summary>
    [MinLength(32)]
    public string? Secret { get; set; }
}

public sealed class SmtpOptions
{
    public string? Host { get; set; }

    [Range(1, 65535)]
    public int Port { get; set; } = 587;

    /// <summary>By STARTTLS; a server that cannot do it is not talked to.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Left out where the server lets the machine in without one.</summary>
    public string? User { get; set; }

    public string? Password { get; set; }

    public string? From { get; set; }
}
