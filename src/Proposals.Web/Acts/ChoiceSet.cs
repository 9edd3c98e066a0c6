namespace Proposals.Web.Acts;

/// <summary>One question with a few answers, all in sight: drawn by the partial _Choices as radio cards.</summary>
/// <param name="Name">Full name of the form field.</param>
public sealed record ChoiceSet(string Name, string Legend, string? Chosen, IReadOnlyList<Choice> Choices)
{
    public bool IsRequired { get; init; } = true;

    public string? Hint { get; init; }

    public static ChoiceSet Of<TEnum>(string name, string legend, TEnum? chosen, RefusalWords words, params IReadOnlyList<TEnum> values) where TEnum : struct, Enum =>
        new(name, legend, chosen?.ToString(), [.. values.Select(value => new Choice(value.ToString(), words.Label(value)))]);
}

/// <param name="AsksMore">Marks the answer for style rules that show what belongs to it.</param>
public sealed record Choice(string Value, string Title, string? Detail = null, bool AsksMore = false);
