using Microsoft.AspNetCore.Hosting;

namespace Proposals.Web.Face;

/// <summary>npm packages that the build could not fetch. The product starts without them and says so on each page.</summary>
public sealed class MissingPackages(IWebHostEnvironment environment)
{
    private static readonly (string Package, string File)[] Wanted =
    [
        ("bootstrap", "lib/bootstrap/bootstrap.min.css"),
        ("bootstrap-icons", "lib/bootstrap-icons/bootstrap-icons.min.css"),
        ("htmx.org", "lib/htmx/htmx.min.js"),
    ];

    public IReadOnlyList<string> Names { get; } =
        [.. Wanted.Where(wanted => !environment.WebRootFileProvider.GetFileInfo(wanted.File).Exists).Select(wanted => wanted.Package)];
}
