using System.Diagnostics.CodeAnalysis;

namespace Proposals.Workflows.Catalogue;

/// <summary>Every activity that may stand in a definition, by type name.</summary>
public sealed class ActivityCatalogue
{
    private readonly Dictionary<string, ActivityDescriptor> descriptors;

    public ActivityCatalogue(IEnumerable<ActivityDescriptor> ofTheProduct)
    {
        ArgumentNullException.ThrowIfNull(ofTheProduct);
        descriptors = BuiltInActivities.All.Concat(ofTheProduct).ToDictionary(descriptor => descriptor.Type);
    }

    public IReadOnlyCollection<ActivityDescriptor> All => descriptors.Values;

    public bool TryFind(string type, [NotNullWhen(true)] out ActivityDescriptor? descriptor) => descriptors.TryGetValue(type, out descriptor);
}
