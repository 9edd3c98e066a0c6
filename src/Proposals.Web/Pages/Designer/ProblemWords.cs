using Microsoft.Extensions.Localization;
using Proposals.Designer;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Web.Pages.Designer;

/// <summary>One finding as people read it.</summary>
/// <param name="Where">The activity's name, or null where no activity is to blame.</param>
/// <param name="Way">How a case would come there: 开始 → 签收登记 → 分办审定（同意）; null where no way is to blame.</param>
public sealed record ProblemLine(Problem Problem, string? Where, string Sentence, string? Way)
{
    public bool IsError => Problem.Severity == ProblemSeverity.Error;
}

/// <summary>What the gate found, in the reader's language, errors first.</summary>
public sealed class ProblemWords(ActivityCatalogue catalogue, IStringLocalizer<DesignerText> text)
{
    private const string Arrow = " → ";

    /// <summary>A way that goes round and round is told to here.</summary>
    private const int LongestWay = 40;

    public IReadOnlyList<ProblemLine> Of(IReadOnlyList<Problem> problems, string json)
    {
        if (problems.Count == 0)
            return [];
        var names = ActivityTitles.Of(json);
        var types = ActivityTitles.TypesOf(json);
        return
        [
            .. problems.OrderBy(problem => problem.Severity).Select(problem => new ProblemLine(
                problem,
                names.TryGetValue(problem.Where, out var name) ? StepWords.Name(name) : problem.Where.StartsWith('$') ? null : problem.Where,
                Languages.IsEnglish ? problem.Sentence.English : problem.Sentence.Chinese,
                Way(problem.Path, names, types))),
        ];
    }

    private string? Way(IReadOnlyList<PathStep> path, IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, string> types) => path.Count == 0 ? null
        : string.Join(Arrow, path.Take(LongestWay).Select(step => Passed(step, StepWords.Name(names.GetValueOrDefault(step.ActivityId, step.ActivityId)), types.GetValueOrDefault(step.ActivityId, "")))) + (path.Count > LongestWay ? Arrow + "…" : "");

    /// <summary>The outcome is named where there is more than one.</summary>
    private string Passed(PathStep step, string name, string type)
    {
        if (!catalogue.TryFind(type, out var activity))
            return step.Port == "Done" ? name : text["Way_Step", name, step.Port];
        return activity.Ports.Count > 1 && activity.Ports.FirstOrDefault(port => port.Name == step.Port) is { } port
            ? text["Way_Step", name, Languages.IsEnglish ? port.Text.English : port.Text.Chinese]
            : name;
    }
}
