using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Proposals.Deadlines;
using Proposals.Web.Edition;

namespace Proposals.Web.Notices;

/// <summary>A call to the office's own gateway, which knows how 短信 and 政务微信 are sent there. Signed as <see cref="MessageDoor"/> checks it; the id tells the gateway what it was given before.</summary>
internal sealed class WebhookWay(IHttpClientFactory clients, LetterWords words, IOptions<NoticeOptions> options, TimeProvider clock) : INoticeWay
{
    public const string ClientName = "NoticeWebhook";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public NoticeChannel Channel => NoticeChannel.Webhook;

    public async Task<Delivery> SendAsync(NoticeLetter letter, CancellationToken cancellationToken)
    {
        var body = Body(letter);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, options.Value.Webhook.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(MessageDoor.TimestampHeader, timestamp);
        request.Headers.Add(MessageDoor.SignatureHeader, MessageDoor.SignatureOf(options.Value.Webhook.Secret ?? "", timestamp, body));
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

            // What the gateway answers besides its number may repeat what it was told, so it is not kept.
            return answer.IsSuccessStatusCode ? Delivery.Taken : new Delivery($"HTTP {(int)answer.StatusCode}");
        }
        catch (HttpRequestException away)
        {
            return new Delivery($"{away.HttpRequestError}");
        }
    }

    private byte[] Body(NoticeLetter letter) => JsonSerializer.SerializeToUtf8Bytes(
        new
        {
            letter.Id,
            At = letter.At.ToUniversalTime(),
            letter.Day,
            Urgent = letter.IsUrgent,
            Person = new { letter.Reader.UserName, letter.Reader.Name, letter.Reader.Phone },
            Text = words.Brief(letter),
            Lines = letter.Lines.Select(line => new { Kind = line.Kind.ToString(), Item = words.Item(line), Deadline = words.Deadline(line), line.DueOn, CaseUrl = words.CaseAddress(line.CaseId) }),
        },
        Json);
}
