using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web.Hostile;

/// <summary>One id of each kind of thing that belongs to a case, of cases other than the one asked about.</summary>
internal static class OtherIds
{
    private static readonly string[] Endings = ["Id", "Ids", "Ids[0]", "Stored", "Stored[0]", "Present[0]", "To[0]", "Proposer", "Answering"];

    public static bool Names(string field) =>
        !field.StartsWith("Seal.", StringComparison.Ordinal) && field is not ("Id" or "OnBehalf.DeciderId") && Endings.Any(ending => field.EndsWith(ending, StringComparison.Ordinal));

    public static Task<IReadOnlyDictionary<string, string>> OfAsync(Office office, string number) => office.ReadAsync<IReadOnlyDictionary<string, string>>(async db =>
    {
        var mine = await db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync();
        var found = new Dictionary<string, string>
        {
            ["case"] = (await db.Cases.Where(known => known.Id != mine).Select(known => known.Id).FirstAsync()).ToString(),
            ["proposer"] = (await db.Cases.Where(known => known.Id != mine).SelectMany(known => known.Proposers).Select(proposer => proposer.Id).FirstAsync()).ToString(),
            ["file"] = (await db.Files.Where(file => file.CaseId != mine && file.CaseId != null).Select(file => file.Id).FirstAsync()).ToString(),
            ["consultation"] = (await db.Consultations.Where(held => held.CaseId != mine).Select(held => held.Id).FirstAsync()).ToString(),
            ["commitment"] = (await db.Commitments.Where(promised => promised.CaseId != mine).Select(promised => promised.Id).FirstAsync()).ToString(),
            ["reply"] = (await db.Replies.Where(reply => reply.CaseId != mine).Select(reply => reply.Id).FirstAsync()).ToString(),
            ["allocation"] = (await db.Allocations.Where(proposed => proposed.CaseId != mine).Select(proposed => proposed.Id).FirstAsync()).ToString(),
            ["form"] = (await db.FeedbackForms.Where(form => form.CaseId != mine).Select(form => form.Id).FirstAsync()).ToString(),
        };
        if (await db.CaseUnits.Where(unit => unit.CaseId != mine).Select(unit => unit.Id).FirstOrDefaultAsync() is var unit && unit != default)
            found["unit"] = unit.ToString() ?? "";
        return found;
    });
}
