using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Tests.Web;

/// <summary>Fills an approved route with ids of the demo bureau.</summary>
internal static partial class Addresses
{
    public static async Task<string> OfAsync(PermissionRow row, ProposalsDbContext db)
    {
        var address = row.Address ?? "/" + Placeholder().Replace(row.Route, "{${name}}").Replace("{id}", "{case}", StringComparison.Ordinal);
        foreach (var name in Placeholder().Matches(address).Select(match => match.Groups["name"].Value).Distinct().ToArray())
        {
            address = address.Replace($"{{{name}}}", await IdAsync(db, name, row.Case ?? ""), StringComparison.Ordinal);
        }

        return address;
    }

    private static async Task<string> IdAsync(ProposalsDbContext db, string name, string number)
    {
        var subject = number.Length == 0 ? default(CaseId?) : await db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync();
        return name switch
        {
            "case" => subject?.ToString() ?? throw new InvalidOperationException("The row names no case."),
            "person" => (await db.Users.Where(person => person.UserName == "heyue").Select(person => person.Id).SingleAsync()).ToString(),
            "department" => (await db.Departments.OrderBy(department => department.Position).Select(department => department.Id).FirstAsync()).ToString(),
            "consultation" => (await db.Consultations.Where(held => held.CaseId == subject).Select(held => held.Id).FirstAsync()).ToString(),
            "commitment" => (await db.Commitments.Where(promised => promised.CaseId == subject).Select(promised => promised.Id).FirstAsync()).ToString(),
            "measure" => (await db.HandlingPlans.Where(plan => plan.CaseId == subject).SelectMany(plan => plan.Measures).Select(measure => measure.Id).FirstAsync()).ToString(),
            "allocation" => (await db.Allocations.Where(proposed => proposed.CaseId == subject).Select(proposed => proposed.Id).FirstAsync()).ToString(),
            "unit" => (await db.CaseUnits.Where(unit => unit.CaseId == subject).Select(unit => unit.Id).FirstAsync()).ToString(),
            "reply" => (await db.Replies.Where(reply => reply.CaseId == subject).Select(reply => reply.Id).FirstAsync()).ToString(),
            "secondReply" => (await db.SecondReplies.Where(told => told.CaseId == subject).Select(told => told.Id).FirstAsync()).ToString(),
            "extension" => (await db.ExtensionRequests.Where(request => request.CaseId == subject).Select(request => request.Id).FirstAsync()).ToString(),
            "delivery" => (await db.ReplyDeliveries.Where(delivery => db.Replies.Any(reply => reply.Id == delivery.ReplyId && reply.CaseId == subject)).Select(delivery => delivery.Id).FirstAsync()).ToString(),
            "form" => (await db.FeedbackForms.Where(form => form.CaseId == subject).Select(form => form.Id).FirstAsync()).ToString(),
            "version" => (await db.WorkflowDefinitions.Where(version => version.IsLatest).Select(version => version.Id).FirstAsync()).ToString(),
            "rung" => (await db.Rungs.Where(rung => rung.CaseId == subject && rung.State == RungState.Raised && rung.Level != RungLevel.Listed).OrderBy(rung => rung.Id).Select(rung => rung.Id).FirstAsync()).ToString(),
            "file" => (await db.Files.Where(file => file.CaseId == subject).Select(file => file.Id).FirstAsync()).ToString(),
            _ => throw new InvalidOperationException($"{{{name}}} is unknown here; give the row an Address."),
        };
    }

    [GeneratedRegex(@"\{(?<name>[a-zA-Z]+)(:[^}]*)?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
