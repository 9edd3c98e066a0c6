using System.Text.RegularExpressions;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Proposals.Web.ElsaApi;

/// <summary>Sends Studio's files: the compressed twin where the browser takes it, kept for ever where the name carries a hash, asked again where it does not.</summary>
public sealed partial class StudioFiles : IDisposable
{
    private const string Forever = "public, max-age=31536000, immutable";
    private const string AskAgain = "public, no-cache";

    private static readonly (string Coding, string Ending)[] Twins = [("br", ".br"), ("gzip", ".gz")];
    private static readonly FileExtensionContentTypeProvider Types = new() { Mappings = { [".dat"] = "application/octet-stream", [".map"] = "application/json" } };

    private readonly PhysicalFileProvider? files;
    private readonly string version;

    public StudioFiles(StudioPackage package)
    {
        ArgumentNullException.ThrowIfNull(package);
        files = package.Folder is null ? null : new PhysicalFileProvider(package.Folder);
        version = package.Version;
    }

    public IResult Send(HttpContext context, string file)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (files is null || !Types.TryGetContentType(file, out var type) || files.GetFileInfo(file) is not { Exists: true, PhysicalPath: { } path })
            return TypedResults.NotFound();

        var headers = context.Response.Headers;
        headers.CacheControl = Hashed().IsMatch(file) ? Forever : AskAgain;
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.XContentTypeOptions = "nosniff";
        var coding = "";
        foreach (var twin in Twins)
        {
            if (Takes(context.Request, twin.Coding) && files.GetFileInfo(file + twin.Ending) is { Exists: true, PhysicalPath: { } compressed })
            {
                (path, coding) = (compressed, twin.Coding);
                headers.ContentEncoding = coding;
                break;
            }
        }

        return TypedResults.PhysicalFile(path, type, entityTag: new EntityTagHeaderValue($"\"{version}{coding}\""));
    }

    public void Dispose() => files?.Dispose();

    private static bool Takes(HttpRequest request, string coding) =>
        StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptEncoding, out var asked)
        && asked.Any(wish => wish.Quality is not 0 && StringSegment.Equals(wish.Value, coding, StringComparison.OrdinalIgnoreCase));

    /// <summary>Ten letters and digits before the last ending: what the build puts into a name that changes with its content.</summary>
    [GeneratedRegex(@"\.[0-9a-z]{10}\.(bundle\.scp\.css|\w+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hashed();
}
