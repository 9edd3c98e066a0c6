using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Designer;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;
using Proposals.Web.Pages.Shared;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Documents;

namespace Proposals.Web.Pages.Designer;

/// <summary>Differences as sentences: 办公室核稿：环节期限 3个工作日 → 5个工作日. Words come from the catalogue where it has them, else the file's own stand.</summary>
public sealed class ChangeWords(ActivityCatalogue catalogue, IStringLocalizer<DesignerText> text, IStringLocalizer<LabelText> labels)
{
    private const int LongestValue = 80;
    private const string Arrow = " → ";

    public IReadOnlyList<string> Of(VersionChanges differing)
    {
        // Where a box stands says nothing about what happens; how many were moved is enough.
        var moved = differing.Changes.Where(change => change.Kind == ChangeKind.Moved).Select(change => change.Where).Distinct().Count();
        var sentences = differing.Changes.Where(change => change.Kind != ChangeKind.Moved).Select(change => Of(change, differing.Types.GetValueOrDefault(change.Where)));
        return moved == 0 ? [.. sentences] : [.. sentences, text["Change_Moved", moved]];
    }

    private string Of(DefinitionChange change, string? type)
    {
        var activity = type is not null && catalogue.TryFind(type, out var found) ? found : null;
        var name = StepWords.Name(change.Name ?? change.Where);
        return change.Kind switch
        {
            ChangeKind.ActivityAdded => text["Change_ActivityAdded", name, TypeName(change.After)],
            ChangeKind.ActivityRemoved => text["Change_ActivityRemoved", name, TypeName(change.Before)],
            ChangeKind.ConnectionAdded => text["Change_ConnectionAdded", PortName(activity, change.Property), Line(change.After)],
            ChangeKind.ConnectionRemoved => text["Change_ConnectionRemoved", PortName(activity, change.Property), Line(change.Before)],
            ChangeKind.VariableAdded => text["Change_VariableAdded", change.Name ?? "", Value(null, change.After)],
            ChangeKind.VariableRemoved => text["Change_VariableRemoved", change.Name ?? "", Value(null, change.Before)],
            ChangeKind.VariableChanged => text["Change_Changed", text["Change_Variable", change.Name ?? ""], PropertyName(null, change.Property), Value(null, change.Before), Value(null, change.After)],
            ChangeKind.ActivityChanged => Changed(name, change, activity?.Inputs.FirstOrDefault(input => input.Name == change.Property)),
            _ => Changed(change.Name is { } named ? text["Change_Envelope", PropertyName(null, change.Where.TrimStart('$', '.')), named] : text["Change_Workflow"], change, null),
        };
    }

    private string Changed(string where, DefinitionChange change, InputDescriptor? input) =>
        text["Change_Changed", where, PropertyName(input, change.Property), Value(input, change.Before), Value(input, change.After)];

    /// <summary>科室审核 → 办公室核稿, each end by the name that its reader knows.</summary>
    private static string Line(string? ends) => string.Join(Arrow, (ends ?? "").Split(Arrow).Select(StepWords.Name));

    private string TypeName(string? type) => type is not null && catalogue.TryFind(type, out var activity) ? Read(activity.Name) : type ?? "";

    private static string PortName(ActivityDescriptor? activity, string? port) =>
        activity?.Ports.FirstOrDefault(known => known.Name == port) is { } found ? Read(found.Text) : port ?? "";

    private string PropertyName(InputDescriptor? input, string? property)
    {
        if (input is not null)
            return Read(input.Text);
        var known = text["Property_" + property?.Split('.')[^1]];
        return known.ResourceNotFound ? property ?? "" : known;
    }

    private string Value(InputDescriptor? input, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return text["Change_Nothing"];
        if (input?.Choices.FirstOrDefault(choice => choice.Value == value) is { } choice)
            return Read(choice.Text);
        if (input?.Name == "term" && Term.TryParse(value, out var term))
            return labels[$"Term_{term.Unit}", term.Amount, term.Day];
        if (input?.Name == "term" && labels[$"{nameof(DeadlineKind)}_{value}"] is { ResourceNotFound: false } named)
            return text["Change_TermOf", named.Value];
        var flag = text["Value_" + value.ToLowerInvariant()];
        if (!flag.ResourceNotFound)
            return flag;
        return text["Change_Quoted", value.Length > LongestValue ? value[..LongestValue] + "…" : value];
    }

    private static string Read(BilingualText words) => Languages.IsEnglish ? words.English : words.Chinese;
}
