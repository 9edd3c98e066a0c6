using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Whoever has the permission still sees only the cases that concern him; the others do not exist for him.</summary>
public sealed class VisibilityTests(Office office) : IClassFixture<Office>
{
    /// <summary>A case of 商贸发展科, assigned by the congress.</summary>
    private const string FarmersMarkets = "27";

    /// <summary>A case of 旅游科, assigned by the CPPCC.</summary>
    private const string Tourism = "258";

    [Theory]
    [InlineData("zhengning")]
    [InlineData("wanghaitao")]
    public async Task A_department_does_not_see_anothers_case(string userName)
    {
        using var client = await office.AsAsync(userName);
        foreach (var page in new[] { "", "/receive", "/review/Head" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await AskAsync(client, FarmersMarkets, page));
        }
    }

    [Fact]
    public async Task A_department_sees_its_own_case()
    {
        using var client = await office.AsAsync("zhengning");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(client, Tourism, ""));
    }

    [Fact]
    public async Task The_outside_supervisor_sees_only_what_his_body_assigned()
    {
        await using var own = await Office.OpenAsync();
        using var before = await own.AsAsync("linyue");
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(before, Tourism, "", own));

        var id = await own.PersonAsync("linyue");
        Assert.Null(await own.WithAsync<PeopleActs, Proposals.Acts.Refusal?>(acts => acts.ChangePersonAsync(
            null, id, new PersonDetails("林岳", "区政协提案委", Duty.Supervisor, null) { SeesOnlyFrom = "区政协提案委" }, TimeProvider.System.GetUtcNow(), CancellationToken.None)));
        using var after = await own.AsAsync("linyue");
        Assert.Equal(HttpStatusCode.OK, await AskAsync(after, Tourism, "", own));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(after, FarmersMarkets, "", own));
    }

    [Fact]
    public async Task The_admin_sees_no_case()
    {
        using var client = await office.AsAsync("zhouyiming");
        foreach (var page in new[] { "", "/receive", "/review/Head" })
        {
            Assert.NotEqual(HttpStatusCode.OK, await AskAsync(client, Tourism, page));
        }

        // Behind the permission stands a second wall.
        var admin = await office.ReadAsync(db => db.Users.AsNoTracking().SingleAsync(person => person.UserName == "zhouyiming"));
        Assert.Empty(await office.ReadAsync(db => CaseVisibility.Of(admin).Filter(db.Cases.AsNoTracking()).ToListAsync()));
    }

    [Theory]
    [InlineData("zhengning")]
    [InlineData("xujing")]
    public async Task A_case_that_never_was_is_not_found(string userName)
    {
        using var client = await office.AsAsync(userName);
        foreach (var id in new[] { Guid.Empty.ToString(), "258", "..." })
        {
            var answer = await client.GetAsync($"/cases/{id}/receive", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<HttpStatusCode> AskAsync(HttpClient client, string number, string page, Office? at = null)
    {
        var id = await (at ?? office).ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync());
        return (await client.GetAsync($"/cases/{id}{page}", TestContext.Current.CancellationToken)).StatusCode;
    }
}
