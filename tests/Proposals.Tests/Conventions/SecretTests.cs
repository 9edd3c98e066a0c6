using System.Diagnostics;
using System.Text.RegularExpressions;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Conventions;

/// <summary>Whoever reads the repository opens nothing by it.</summary>
[Trait("Asks", "NoDatabase")]
public sealed partial class SecretTests
{
    /// <summary>Values that stand in the open, each with its reason.</summary>
    private static readonly Dictionary<string, string> Open = new()
    {
        ["Yunlan@2026"] = "the demo's password: Production has no demo, and the sign-in page shows it",
        ["must-change-password"] = "the name of a claim",
    };

    [Fact]
    public void No_file_holds_a_key_or_a_password()
    {
        var files = Files();
        Assert.Contains(files, file => file.EndsWith("docker-compose.yml", StringComparison.Ordinal));
        Complaints.None(files.SelectMany(file => File.ReadLines(file).SelectMany((line, index) => Found(file, line).Select(found => $"{Sources.Name(file)}:{index + 1}: {found}"))));
    }

    [Theory]
    [InlineData("-----BEGIN OPENSSH PRIVATE KEY-----", "-----BEGIN OPENSSH PRIVATE KEY-----")]
    [InlineData("  \"ApiKey\": \"9f86d081884c7d65\",", "9f86d081884c7d65")]
    [InlineData("Host=db;Username=a;Password=geheim123;Database=b", "geheim123")]
    [InlineData("POSTGRES_PASSWORD: geheim123", "geheim123")]
    [InlineData("Password=${POSTGRES_PASSWORD:-proposals}", null)]
    [InlineData("private const string Token = \"__RequestVerificationToken\";", null)]
    public void It_would_be_seen(string line, string? value) => Assert.Equal(value is null ? [] : [value], Found(Path.Combine(Sources.Root, "docker-compose.yml"), line));

    /// <summary>Passwords that a test makes up for accounts of its own open nothing.</summary>
    private static IEnumerable<string> Found(string file, string line)
    {
        var isTest = Sources.Name(file).StartsWith("tests", StringComparison.Ordinal);
        return Keys().Matches(line).Select(match => match.Value)
            .Concat(isTest ? [] : Values().Matches(line).Concat(file.EndsWith(".yml", StringComparison.Ordinal) ? Settings().Matches(line) : []).Select(match => match.Groups["value"].Value).Where(value => !Open.ContainsKey(value) && !value.StartsWith('_')));
    }

    /// <summary>What is committed or could be; without git, as from an archive, everything that is not generated.</summary>
    private static IReadOnlyList<string> Files()
    {
        var names = Listed() ?? [.. Sources.Files("").Select(Sources.Name), .. Directory.GetFiles(Sources.Root).Select(Sources.Name)];
        return [.. names.Select(name => Path.Combine(Sources.Root, name)).Where(file => File.Exists(file) && !file.EndsWith(".png", StringComparison.Ordinal) && Path.GetFileName(file) is not ("SecretTests.cs" or "package-lock.json" or "packages.lock.json"))];
    }

    private static string[]? Listed()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", "ls-files --cached --others --exclude-standard") { WorkingDirectory = Sources.Root, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            var names = git?.StandardOutput.ReadToEnd();
            git?.WaitForExit();
            return git is { ExitCode: 0 } ? names?.Split('\n', StringSplitOptions.RemoveEmptyEntries) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----|\\bAKIA[0-9A-Z]{16}\\b|\\bgh[pousr]_[A-Za-z0-9]{30,}|\\bnpm_[A-Za-z0-9]{36}|\\bxox[abp]-[0-9A-Za-z-]{20,}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Keys();

    /// <summary>A literal behind a word for a secret: quoted, or in a connection string.</summary>
    [GeneratedRegex("(?i)(password|passwd|pwd|secret|api_?key|token)[a-z]*[\"']?\\s*([:=]\\s*[\"'](?<value>[^\"'$<{ ]{6,})[\"']|=(?<value>[^;\"'${ <>]{4,})(;|$))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Values();

    [GeneratedRegex("(?i)(password|passwd|pwd|secret|api_?key|token)[a-z]*\\s*:\\s+(?<value>[A-Za-z0-9!@#%^&*._-]{6,})\\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Settings();
}
