using Elsa.Expressions.Contracts;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;
using Elsa.Workflows.UIHints.Dropdown;
using Proposals.ElsaServer.Steps;

namespace Proposals.ElsaServer.Catalogue;

/// <summary>Puts an entry of the catalogue into Elsa's words.</summary>
internal sealed class ActivityDescription(IWellKnownTypeRegistry types)
{
    public ActivityDescriptor Of(CatalogueEntry entry)
    {
        if (entry.Kind is EntryKind.Decider && !DeciderRules.Know(entry.Type))
            throw new InvalidOperationException($"Web's catalogue has the decider {entry.Type}, which this edition cannot decide.");

        var dot = entry.Type.LastIndexOf('.');
        return new ActivityDescriptor
        {
            TypeName = entry.Type,
            Namespace = dot < 0 ? "" : entry.Type[..dot],
            Name = entry.Type[(dot + 1)..],
            Version = 1,
            ClrType = entry.Kind is EntryKind.Decider ? typeof(Decider) : typeof(HumanStep),
            Category = entry.Category,
            DisplayName = entry.Name.Chinese,
            Description = entry.Description?.Chinese,
            Kind = ActivityKind.Action,
            Inputs = entry.Inputs.Select(Input).ToList(),
            Ports = entry.Ports.Select(Port).ToList(),
            Constructor = context => entry.Kind is EntryKind.Decider ? Build<Decider>(context, entry) : Build<HumanStep>(context, entry),
        };
    }

    private static ActivityConstructionResult<T> Build<T>(ActivityConstructorContext context, CatalogueEntry entry)
        where T : IActivity
    {
        var built = context.CreateActivity<T>();
        built.Activity.Type = entry.Type;
        return built;
    }

    private static Port Port(EntryPort port) => new() { Name = port.Name, DisplayName = port.Text.Chinese, Type = PortType.Flow };

    private InputDescriptor Input(EntryInput input, int order) => new()
    {
        Name = input.Name,
        Type = types.TryGetType(input.TypeName, out var type) ? type : throw new InvalidOperationException($"Elsa knows no type {input.TypeName}, which the input {input.Name} asks for."),
        DisplayName = input.Text.Chinese,
        DefaultValue = input.DefaultValue,
        Order = order,
        IsSynthetic = true,
        IsWrapped = true,
        ValueGetter = activity => activity.SyntheticProperties.TryGetValue(input.Name, out var value) ? value : null,
        ValueSetter = (activity, value) => Write(activity, input.Name, value),
        UIHint = input.Choices.Count > 0 ? InputUIHints.DropDown : Hint(input.TypeName),
        UISpecifications = input.Choices.Count > 0 ? Choices(input.Choices) : null,
    };

    private static void Write(IActivity activity, string name, object? value)
    {
        if (value is null)
            activity.SyntheticProperties.Remove(name);
        else
            activity.SyntheticProperties[name] = value;
    }

    private static string Hint(string typeName) => typeName switch
    {
        "Boolean" => InputUIHints.Checkbox,
        "String" or "Int32" or "Int64" or "Decimal" or "Double" => InputUIHints.SingleLine,
        _ => InputUIHints.JsonEditor,
    };

    private static Dictionary<string, object> Choices(IEnumerable<EntryChoice> choices) => new()
    {
        [InputUIHints.DropDown] = new DropDownProps { SelectList = new SelectList(choices.Select(choice => new SelectListItem(choice.Text.Chinese, choice.Value)).ToList()) },
    };
}
