using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Microsoft.Extensions.Options;
using Proposals.Deadlines;

namespace Proposals.Web.Notices;

/// <summary>A mail to whoever has an address.</summary>
internal sealed class MailWay(LetterWords words, IOptions<NoticeOptions> options) : INoticeWay
{
    public NoticeChannel Channel => NoticeChannel.Mail;

    private SmtpOptions Smtp => options.Value.Smtp;

    public async Task<Delivery> SendAsync(NoticeLetter letter, CancellationToken cancellationToken)
    {
        if (!MailAddress.TryCreate(letter.Reader.Email, letter.Reader.Name, Encoding.UTF8, out var to))
            return Delivery.NoAddress;
        using var mail = Mail(letter, to);
        try
        {
            using var client = new SmtpClient(Smtp.Host, Smtp.Port) { EnableSsl = Smtp.UseTls };
            if (!string.IsNullOrEmpty(Smtp.User))
                client.Credentials = new NetworkCredential(Smtp.User, Smtp.Password);
            await client.SendMailAsync(mail, cancellationToken);
            return Delivery.Taken;
        }
        catch (SmtpException refused)
        {
            // The server's own sentence often repeats the address, so only its number is kept.
            return new Delivery(Because(refused) is { } why ? $"SMTP {refused.StatusCode}: {why}" : $"SMTP {refused.StatusCode}");
        }
    }

    private MailMessage Mail(NoticeLetter letter, MailAddress to)
    {
        var from = new MailAddress(Smtp.From ?? "");
        var mail = new MailMessage(from, to)
        {
            Subject = words.Subject(letter),
            SubjectEncoding = Encoding.UTF8,
            Body = words.Full(letter),
            BodyEncoding = Encoding.UTF8,
            Priority = letter.IsUrgent ? MailPriority.High : MailPriority.Normal,
        };

        // A mail program shows one that came twice only once.
        mail.Headers.Add("Message-ID", $"<{letter.Id}@{from.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    private static string? Because(Exception refused) => refused.InnerException switch
    {
        SocketException socket => socket.SocketErrorCode.ToString(),
        AuthenticationException => "TLS",
        { InnerException: not null } inner => Because(inner),
        _ => null,
    };
}
