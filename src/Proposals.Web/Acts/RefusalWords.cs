using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Web.Face;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Acts;

/// <summary>Words a refusal in the reader's language: what happened, and what to do. Codes and arguments come from the domain, sentences stand in RefusalText.</summary>
public sealed class RefusalWords(IStringLocalizer<RefusalText> sentences, IStringLocalizer<ActText> acts, IStringLocalizer<LabelText> labels, OfficeWords words)
{
    public RefusalNote Of(Refusal refusal)
    {
        object[] arguments = [.. refusal.Arguments.Select(Word)];
        var whatToDo = sentences[$"{refusal.Code}.do", arguments];
        return new RefusalNote(sentences[refusal.Code, arguments], whatToDo.ResourceNotFound ? null : whatToDo.Value);
    }

    public string Act(string code) => acts[code];

    /// <summary>The note after an act was done.</summary>
    public string Done(string code) => sentences["done", Act(code)];

    /// <summary>A member of any enum of the domain as people read it.</summary>
    public string Label(Enum value) => words.Part(value) ?? labels[value is CaseState ? $"State_{value}" : $"{value.GetType().Name}_{value}"];

    /// <summary>A label by its own key.</summary>
    public string Plain(string key) => labels[key];

    private object Word(object? argument) => argument switch
    {
        null => "",
        DateOnly day => DateText.InSentence(day),
        DateTimeOffset moment => $"{DateText.InSentence(OfficeClock.Day(moment))} {OfficeClock.Local(moment):HH:mm}",
        SystemName => labels["Actor_System"].Value,
        ActName act => Act(act.Code),
        Refusal inner => Of(inner).What,
        FieldName field => sentences[$"field.{field.Code}"].Value,
        Enum value => Label(value),
        _ => argument,
    };
}
