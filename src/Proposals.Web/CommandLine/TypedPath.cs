namespace Proposals.Web.CommandLine;

internal static class TypedPath
{
    /// <summary>A file that is to be written, where the command was typed.</summary>
    public static string Of(string named) =>
        Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } typedIn && Directory.Exists(typedIn) ? Path.GetFullPath(named, typedIn) : Path.GetFullPath(named);

    /// <summary>The file that was named, or null. <c>dotnet run --project</c> starts a web project in the project's folder; PWD still says where the command was typed.</summary>
    public static string? Find(string named)
    {
        if (File.Exists(named))
            return Path.GetFullPath(named);
        return Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } typedIn && Path.Combine(typedIn, named) is var there && File.Exists(there) ? Path.GetFullPath(there) : null;
    }
}
