using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>An answer of the assigning body, with what follows from it. Nothing is chosen beforehand.</summary>
internal static class YesNo
{
    public static ChoiceSet Choices(string name, string legend, bool? chosen, Choice yes, Choice no) =>
        new(name, legend, chosen is { } made ? (made ? yes.Value : no.Value) : null, [yes, no]);
}
