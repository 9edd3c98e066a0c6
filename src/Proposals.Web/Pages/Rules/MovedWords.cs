using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>Words for what a change of calendars moves.</summary>
public sealed class MovedWords(IStringLocalizer<RulesText> text)
{
    /// <summary>变动期限3项; or that nothing moved.</summary>
    public string Sentence(IReadOnlyCollection<MovedLine> moved) => moved.Count == 0 ? text["Moved_None"] : text["Moved_Count", Counted.Text(moved.Count)];
}
