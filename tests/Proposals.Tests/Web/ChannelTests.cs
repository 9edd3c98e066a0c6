using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Tests.Scenes;
using Proposals.Web.Edition;
using Proposals.Web.Notices;
using Proposals.Web.Operations;
using Proposals.Web.Timers;

namespace Proposals.Tests.Web;

/// <summary>What leaves the running product, and how the other side sees it.</summary>
public sealed class ChannelTests
{
    private const string Secret = "a secret of the gateway, 32 characters";
    private const string Home = "https://proposals.example.gov.cn/app/";

    private static readonly DateTimeOffset Morning = OfficeClock.At(new DateOnly(2026, 6, 3), new TimeOnly(10, 0));

    [Fact]
    public async Task The_gateway_gets_a_signed_call_that_names_the_person_and_the_case_by_its_number()
    {
        using var gateway = new Gateway();
        await using var office = await Office.OpenAsync(("Notices:BaseAddress", Home), ("Notices:Webhook:Url", gateway.Address + "push"), ("Notices:Webhook:Secret", Secret));
        var id = await TellAsync(office, "shenliqun", NoticeKind.Red);
        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "shenliqun").ExecuteUpdateAsync(set => set.SetProperty(person => person.PhoneNumber, "13800000001"), Cancel));

        await SendAsync(office, NoticeChannel.Webhook);

        var (timestamp, signature, body) = Assert.Single(gateway.Calls);
        Assert.Equal(MessageDoor.SignatureOf(Secret, timestamp, body), signature);
        Assert.InRange(long.Parse(timestamp), TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - 300, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 5);
        var call = JsonNode.Parse(body) ?? "";
        Assert.Equal("""{"userName":"shenliqun","name":"沈立群","phone":"13800000001"}""", call["person"]?.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        Assert.Equal(("2026-06-03", true), ((string?)call["day"], (bool?)call["urgent"]));
        Assert.Equal(await office.ReadAsync(db => db.NoticeMessages.Select(message => message.Id).SingleAsync(Cancel)), (Guid?)call["id"]);
        var line = call["lines"]?[0];
        Assert.Equal(("Red", "第12号建议", $"{Home}cases/{id}"), ((string?)line?["kind"], (string?)line?["item"], (string?)line?["caseUrl"]));
        Assert.StartsWith("红色督办：第12号建议", (string?)call["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_that_fails_leaves_its_number_and_nothing_else()
    {
        using var gateway = new Gateway { Status = 503 };
        await using var office = await Office.OpenAsync(("Notices:BaseAddress", Home), ("Notices:Webhook:Url", gateway.Address), ("Notices:Webhook:Secret", Secret));
        await TellAsync(office, "shenliqun", NoticeKind.Red);
        await SendAsync(office, NoticeChannel.Webhook);
        Assert.Equal("HTTP 503", await office.ReadAsync(db => db.NoticePosts.Select(post => post.LastError).SingleAsync(Cancel)));
    }

    [Fact]
    public async Task A_mail_goes_to_whoever_has_an_address_and_names_each_case_with_its_link()
    {
        using var server = new MailServer();
        await using var office = await Office.OpenAsync(
            ("Notices:BaseAddress", Home), ("Notices:Smtp:Host", "127.0.0.1"), ("Notices:Smtp:Port", $"{server.Port}"), ("Notices:Smtp:UseTls", "false"), ("Notices:Smtp:From", "tixing@example.gov.cn"));
        var id = await TellAsync(office, "zhengning", NoticeKind.Blue);
        await TellAsync(office, "wanghaitao", NoticeKind.Blue);
        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "zhengning").ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "zhengning@example.gov.cn"), Cancel));

        await SendAsync(office, NoticeChannel.Mail);

        var mail = Assert.Single(server.Mails);
        Assert.Contains("RCPT TO:<zhengning@example.gov.cn>", mail, StringComparison.Ordinal);
        Assert.Contains("Message-ID: <", mail, StringComparison.OrdinalIgnoreCase);
        var body = Encoding.UTF8.GetString(Convert.FromBase64String(string.Concat(mail.Split("\n\n").Length > 1 ? mail.Split("\n\n")[1].Split('\n') : mail.Split("\r\n\r\n")[1].Split("\r\n"))));
        Assert.StartsWith("郑宁：", body, StringComparison.Ordinal);
        Assert.Contains("蓝色提醒：第12号建议", body, StringComparison.Ordinal);
        Assert.Contains($"{Home}cases/{id}", body, StringComparison.Ordinal);
        Assert.Equal(["no-address", ""], (await office.ReadAsync(db => db.NoticePosts.Select(post => post.LastError).ToListAsync(Cancel))).OrderDescending(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_mail_server_that_is_away_is_tried_again()
    {
        await using var office = await Office.OpenAsync(
            ("Notices:BaseAddress", Home), ("Notices:Smtp:Host", "127.0.0.1"), ("Notices:Smtp:Port", $"{Gateway.FreePort()}"), ("Notices:Smtp:UseTls", "false"), ("Notices:Smtp:From", "tixing@example.gov.cn"));
        await TellAsync(office, "zhengning", NoticeKind.Red);
        await office.ReadAsync(db => db.Users.Where(person => person.UserName == "zhengning").ExecuteUpdateAsync(set => set.SetProperty(person => person.Email, "zhengning@example.gov.cn"), Cancel));
        await SendAsync(office, NoticeChannel.Mail);
        var post = await office.ReadAsync(db => db.NoticePosts.AsNoTracking().SingleAsync(Cancel));
        Assert.Equal((PostState.Waiting, "SMTP GeneralFailure: ConnectionRefused"), (post.State, post.LastError));
    }

    [Fact]
    public async Task Without_a_channel_the_clock_leaves_no_row()
    {
        await using var office = await Office.OpenAsync();
        await TellAsync(office, "shenliqun", NoticeKind.Red);
        await office.WithAsync<NoticeClock, bool>(async clock =>
        {
            await clock.RunAsync(Cancel);
            return true;
        });
        Assert.False(await office.ReadAsync(db => db.NoticeMessages.AnyAsync(Cancel)));
        Assert.NotNull(office.Services.GetRequiredService<LastRuns>().Of(Errand.NoticeDispatch));
    }

    [Fact]
    public async Task An_admin_sees_how_each_channel_stands_and_enters_where_people_are_reached()
    {
        using var gateway = new Gateway();
        await using var office = await Office.OpenAsync(("Notices:BaseAddress", Home), ("Notices:Webhook:Url", gateway.Address), ("Notices:Webhook:Secret", Secret));
        using var admin = await office.AsAsync("zhouyiming");
        var page = await admin.GetStringAsync("/admin/health", Cancel);
        Assert.Contains("短信、政务微信网关", page, StringComparison.Ordinal);
        Assert.Contains("还没有发出过", page, StringComparison.Ordinal);
        Assert.DoesNotContain("电子邮件", page, StringComparison.Ordinal);

        var address = $"/admin/people/{await office.PersonAsync("zhengning")}";
        var fields = new Dictionary<string, string> { ["Input.DisplayName"] = "郑宁", ["Input.Duties"] = "Handler", ["Input.Phone"] = " 13800000002 ", ["Input.Email"] = "nobody" };
        Assert.Contains("这不是邮箱地址", await (await Office.PostAsync(admin, address, fields)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        fields["Input.Email"] = "zhengning@example.gov.cn";
        Assert.Equal(System.Net.HttpStatusCode.Redirect, (await Office.PostAsync(admin, address, fields)).StatusCode);
        var person = await office.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(known => known.UserName == "zhengning", Cancel));
        Assert.Equal(("13800000002", "zhengning@example.gov.cn"), (person.PhoneNumber, person.Email));
    }

    [Theory]
    [InlineData("Notices:Webhook:Secret", "too short", "Notices:Webhook:Secret is missing or shorter than 32 characters")]
    [InlineData("Notices:Webhook:Url", "gateway", "Notices:Webhook:Url is 'gateway'")]
    [InlineData("Notices:BaseAddress", "proposals", "Notices:BaseAddress is 'proposals'")]
    [InlineData("Notices:Smtp:From", "nobody", "Notices:Smtp:From is 'nobody'")]
    [InlineData("Notices:Smtp:Port", "0", "Notices:Smtp:Port is '0'")]
    [InlineData("Notices:Smtp:User", "tixing", "Notices:Smtp:User and Notices:Smtp:Password are needed together")]
    public async Task A_wrong_setting_is_named_at_the_start_and_no_secret_with_it(string key, string value, string sentence)
    {
        (string Key, string Value)[] right = [("Notices:BaseAddress", Home), ("Notices:Webhook:Url", "http://gateway.example/"), ("Notices:Webhook:Secret", Secret), ("Notices:Smtp:Host", "mail.example"), ("Notices:Smtp:From", "tixing@example.gov.cn")];
        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => Office.OpenAsync([.. right, (key, value)]));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("too short", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>What the demo itself has told counts as read.</summary>
    private static async Task<Proposals.Handling.CaseId> TellAsync(Office office, string userName, NoticeKind kind) => await office.ReadAsync(async db =>
    {
        var told = Morning.AddMinutes(-10);
        await db.Notices.Where(notice => notice.CreatedAt != told).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.ReadAt, told), Cancel);
        var id = await db.Cases.Where(known => known.CaseNumber == "12").Select(known => known.Id).SingleAsync(Cancel);
        var person = await db.Users.Where(known => known.UserName == userName).Select(known => known.Id).SingleAsync(Cancel);
        db.Notices.Add(new Notice { Id = TimedId.At(told), PersonId = person, CaseId = id, Kind = kind, CreatedAt = told });
        await db.SaveChangesAsync(Cancel);
        return id;
    });

    private static async Task SendAsync(Office office, NoticeChannel channel)
    {
        var dispatch = office.Services.GetRequiredService<NoticeDispatch>();
        await dispatch.ComposeAsync(Morning, Cancel);
        await dispatch.SendAsync(channel, Morning, Cancel);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
