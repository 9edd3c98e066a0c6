using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Web;

/// <summary>What a person typed is never lost, and what he sent twice happens once.</summary>
public sealed class FormTests
{
    private const string NightMarkets = "12";
    private const string FarmersMarkets = "27";

    [Fact]
    public async Task A_refused_form_keeps_the_words_and_the_uploads_and_can_be_sent_again()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = $"/cases/{await IdAsync(office, NightMarkets)}/consultations/record";
        var form = await PaperForm.OpenAsync(client, address);
        form.With("Input.Kind", "Visit").With("Input.ProposersPoints", "希望划定经营时段。").With("OnBehalf.OccurredOn", "2099-01-01")
            .WithFile("Input.Proofs.New", "现场照片.png", DemoPaper.Draw(9001));

        var refused = await form.SendAsync(client, address);
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        var again = PaperForm.Read(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("还没有到", again.Html, StringComparison.Ordinal);
        Assert.Contains("现场照片.png", again.Html, StringComparison.Ordinal);
        Assert.Equal("希望划定经营时段。", again["Input.ProposersPoints"]);
        Assert.Equal(2, await ContactsAsync(office, NightMarkets));

        var accepted = await again.With("OnBehalf.OccurredOn", Today).SendAsync(client, address);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal(3, await ContactsAsync(office, NightMarkets));
    }

    [Theory]
    [InlineData("cases/register", "Input.AssignedOn")]
    [InlineData("cases/{id}/feedback/rehandle", "OnBehalf.OccurredOn")]
    [InlineData("cases/{id}/correct/commitments/{commitmentId}", "Input.DueOn")]
    public async Task A_year_that_no_office_knows_is_refused_before_anything_counts_from_it(string route, string field)
    {
        await using var office = await Office.OpenAsync();
        var row = PermissionTable.Rows.Single(row => row.Route == route);
        using var client = await office.AsAsync(row.By ?? PermissionTable.Holders[row.Permission].Inside);
        var address = await office.ReadAsync(db => Addresses.OfAsync(row, db));
        var acts = await office.ReadAsync(db => db.AuditEntries.CountAsync());
        foreach (var day in new[] { "9999-12-31", "0225-11-30", "2101-01-01" })
        {
            var form = (await PaperForm.OpenAsync(client, address)).With(field, day);
            var answer = await form.SendAsync(client, address);

            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var told = PaperForm.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.Contains("日期应在2000年至2100年之间", told.Html, StringComparison.Ordinal);
            Assert.Equal(day, told[field]);
        }

        Assert.Equal(acts, await office.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_recorded_once()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = $"/cases/{await IdAsync(office, NightMarkets)}/consultations/record";
        var form = (await PaperForm.OpenAsync(client, address)).With("Input.Kind", "Phone").With("Input.ProposersPoints", "询问进度。");

        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(3, await ContactsAsync(office, NightMarkets));
    }

    [Fact]
    public async Task Who_comes_second_is_told_who_came_first()
    {
        await using var office = await Office.OpenAsync();
        using var leader = await office.AsAsync("fangxiaolan");
        using var principal = await office.AsAsync("shenliqun");
        var address = $"/cases/{await IdAsync(office, FarmersMarkets)}/review/Deputy";
        var first = (await PaperForm.OpenAsync(leader, address)).With("Input.Agrees", "true");
        var second = (await PaperForm.OpenAsync(principal, address)).With("Input.Agrees", "false").With("Input.Opinion", "再改一改");

        Assert.Equal(HttpStatusCode.Redirect, (await first.SendAsync(leader, address)).StatusCode);
        var answer = await second.SendAsync(principal, address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var told = PaperForm.Read(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains("刚刚由方晓岚更新", told.Html, StringComparison.Ordinal);
        Assert.Equal("再改一改", told["Input.Opinion"]);
    }

    [Fact]
    public async Task A_file_that_only_claims_to_be_a_picture_is_refused_by_name()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var address = $"/cases/{await IdAsync(office, NightMarkets)}/consultations/record";
        var form = (await PaperForm.OpenAsync(client, address)).With("Input.Kind", "Visit").With("Input.ProposersPoints", "意见")
            .WithFile("Input.Proofs.New", "病毒.png", "MZ this is a program"u8.ToArray());

        var answer = await form.SendAsync(client, address);

        Assert.Contains("“病毒.png”的文件类型不能上传", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(2, await ContactsAsync(office, NightMarkets));
    }

    private static string Today => Proposals.Deadlines.OfficeClock.Day(TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd");

    private static Task<CaseId> IdAsync(Office office, string number) =>
        office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Id).SingleAsync());

    private static Task<int> ContactsAsync(Office office, string number) =>
        office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == number).Select(known => known.Contacts).SingleAsync());
}
