namespace Proposals.Workflows.Catalogue;

/// <summary>The activities of Elsa's palette that the engine runs by itself.</summary>
internal static class BuiltInActivities
{
    public static IReadOnlyList<ActivityDescriptor> All { get; } = [];
}
