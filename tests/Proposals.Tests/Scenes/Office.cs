using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Proposals.Persistence;
using Proposals.Web.Demo;

namespace Proposals.Tests.Scenes;

/// <summary>The running product on a copy of the demo bureau, asked over HTTP in memory; it never calls out.</summary>
public sealed partial class Office : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static TestDatabase? template;

    private TestDatabase? database;
    private IReadOnlyList<(string Key, string Value)> settings = [];
    private Action<IWebHostBuilder>? also;
    private string options = "";

    /// <summary>The product's own database, read beside it.</summary>
    public string Connection => (database ?? throw new InvalidOperationException("The office is asked before it is opened.")).Connection;

    public async ValueTask InitializeAsync()
    {
        await PrepareDatabaseAsync();
        _ = Server;
    }

    /// <summary>The product behind a real port, for tests that come as a crowd.</summary>
    public static async Task<(Office Office, Uri Address)> ListenAsync(Action<IWebHostBuilder>? also = null)
    {
        var office = new Office { also = also };
        await office.PrepareDatabaseAsync();
        office.UseKestrel(0);
        office.StartServer();
        return (office, office.ClientOptions.BaseAddress);
    }

    private async Task PrepareDatabaseAsync() => database = await DatabaseAsync();

    /// <summary>A copy of the demo bureau for whoever opens the product on it.</summary>
    public static async Task<TestDatabase> DatabaseAsync()
    {
        await OneAtATime.WaitAsync();
        try
        {
            template ??= await PrepareAsync();
            return await template.CopyAsync();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <param name="services">What stands in the place of the product's own services.</param>
    /// <param name="options">Of the database's connection, each behind a semicolon.</param>
    public static async Task<Office> OpenWithAsync(Action<IServiceCollection> services, string options = "")
    {
        var office = new Office { also = builder => builder.ConfigureTestServices(services), options = options };
        await office.InitializeAsync();
        return office;
    }

    /// <param name="settings">What this installation configures otherwise.</param>
    public static Task<Office> OpenAsync(params IReadOnlyList<(string Key, string Value)> settings) => OpenAsync(null, settings);

    /// <param name="also">What else this office is built with, or watches.</param>
    /// <param name="settings">What this installation configures otherwise.</param>
    public static async Task<Office> OpenAsync(Action<IWebHostBuilder>? also, params IReadOnlyList<(string Key, string Value)> settings)
    {
        var office = new Office { also = also, settings = settings };
        await office.InitializeAsync();
        return office;
    }

    /// <summary>A browser of its own that follows no redirect, so that a test sees each answer.</summary>
    public HttpClient Stranger() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Signed in by the demo's tile.</summary>
    public async Task<HttpClient> AsAsync(string userName)
    {
        var client = Stranger();
        var answer = await PostAsync(client, "/sign-in", new() { ["userName"] = userName }, "/sign-in?handler=Demo");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>Fills a form as a person does: opens the page, takes its token, posts.</summary>
    public static async Task<HttpResponseMessage> PostAsync(HttpClient client, string page, Dictionary<string, string> fields, string? action = null)
    {
        var html = await client.GetStringAsync(page);
        return await PostAsync(client, action ?? page, TokenOf(html), fields);
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string action, string token, Dictionary<string, string> fields) =>
        client.PostAsync(action, new FormUrlEncodedContent([.. fields, KeyValuePair.Create("__RequestVerificationToken", token)]));

    public static string TokenOf(string html) => Token().Match(html) is { Success: true } found ? found.Groups["token"].Value : throw new InvalidOperationException("The page has no form:\n" + html);

    public async Task<T> ReadAsync<T>(Func<ProposalsDbContext, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<ProposalsDbContext>());
    }

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Guid> PersonAsync(string userName) => ReadAsync(db => db.Users.Where(person => person.UserName == userName).Select(person => person.Id).SingleAsync());

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
        {
            await database.DisposeAsync();
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Proposals", Connection + options);
        builder.UseSetting("Timers:EverySeconds", "0");
        builder.UseSetting("Timers:SweepCron", "");
        builder.UseSetting("Timers:NoticeCron", "");
        builder.UseSetting("Watch:EveryMinutes", "0");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.AddSingleton<IHttpClientFactory, NoWayOut>());
        also?.Invoke(builder);
    }

    private static async Task<TestDatabase> PrepareAsync()
    {
        await using var bureau = await Bureau.EmptyAsync();
        await bureau.WithAsync<IServiceProvider, bool>(services => ActivatorUtilities.CreateInstance<DemoBureau>(services).BuildAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None));

        // What the demo has to tell was told: not every office that a test opens begins with it.
        await bureau.ReadAsync(db => db.Outbox.ExecuteUpdateAsync(set => set.SetProperty(message => message.SentAt, TimeProvider.System.GetUtcNow())));
        return await bureau.CopyAsync();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();

    /// <summary>But for a collector or a gateway that the test itself named.</summary>
    private sealed class NoWayOut : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => name.StartsWith("Otlp", StringComparison.Ordinal) || name == "NoticeWebhook" ? new HttpClient() : throw new InvalidOperationException($"A test must not call out ({name}).");
    }
}
