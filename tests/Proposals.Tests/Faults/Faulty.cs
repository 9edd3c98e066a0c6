using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Faults;

/// <summary>One form of the demo bureau on which every fault is tried: a consultation recorded by its handler.</summary>
internal static class Faulty
{
    private const string NightMarkets = "12";

    public static Task<CaseId> CaseAsync(Office office) => office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == NightMarkets).Select(known => known.Id).SingleAsync());

    public static Task<int> ContactsAsync(Office office) => office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == NightMarkets).Select(known => known.Contacts).SingleAsync());

    /// <summary>The form's address.</summary>
    public static async Task<string> RecordAsync(Office office) => $"/cases/{await CaseAsync(office)}/consultations/record";

    public static PaperForm Filled(PaperForm form, string points) => form.With("Input.Kind", "Phone").With("Input.ProposersPoints", points);

    /// <summary>As a page's script sends it.</summary>
    public static async Task<HttpResponseMessage> SendPartAsync(HttpClient client, PaperForm form, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = form.Content() };
        request.Headers.Add("HX-Request", "true");
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The form was done; else the page it came back with.</summary>
    public static async Task TakenAsync(HttpResponseMessage answer) =>
        Assert.True(answer.StatusCode == System.Net.HttpStatusCode.Redirect, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");

    public static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
