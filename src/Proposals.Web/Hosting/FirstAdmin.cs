using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Accounts;

namespace Proposals.Web.Hosting;

/// <summary>The first start in Production makes one admin and prints his one-time password, once, to the console and nowhere else.</summary>
internal sealed class FirstAdmin(ProposalsDbContext db, PeopleActs people)
{
    private const string UserName = "admin";

    public async Task CreateAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Users.AnyAsync(cancellationToken))
            return;
        var password = OneTimePassword.Draw();
        var (_, refusal) = await people.CreatePersonAsync(null, new PersonDetails("系统管理员", "", Duty.Admin, null), UserName, password, now, cancellationToken);
        if (refusal is not null)
            throw new InvalidOperationException($"The first account could not be made: {refusal.Code}");
        await Console.Out.WriteLineAsync($"First start. Sign in as {UserName} with the one-time password {password} and choose your own.");
    }
}
