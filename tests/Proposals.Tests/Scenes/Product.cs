using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;

namespace Proposals.Tests.Scenes;

/// <summary>The real product in its own process, on a port that was free.</summary>
public sealed class Product : IAsyncDisposable
{
    private const string ListeningLine = "Now listening on: ";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    private readonly Process process;
    private readonly DirectoryInfo? folder;
    private readonly ConcurrentQueue<string> said = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Product(ProcessStartInfo start, string connection, DirectoryInfo? folder) =>
        (process, Connection, this.folder) = (new Process { StartInfo = start, EnableRaisingEvents = true }, connection, folder);

    public Uri Address { get; private set; } = new("about:blank");

    /// <summary>The product's own database, read beside it.</summary>
    public string Connection { get; }

    public int Id => process.Id;

    public bool IsAlive => !process.HasExited;

    /// <summary>What the product logged, for the report of a failed test.</summary>
    public string Said => string.Join('\n', said);

    /// <summary>On a database file that is new and goes with it.</summary>
    public static Task<Product> StartAsync(CancellationToken cancellationToken, string environment = "Development")
    {
        var own = Directory.CreateTempSubdirectory("proposals-product-");
        return StartAsync(new ProductStart($"Data Source={Path.Combine(own.FullName, "proposals.db")}") { Environment = environment }, own, cancellationToken);
    }

    /// <summary>On a database that is there already and stays.</summary>
    public static Task<Product> StartAsync(ProductStart wanted, CancellationToken cancellationToken) => StartAsync(wanted, null, cancellationToken);

    /// <summary>Killed on its way up.</summary>
    public static async Task KillWhileStartingAsync(ProductStart wanted, TimeSpan after, CancellationToken cancellationToken)
    {
        await using var product = new Product(Command(wanted), wanted.Connection, null);
        product.process.Start();
        await Task.Delay(after, cancellationToken);
    }

    /// <summary>One of its commands, which ends by itself; its output waits to be read.</summary>
    public static Process Begin(ProductStart wanted, params string[] args) =>
        Process.Start(Command(wanted, args)) ?? throw new InvalidOperationException($"The command {args[0]} did not start.");

    /// <summary>kill -9: no farewell, nothing flushed.</summary>
    public async Task KillAsync()
    {
        if (IsAlive)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        folder?.Delete(recursive: true);
    }

    private static async Task<Product> StartAsync(ProductStart wanted, DirectoryInfo? own, CancellationToken cancellationToken)
    {
        var product = new Product(Command(wanted), wanted.Connection, own);
        try
        {
            await product.ListenAsync(cancellationToken);
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    private static ProcessStartInfo Command(ProductStart wanted) => Command(wanted, "--urls", "http://127.0.0.1:0", "--environment", wanted.Environment);

    private static ProcessStartInfo Command(ProductStart wanted, params string[] args)
    {
        string[] command = [.. wanted.Under, "dotnet", Path.Combine(Named("ProductFolder"), Named("ProductOutput")), .. args];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Named("ProductFolder"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        start.Environment["DOTNET_ENVIRONMENT"] = wanted.Environment;
        start.Environment["ConnectionStrings__Proposals"] = wanted.Connection;
        foreach (var (name, value) in wanted.Settings)
            start.Environment[name] = value;
        return start;
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The product ended before it listened:\n" + Said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            Address = await listening.Task.WaitAsync(LongestStart, cancellationToken);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"The product did not listen within {LongestStart.TotalSeconds} s, of which it had {process.TotalProcessorTime.TotalSeconds:0.0} s of a processor:\n{Said}", late);
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        said.Enqueue(line);
        // Where it runs in Production, a line is JSON.
        if (line.IndexOf(ListeningLine, StringComparison.Ordinal) is var at and >= 0)
            listening.TrySetResult(new Uri(line[(at + ListeningLine.Length)..].Split('"')[0].Trim()));
    }

    private static string Named(string key) =>
        typeof(Product).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value
        ?? throw new InvalidOperationException($"The project file no longer says where {key} is.");
}

/// <summary>How a product is started.</summary>
public sealed record ProductStart(string Connection)
{
    public string Environment { get; init; } = "Development";

    /// <summary>Settings as the environment carries them, for example <c>Timers__EverySeconds</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>A command that starts the product under limits, for example <c>prlimit</c>.</summary>
    public IReadOnlyList<string> Under { get; init; } = [];
}
