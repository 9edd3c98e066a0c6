using Proposals.Intake.Lists;

namespace Proposals.Intake.TakeOver;

/// <summary>What a column of a ledger may mean, by a word that travels in a form: what an assignment list has, or what happened since. 满意度 says two things at once.</summary>
public static class LedgerMeanings
{
    private const char And = '+';

    public static IReadOnlyList<string> All { get; } =
    [
        .. Enum.GetNames<ListField>(), .. Enum.GetNames<LedgerField>().Where(name => name is not (nameof(LedgerField.Attitude) or nameof(LedgerField.Result))),
        Word([LedgerField.Attitude, LedgerField.Result]), nameof(LedgerField.Attitude), nameof(LedgerField.Result),
    ];

    /// <summary>The one or two meanings behind a word, to be labelled.</summary>
    public static IReadOnlyList<Enum> Parts(string word)
    {
        var (item, own) = Read(word);
        return item is { } known ? [known] : [.. own.Select(field => (Enum)field)];
    }

    internal static string Word(IEnumerable<LedgerField> own) => string.Join(And, own);

    /// <summary>A word that nobody offered means nothing.</summary>
    internal static (ListField? Item, IReadOnlyList<LedgerField> Own) Read(string? word)
    {
        if (word is null || !All.Contains(word))
            return (null, []);
        return Enum.TryParse<ListField>(word, out var item) ? (item, []) : (null, [.. word.Split(And).Select(Enum.Parse<LedgerField>)]);
    }
}
