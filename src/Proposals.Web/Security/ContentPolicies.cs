namespace Proposals.Web.Security;

/// <summary>What a browser may load and run on an answer of ours.</summary>
internal static class ContentPolicies
{
    /// <summary>Every page, error pages too: no script and no style that is not a file of ours. The pictures in data: are those of Bootstrap's tick boxes.</summary>
    public const string Pages =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "object-src 'none'; frame-src 'none'; worker-src 'none'; manifest-src 'self'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>The one inline script of Studio's editor, which catches its keys. Another release has another; the console says then which.</summary>
    private const string StudiosKeys = "'sha256-snlP1jz0gjwc5cTz9ErZcliXuCK63+Mmf68RRCeptgc='";

    /// <summary>Elsa Studio is WebAssembly; its components write styles into their elements, its editor runs in a worker and makes its own fonts and pictures.</summary>
    public const string Studio =
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval' " + StudiosKeys + "; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        + "worker-src 'self' blob:; object-src 'none'; frame-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>A paper that somebody uploaded: it may show itself and do nothing. The style is the one by which browsers centre a picture.</summary>
    public const string Upload = "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
}
