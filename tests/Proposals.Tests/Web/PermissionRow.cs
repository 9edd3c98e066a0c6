namespace Proposals.Tests.Web;

/// <summary>One approved endpoint: its address as routing writes it, who may open it, by which methods, and whom the tests send.</summary>
internal sealed record PermissionRow(string Route, string Permission, string Methods = PermissionRow.Form)
{
    public const string Page = "GET";
    public const string Form = "GET, POST";
    public const string Post = "POST";
    public const string Delete = "DELETE";
    public const string File = "GET, HEAD";
    public const string Any = "any";

    /// <summary>Open to everybody.</summary>
    public const string Anonymous = nameof(Anonymous);

    /// <summary>The address to ask for where the route has more than {id}: {case}, {consultation}, {commitment} and {file} are those of <see cref="Case"/>; {person} and {department} are any.</summary>
    public string? Address { get; init; }

    /// <summary>Number of the demo case that fits; then {id} is its id.</summary>
    public string? Case { get; init; }

    /// <summary>Who succeeds, where not just anybody with the permission does.</summary>
    public string? By { get; init; }

    /// <summary>The status that a person with the permission sees on GET.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Takes posts without a token, because nothing comes of them, or a signature stands in its place.</summary>
    public bool IsTokenless { get; init; }

    /// <summary>Asked by programs: a stranger is told 401, not sent to a page.</summary>
    public bool IsApi => Route.StartsWith("elsa/", StringComparison.Ordinal);

    /// <summary>An address may stand in several rows, each with its own methods.</summary>
    public string Name => Methods is Post or Delete ? $"{Methods} {Route}" : Route;

    public bool HasGet => Methods is not (Post or Delete);

    public bool HasPost => Methods.Contains("POST", StringComparison.Ordinal);
}
