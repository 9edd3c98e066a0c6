using Proposals.Deadlines;
using Proposals.Intake;

namespace Proposals.Web.CommandLine;

/// <summary>What stands behind <c>-- import</c>: the file, and what the page asks for.</summary>
internal sealed record ImportOptions(string File)
{
    public const string Usage = "usage: import FILE --dry-run | --as USERNAME --not-classified [--received]  [--sender NAME] [--date YYYY-MM-DD] [--kind Suggestion|CppccProposal|Motion] [--term N --session N] [--sheet NAME]";

    public bool IsDryRun { get; init; }

    public string? As { get; init; }

    public bool IsNotClassified { get; init; }

    public bool AlsoReceives { get; init; }

    public string? Sender { get; init; }

    public string? Sheet { get; init; }

    public DateOnly? Date { get; init; }

    public ItemKind? Kind { get; init; }

    public int? Term { get; init; }

    public int? Session { get; init; }

    /// <summary>Null where a word is unknown, a value is none, or it is not said what to do.</summary>
    public static ImportOptions? Read(IReadOnlyList<string> args)
    {
        ImportOptions? read = null;
        for (var at = 1; at < args.Count; at++)
        {
            var value = at + 1 < args.Count ? args[at + 1] : "";
            if (!args[at].StartsWith("--", StringComparison.Ordinal))
            {
                if (read is not null)
                    return null;
                read = new ImportOptions(args[at]);
                continue;
            }

            if (read is null || With(read, args[at], value) is not var (next, takesValue))
                return null;
            read = next;
            at += takesValue ? 1 : 0;
        }

        return read is not null && read.IsDryRun != (read.As is not null) ? read : null;
    }

    private static (ImportOptions Options, bool TakesValue)? With(ImportOptions read, string word, string value) => word switch
    {
        "--dry-run" => (read with { IsDryRun = true }, false),
        "--not-classified" => (read with { IsNotClassified = true }, false),
        "--received" => (read with { AlsoReceives = true }, false),
        "--as" when value.Length > 0 => (read with { As = value }, true),
        "--sender" when value.Length > 0 => (read with { Sender = value }, true),
        "--sheet" when value.Length > 0 => (read with { Sheet = value }, true),
        "--date" when DateOnly.TryParseExact(value, "yyyy-MM-dd", out var day) && OfficeYears.Hold(day) => (read with { Date = day }, true),
        "--kind" when Enum.TryParse<ItemKind>(value, ignoreCase: true, out var kind) && Enum.IsDefined(kind) => (read with { Kind = kind }, true),
        "--term" when int.TryParse(value, out var term) && term is > 0 and < 100 => (read with { Term = term }, true),
        "--session" when int.TryParse(value, out var session) && session is > 0 and < 100 => (read with { Session = session }, true),
        _ => null,
    };
}
