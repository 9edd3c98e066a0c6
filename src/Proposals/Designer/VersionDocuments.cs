using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Designer;

/// <summary>A stored version as it leaves the house: with the numbers and flags that its row keeps.</summary>
public static class VersionDocuments
{
    /// <summary>Null where the draft is so broken that it has no canonical form; then its text is all there is.</summary>
    public static DefinitionDocument? ToDocument(this WorkflowDefinitionVersion version, ActivityCatalogue catalogue) =>
        DefinitionDocument.Read(version.Json, catalogue).Document?.With(
            id: version.Id.ToString(), version: version.Version, isLatest: version.IsLatest, isPublished: version.IsPublished, createdAt: version.CreatedAt);

    /// <summary>Null where one of both has no canonical form, so that nobody can say what differs.</summary>
    public static VersionChanges? ChangesFrom(this DefinitionDocument? after, DefinitionDocument? before) =>
        before is null || after is null ? null : new VersionChanges(DefinitionDiff.Between(before, after), ActivityTitles.TypesOf(before.ToText(), after.ToText()));
}

/// <summary>What differs between two versions, and the type of each activity that either draws.</summary>
public sealed record VersionChanges(IReadOnlyList<DefinitionChange> Changes, IReadOnlyDictionary<string, string> Types);
