using Proposals.Workflows.Documents;

namespace Proposals.Web.ElsaApi;

/// <summary>Lists that follow from what the engine runs and never change while the product runs.</summary>
internal static class FixedLists
{
    /// <summary>In Studio's menu of an input: a plain value needs no entry there.</summary>
    public static object Expressions { get; } = Counted(
        new { Type = "Literal", DisplayName = "Literal", IsSerializable = true, IsBrowsable = false, Properties = new Dictionary<string, object>() },
        new { Type = "Object", DisplayName = "Object", IsSerializable = true, IsBrowsable = false, Properties = Language("json") },
        new { Type = "Variable", DisplayName = "Variable", IsSerializable = true, IsBrowsable = true, Properties = new Dictionary<string, object>() },
        new { Type = "Input", DisplayName = "Input", IsSerializable = true, IsBrowsable = true, Properties = new Dictionary<string, object>() },
        new { Type = "JavaScript", DisplayName = "JavaScript", IsSerializable = true, IsBrowsable = true, Properties = Language("javascript") });

    public static object VariableTypes { get; } = new
    {
        Items = TypeAliases.OfVariables.Select(type => new { TypeName = type, DisplayName = type, Category = "Primitives", Description = "" }),
    };

    /// <summary>Variables live in the instance's own state; there is no other place.</summary>
    public static object StorageDrivers { get; } = new { Items = new[] { new { TypeName = "WorkflowInstanceStorageDriver", DisplayName = "Workflow Instance", Priority = 0, Deprecated = false } } };

    /// <summary>A fault stops the instance where it is.</summary>
    public static object IncidentStrategies { get; } = Counted(new { TypeName = "FaultStrategy", DisplayName = "Fault", Description = "" });

    /// <summary>Every case starts its own workflow.</summary>
    public static object ActivationStrategies { get; } = Counted(new { TypeName = "AllowAlwaysStrategy", DisplayName = "Always", Description = "" });

    /// <summary>Nothing to choose: a step is kept in the transaction of its act, and the journal keeps everything.</summary>
    public static object None { get; } = Counted<object>();

    public static object Features { get; } = Counted(new[] { "Workflows", "Flowchart", "WorkflowManagement", "WorkflowDefinitions", "JavaScript" }
        .Select(name => new { Name = name, Namespace = "Elsa", FullName = $"Elsa.{name}", DisplayName = name, Description = "" }).ToArray());

    private static object Counted<T>(params T[] items) => new { Items = items, Count = items.Length };

    private static Dictionary<string, object> Language(string name) => new() { ["MonacoLanguage"] = name };
}
