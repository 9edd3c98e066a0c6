using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Trace;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Operations;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>日历订阅: whoever has the link has the dates, so nothing else may be in it, and it must be revocable.</summary>
public sealed partial class FeedTests
{
    private const string Page = "/deadlines/subscription";

    [Fact]
    public async Task There_is_no_feed_until_its_person_wants_one()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("zhengning");
        Assert.Contains("尚未开启", await handler.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
        Assert.Equal(0, await office.ReadAsync(db => db.CalendarFeeds.CountAsync(Cancel)));
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(office, $"/deadlines/feed/{new string('A', 43)}.ics")).StatusCode);
    }

    [Fact]
    public async Task The_link_is_shown_once_kept_as_a_hash_and_opens_without_signing_in()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("zhengning");
        var link = await TurnAsync(handler, "Enable");
        var secret = SecretOf(link);
        Assert.Equal(43, secret.Length);
        Assert.DoesNotContain(secret, await handler.GetStringAsync(Page, Cancel), StringComparison.Ordinal);
        var kept = await office.ReadAsync(db => db.CalendarFeeds.SingleAsync(Cancel));
        Assert.Equal(CalendarFeed.HashOf(secret), kept.SecretHash);

        using var answer = await FetchAsync(office, link);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.True(answer.Headers.CacheControl is { Private: true, NoStore: true });
        Assert.NotEmpty(await EventsAsync(answer));
        var entry = await office.ReadAsync(db => db.AuditEntries.Where(known => known.Act == "EnableCalendarFeed").SingleAsync(Cancel));
        Assert.Equal($"person:{kept.PersonId}", entry.Subject);
        Assert.DoesNotContain(kept.SecretHash, entry.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_link_kills_the_old_one_and_turned_off_none_is_left()
    {
        await using var office = await Office.OpenAsync();
        using var handler = await office.AsAsync("zhengning");
        var first = await TurnAsync(handler, "Enable");
        var second = await TurnAsync(handler, "Change");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await FetchAsync(office, first)).StatusCode, (await FetchAsync(office, second)).StatusCode));

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(handler, "Disable")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(office, second)).StatusCode);
        foreach (var late in new[] { "Change", "Disable" })
            Assert.Contains("日历订阅已经停用", WebUtility.HtmlDecode(await (await PostAsync(handler, late)).Content.ReadAsStringAsync(Cancel)), StringComparison.Ordinal);
        Assert.Equal(0, await office.ReadAsync(db => db.CalendarFeeds.CountAsync(Cancel)));

        var third = await TurnAsync(handler, "Enable");
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(office, third)).StatusCode);
        Assert.Equal(["EnableCalendarFeed", "ChangeCalendarFeed", "DisableCalendarFeed", "EnableCalendarFeed"],
            await office.ReadAsync(db => db.AuditEntries.Where(entry => entry.Act.EndsWith("CalendarFeed")).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync(Cancel)));
    }

    [Fact]
    public async Task A_disabled_account_and_one_without_cases_have_no_feed()
    {
        await using var office = await Office.OpenAsync();
        using var clerk = await office.AsAsync("xujing");
        var link = await TurnAsync(clerk, "Enable");
        var id = await office.PersonAsync("xujing");
        await office.ReadAsync(db => db.Users.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, true), Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(office, link)).StatusCode);
        await office.ReadAsync(db => db.Users.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.IsDisabled, false).SetProperty(person => person.Duties, Duty.Admin), Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(office, link)).StatusCode);
        await office.ReadAsync(db => db.Users.Where(person => person.Id == id).ExecuteUpdateAsync(set => set.SetProperty(person => person.Duties, Duty.OfficeClerk), Cancel));
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(office, link)).StatusCode);
    }

    [Fact]
    public async Task Everybodys_feed_holds_what_he_has_to_meet_and_no_title_and_no_name()
    {
        await using var office = await Office.OpenAsync();
        var owed = await office.ReadAsync(db => (from line in db.Deadlines
                                                 where line.MetOn == null && line.DroppedOn == null && line.Kind != DeadlineKind.Step && line.Kind != DeadlineKind.ReplyHardLimit
                                                 join subject in db.Cases on line.CaseId equals subject.Id
                                                 select new { line.Id, line.DueOn, Case = subject }).ToListAsync(Cancel));
        var people = await office.ReadAsync(db => db.Users.AsNoTracking().ToListAsync(Cancel));
        var secrets = await office.ReadAsync(db => db.Cases.Select(subject => subject.Subject).Concat(db.Users.Select(person => person.DisplayName)).Concat(db.Cases.SelectMany(subject => subject.Proposers.Select(proposer => proposer.Name))).Distinct().ToListAsync(Cancel));
        foreach (var (userName, isHis) in new (string, Func<Person, Proposals.Handling.ProposalCase, bool>)[]
        {
            ("zhengning", (me, subject) => subject.HandlerId == me.Id),
            ("wanghaitao", (me, subject) => subject.HandlerId == me.Id || subject.DepartmentId == me.DepartmentId),
            ("fangxiaolan", (me, subject) => subject.LeaderId == me.Id),
            ("shenliqun", (_, _) => true),
            ("xujing", (_, _) => true),
            ("duqing", (_, _) => true),
        })
        {
            using var client = await office.AsAsync(userName);
            using var answer = await FetchAsync(office, await TurnAsync(client, "Enable"));
            var me = people.Single(person => person.UserName == userName);
            var expected = owed.Where(line => isHis(me, line.Case)).ToDictionary(line => $"{line.Id}@proposals");
            var events = await EventsAsync(answer);

            Assert.Equal(expected.Keys.Order(), events.Select(entry => entry["UID"]).Order());
            Assert.NotEmpty(events);
            Assert.All(events, entry =>
            {
                var line = expected[entry["UID"]];
                Assert.Equal(line.DueOn.ToString("yyyyMMdd"), entry["DTSTART;VALUE=DATE"]);
                Assert.Contains($"第{line.Case.CaseNumber}号", entry["SUMMARY"], StringComparison.Ordinal);
                Assert.EndsWith($"/cases/{line.Case.Id}?tab=Deadlines", entry["URL"], StringComparison.Ordinal);
            });
            Assert.Equal(events.Select(entry => entry["DTSTART;VALUE=DATE"]).Order(), events.Select(entry => entry["DTSTART;VALUE=DATE"]));
            var said = string.Join('\n', events.SelectMany(entry => entry.Values));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_English_reader_is_given_an_English_feed()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var link = LinkIn(await (await Office.PostAsync(client, Page, [], Page + "?handler=Enable&culture=en")).Content.ReadAsStringAsync(Cancel));
        Assert.EndsWith(".ics?culture=en", link, StringComparison.Ordinal);
        Assert.All(await EventsAsync(await FetchAsync(office, link)), entry => Assert.DoesNotContain('号', entry["SUMMARY"]));
    }

    [Fact]
    public async Task A_feed_ends_at_a_thousand_lines_and_keeps_the_nearest()
    {
        await using var office = await Office.OpenAsync();
        await OpenDeadlineTests.OweAsync(office, new DateOnly(2031, 5, 31), FeedQuery.Most);
        using var client = await office.AsAsync("xujing");
        var events = await EventsAsync(await FetchAsync(office, await TurnAsync(client, "Enable")));
        Assert.Equal(FeedQuery.Most, events.Count);
        Assert.NotEqual("20310531", events[0]["DTSTART;VALUE=DATE"]);
    }

    [Fact]
    public async Task Too_many_questions_from_one_address_are_told_to_wait()
    {
        await using var office = await Office.OpenAsync(("RateLimits:FeedsPerAddress", "2"));
        using var client = await office.AsAsync("zhengning");
        var link = await TurnAsync(client, "Enable");
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.OK, (await FetchAsync(office, link)).StatusCode);
        using var refused = await FetchAsync(office, link);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    /// <summary>As the framework is set now it tells no addresses; a newer one may.</summary>
    [Fact]
    [Trait("Asks", "OneDatabase")]
    public async Task A_collector_of_traces_does_not_learn_the_link()
    {
        using var collector = new Collector();
        await using var office = await Office.OpenAsync(("Telemetry:Endpoint", collector.Address), ("Telemetry:Protocol", "http/protobuf"));
        using var client = await office.AsAsync("zhengning");
        var link = await TurnAsync(client, "Enable");
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(office, link)).StatusCode);
        office.Services.GetRequiredService<TracerProvider>().ForceFlush();
        Assert.Contains("/v1/traces", collector.Paths);
        Assert.DoesNotContain(SecretOf(link), collector.Text, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<HttpResponseMessage> PostAsync(HttpClient client, string handler) => Office.PostAsync(client, Page, [], $"{Page}?handler={handler}");

    private static async Task<string> TurnAsync(HttpClient client, string handler)
    {
        var answer = await PostAsync(client, handler);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return LinkIn(await answer.Content.ReadAsStringAsync(Cancel));
    }

    private static string LinkIn(string html) => Link().Match(WebUtility.HtmlDecode(html)) is { Success: true } found ? found.Groups["link"].Value : throw new InvalidOperationException("The page shows no link:\n" + html);

    private static string SecretOf(string link) => link.Split("/feed/")[1].Split(".ics")[0];

    private static async Task<HttpResponseMessage> FetchAsync(Office office, string link)
    {
        using var stranger = office.Stranger();
        return await stranger.GetAsync(link, Cancel);
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> EventsAsync(HttpResponseMessage answer) => ReadCalendar.Of(await answer.Content.ReadAsByteArrayAsync(Cancel)).Events;

    [GeneratedRegex("id=\"feed-link\"[^>]*value=\"(?<link>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
