using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Web.Acts;
using Proposals.Web.Security;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>日历订阅 as calendar programs ask for it: nobody is signed in, the address itself is the key.</summary>
public static class FeedEndpoint
{
    public const string Folder = "/deadlines/feed/";

    public static void MapFeed(this WebApplication app) =>
        app.MapGet(Folder + "{secret}.ics", AnswerAsync).AllowAnonymous().RequireRateLimiting(RateLimits.Feeds);

    /// <summary>The link as it is given to a person: in his language, and with the name that he called the product by.</summary>
    public static string LinkOf(HttpRequest request, string secret, bool isEnglish)
    {
        ArgumentNullException.ThrowIfNull(request);
        return $"{Root(request)}{Folder}{secret}.ics{(isEnglish ? "?culture=en" : "")}";
    }

    private static async Task<Results<ContentHttpResult, NotFound>> AnswerAsync(string secret, HttpContext context, FeedQuery feeds, FeedWords words, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (!FeedSecret.HasItsForm(secret) || await feeds.OwnerAsync(secret, cancellationToken) is not { } person || !person.Duties.Includes(Permissions.Holders[Permissions.ReadCases]))
            return TypedResults.NotFound();
        var root = Root(context.Request);
        var lines = await feeds.LinesAsync(person, cancellationToken);
        context.Response.Headers.CacheControl = "private, no-store";
        return TypedResults.Text(
            CalendarText.Of(words.Name, lines.Select(line => new CalendarEvent($"{line.Id}@proposals", line.DueOn, words.Summary(line), new Uri(root + ActLinks.Deadlines(line.CaseId)))), clock.GetUtcNow()),
            "text/calendar",
            Encoding.UTF8);
    }

    private static string Root(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
