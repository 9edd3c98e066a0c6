using System.Collections.Concurrent;
using System.Diagnostics;

namespace Proposals.BrowserTests;

/// <summary>The real product in its own process, on a port that was free and a database file that is new.</summary>
public sealed class Product : IAsyncDisposable
{
    private const string ListeningLine = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;
    private readonly ConcurrentQueue<string> _said = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(Process process, DirectoryInfo folder) => (_process, _folder) = (process, folder);

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>The product's own database, read beside it for ids.</summary>
    public string Connection => $"Data Source={Path.Combine(_folder.FullName, "proposals.db")}";

    /// <summary>What the product logged, for the report of a failed test.</summary>
    public string Said => string.Join('\n', _said);

    public static async Task<Product> StartAsync(CancellationToken cancellationToken, string environment = "Development")
    {
        var folder = Directory.CreateTempSubdirectory("proposals-browser-");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Places.ProductFolder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { Places.ProductAssembly, "--urls", "http://127.0.0.1:0", "--environment", environment })
            start.ArgumentList.Add(argument);
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var product = new Product(new Process { StartInfo = start, EnableRaisingEvents = true }, folder);
        start.Environment["ConnectionStrings__Proposals"] = product.Connection;
        await product.ListenAsync(cancellationToken);
        return product;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("The product ended before it listened:\n" + Said));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Address = await _listening.Task.WaitAsync(LongestStart, cancellationToken);
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _said.Enqueue(line);
        // Where it runs in Production, a line is JSON.
        if (line.IndexOf(ListeningLine, StringComparison.Ordinal) is var at and >= 0)
            _listening.TrySetResult(new Uri(line[(at + ListeningLine.Length)..].Split('"')[0].Trim()));
    }
}
