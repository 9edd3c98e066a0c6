using Microsoft.Extensions.Localization;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Inbox;

/// <summary>A waiting step in the reader's language: its name, what it asks of a person, and how it was left.</summary>
public sealed class StepWords(KindWords kinds, IStringLocalizer<InboxText> text)
{
    private static readonly Dictionary<string, string> EnglishNames = StepCatalogue.Activities.All
        .GroupBy(activity => activity.Name.Chinese).ToDictionary(group => group.Key, group => group.First().Name.English);

    /// <summary>Definitions name their steps in Chinese; a reader of English gets the catalogue's name of the activity.</summary>
    public static string Name(Step step) =>
        Languages.IsEnglish && StepCatalogue.Activities.TryFind(step.ActivityType, out var activity) ? activity.Name.English : step.Name;

    /// <summary>For lists that know only the name.</summary>
    public static string Name(string name) => Languages.IsEnglish && EnglishNames.TryGetValue(name, out var english) ? english : name;

    /// <summary>确定经办人: what to do, as the end of a sentence.</summary>
    public string Ask(Step step, ProposalCase subject)
    {
        var act = step.ActivityType["Proposals.".Length..];
        var asked = subject.OwesOpinion ? text[$"Ask_{act}_Opinion"] : text[$"Ask_{act}", kinds.Person(subject.Kind)];
        if (asked.ResourceNotFound)
            asked = text[$"Ask_{act}", kinds.Person(subject.Kind)];
        return asked.ResourceNotFound ? text["Ask_Other", Name(step)] : asked;
    }

    /// <summary>退回修改: the outcome that a step was left by.</summary>
    public static string Outcome(Step step)
    {
        var port = StepCatalogue.Activities.TryFind(step.ActivityType, out var activity) ? activity.Ports.FirstOrDefault(known => known.Name == step.Port) : null;
        return port is null ? step.Port ?? "" : Languages.IsEnglish ? port.Text.English : port.Text.Chinese;
    }
}
