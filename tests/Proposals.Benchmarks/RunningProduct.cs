using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Proposals.Benchmarks;

/// <summary>The product in a process of its own, beside this program's own output; asked as browsers ask it.</summary>
internal sealed partial class RunningProduct : IAsyncDisposable
{
    private const string ListeningLine = "Now listening on: ";

    private readonly Process process;
    private readonly Uri address;

    private RunningProduct(Process process, Uri address) => (this.process, this.address) = (process, address);

    public static async Task<RunningProduct> StartAsync(string connection)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "Proposals.Web.dll"), "--urls", "http://127.0.0.1:0", "--environment", "Development" })
            start.ArgumentList.Add(argument);
        start.Environment["ConnectionStrings__Proposals"] = connection;
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var started = Process.Start(start) ?? throw new InvalidOperationException("The product did not start.");
        while (await started.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.IndexOf(ListeningLine, StringComparison.Ordinal) is var at and >= 0)
            {
                // Whoever says more than a pipe holds would wait for a reader.
                _ = started.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return new RunningProduct(started, new Uri(line[(at + ListeningLine.Length)..].Trim()));
            }
        }

        throw new InvalidOperationException("The product ended before it listened.");
    }

    public async Task<HttpClient> SignInAsync(string userName)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        var token = Token().Match(await client.GetStringAsync(new Uri("/sign-in", UriKind.Relative))).Groups["token"].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["userName"] = userName, ["__RequestVerificationToken"] = token });
        using var answer = await client.PostAsync(new Uri("/sign-in?handler=Demo", UriKind.Relative), form);
        return answer.StatusCode == HttpStatusCode.Redirect ? client : throw new InvalidOperationException($"{userName} was not signed in: {(int)answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
