namespace Proposals.Deadlines;

/// <summary>A term with what it counts from: the event that opens it (<c>3m</c>), or back from another deadline (<c>Reply-20d</c>).</summary>
public readonly record struct TermRule(Term Term, DeadlineKind? BackFrom = null)
{
    public static TermRule Parse(string text) => TryParse(text, out var rule)
        ? rule
        : throw new FormatException($"'{text}' is no term: write 7wd, 10d, 3m, 06-30 or, back from another deadline, Reply-20d.");

    public static bool TryParse(string? text, out TermRule rule)
    {
        rule = default;
        if (Term.TryParse(text, out var own))
        {
            rule = new TermRule(own);
            return true;
        }

        // A fixed day of the year cannot be counted back from anything.
        if (text?.IndexOf('-', StringComparison.Ordinal) is not (> 0 and var at) || !Term.TryParse(text[(at + 1)..], out var back) || back.Unit == TermUnit.DayOfYear
            || !Enum.TryParse<DeadlineKind>(text[..at], out var kind) || kind.ToString() != text[..at])
        {
            return false;
        }

        rule = new TermRule(back, kind);
        return true;
    }

    public override string ToString() => BackFrom is { } kind ? $"{kind}-{Term}" : Term.ToString();
}
