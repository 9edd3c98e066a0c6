using System.Net;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Who may open what, asked of the running product for every row of <see cref="PermissionTable"/>.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class PermissionTests(Office office) : IClassFixture<Office>
{
    public static TheoryData<string> Routes => [.. PermissionTable.Rows.Select(row => row.Name)];

    public static TheoryData<string> Forms => [.. PermissionTable.Rows.Where(row => row.HasPost || row.Methods == PermissionRow.Delete).Select(row => row.Name)];

    [Fact]
    public async Task Every_endpoint_has_a_row_in_the_permission_table()
    {
        var complaints = new List<string>();
        var live = await Endpoints.OfAsync(office);
        foreach (var endpoint in live)
        {
            switch (PermissionTable.Rows.Where(row => row.Name == endpoint.Name).ToArray())
            {
                case []:
                    complaints.Add($"no row: {endpoint}");
                    break;
                case [var row]:
                    if (new LiveEndpoint(row.Route, row.Permission, row.Methods, row.IsTokenless) != endpoint)
                        complaints.Add($"differs: {endpoint}, but the row says {row.Permission}, {row.Methods}, tokenless {row.IsTokenless}");
                    break;
                default:
                    complaints.Add($"more than one row: {endpoint.Name}");
                    break;
            }
        }

        complaints.AddRange(live.GroupBy(endpoint => endpoint.Name).Where(same => same.Count() > 1).Select(same => $"two endpoints at one address: {same.Key}"));
        complaints.AddRange(PermissionTable.Rows.Where(row => live.All(endpoint => endpoint.Name != row.Name)).Select(row => $"a row without endpoint: {row.Name}"));
        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_role_without_the_permission_is_refused_and_one_with_it_succeeds(string route)
    {
        var row = RowOf(route);
        var (inside, outside) = PermissionTable.Holders[row.Permission];
        var address = await AddressAsync(row);
        using var stranger = office.Stranger();
        if (row.Permission == PermissionRow.Anonymous)
        {
            Assert.Equal(row.Status, (int)(row.HasGet ? await GetAsync(stranger, address) : await ChangeAsync(row, stranger, address)).StatusCode);
            return;
        }

        AsksToSignIn(row, row.HasGet ? await GetAsync(stranger, address) : await ChangeAsync(row, stranger, address));
        if (outside is not null)
        {
            using var refused = await office.AsAsync(outside);
            if (row.HasGet)
                Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(refused, address)).StatusCode);
            if (row.HasPost || row.Methods == PermissionRow.Delete)
                Assert.Equal(HttpStatusCode.Forbidden, (await ChangeAsync(row, refused, address)).StatusCode);
        }

        using var allowed = await office.AsAsync(row.By ?? inside);
        if (row.HasGet)
            Assert.Equal(row.Status, (int)(await GetAsync(allowed, address)).StatusCode);
    }

    [Theory, MemberData(nameof(Forms))]
    public async Task A_post_without_its_forms_token_does_nothing(string route)
    {
        var row = RowOf(route);
        using var client = row.Permission == PermissionRow.Anonymous ? office.Stranger() : await office.AsAsync(row.By ?? PermissionTable.Holders[row.Permission].Inside);
        var answer = await ChangeAsync(row, client, await AddressAsync(row));
        Assert.Equal(row.IsTokenless ? (HttpStatusCode)row.Status : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static PermissionRow RowOf(string route) => PermissionTable.Rows.First(row => row.Name == route);

    private static Task<HttpResponseMessage> GetAsync(HttpClient client, string address) => client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

    private static async Task<HttpResponseMessage> ChangeAsync(PermissionRow row, HttpClient client, string address)
    {
        if (row.Methods == PermissionRow.Delete)
            return await client.DeleteAsync(address, TestContext.Current.CancellationToken);
        using var nothing = new FormUrlEncodedContent([]);
        return await client.PostAsync(address, nothing, TestContext.Current.CancellationToken);
    }

    private static void AsksToSignIn(PermissionRow row, HttpResponseMessage answer)
    {
        if (row.IsApi)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            return;
        }

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/sign-in", answer.Headers.Location?.AbsolutePath);
    }

    private Task<string> AddressAsync(PermissionRow row) => office.ReadAsync(db => Addresses.OfAsync(row, db));
}
