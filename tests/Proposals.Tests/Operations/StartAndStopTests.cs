using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>A process that ends when it is told to, and one that says in one sentence why it cannot begin.</summary>
public sealed class StartAndStopTests
{
    [Fact]
    public async Task An_open_stream_does_not_hold_up_the_end()
    {
        var (office, address) = await Office.ListenAsync();
        await using (office)
        {
            using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
            (await Office.PostAsync(browser, "/sign-in", new() { ["userName"] = "xujing" }, "/sign-in?handler=Demo")).Dispose();
            using var stream = await browser.GetAsync("/live", HttpCompletionOption.ResponseHeadersRead, Cancel);
            Assert.Equal(HttpStatusCode.OK, stream.StatusCode);

            var told = Stopwatch.GetTimestamp();
            await office.Services.GetRequiredService<IHost>().StopAsync(Cancel);

            Assert.True(Stopwatch.GetElapsedTime(told) < TimeSpan.FromSeconds(5), $"It took {Stopwatch.GetElapsedTime(told)}.");
            await stream.Content.ReadAsStringAsync(Cancel);
        }
    }

    [Fact]
    [Trait("Asks", "OneDatabase")]
    public async Task A_database_folder_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        Assert.StartsWith($"The folder {file}/data of ConnectionStrings:Proposals cannot be made: ", await StartAsync($"Data Source={file}/data/proposals.db"), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    [Trait("Asks", "OneDatabase")]
    public async Task A_file_that_is_no_database_is_said_to_be_none()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, new string('x', 5000), Cancel);
        Assert.StartsWith("The database file of ConnectionStrings:Proposals cannot be used: ", await StartAsync($"Data Source={file}"), StringComparison.Ordinal);
        File.Delete(file);
    }

    [Fact]
    [Trait("Asks", "OneDatabase")]
    public async Task A_server_that_is_away_is_said_to_be_away()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        Assert.StartsWith("The PostgreSQL server of ConnectionStrings:Proposals does not answer: ", await StartAsync($"Host=127.0.0.1;Port={port};Database=proposals;Username=nobody;Password=secret-word"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_left_alone()
    {
        await using var bureau = await Bureau.OpenAsync();
        await bureau.ReadAsync(db => db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20991231000000_Later', '99')", Cancel));
        Assert.StartsWith("The database of ConnectionStrings:Proposals was brought to '20991231000000_Later' by a newer version", await StartAsync(bureau.Connection), StringComparison.Ordinal);
    }

    /// <summary>The real process: what it writes to its error stream, which is one sentence without a stack.</summary>
    private static async Task<string> StartAsync(string connection)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0"]) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ConnectionStrings__Proposals"] = connection;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var errors = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        Assert.Equal(1, process.ExitCode);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", errors + await output, StringComparison.Ordinal);
        return errors;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
