using Proposals.Acts;

namespace Proposals.Designer;

public static class DesignerRefusals
{
    public static Refusal OnlyAdminDraws(string name) => new("designer.only-admin-draws", name);

    public static Refusal OnlyDirectorPublishes(string name) => new("designer.only-director-publishes", name);

    /// <summary>Four eyes: whoever saved any state of this draft does not publish it.</summary>
    public static Refusal AuthorNeverPublishes(string name) => new("designer.author-never-publishes", name);

    public static Refusal TooLarge { get; } = new("designer.too-large");

    public static Refusal NotJson { get; } = new("designer.not-json");

    public static Refusal NotUtf8 { get; } = new("designer.not-utf8");

    public static Refusal Empty { get; } = new("designer.empty");

    public static Refusal BadId(string definitionId) => new("designer.bad-id", definitionId);

    public static Refusal NoId { get; } = new("designer.no-id");

    public static Refusal NoSuchVersion { get; } = new("designer.no-such-version");

    public static Refusal HasErrors(int count) => new("designer.has-errors", count);

    public static Refusal AlreadyPublished(int version) => new("designer.already-published", version);

    public static Refusal NotPublished(int version) => new("designer.not-published", version);

    /// <summary>Without a published version no case could be registered.</summary>
    public static Refusal CasesNeedIt(string name) => new("designer.cases-need-it", name);

    public static Refusal AlreadyLatest(int version) => new("designer.already-latest", version);

    public static Refusal WasPublished(int version) => new("designer.was-published", version);

    public static Refusal CasesRunIt(int version) => new("designer.cases-run-it", version);

    /// <summary>An import replaces an open draft only where that was chosen.</summary>
    public static Refusal DraftIsOpen(int version, DateTimeOffset at) => new("designer.draft-is-open", version, at);

    public static Refusal Identical(int version) => new("designer.identical", version);

    /// <summary>Somebody else changed this definition after it was read.</summary>
    public static Refusal Overtaken(string by, DateTimeOffset at) => new("designer.overtaken", by, at);

    /// <summary>The same, where no person did it or nothing is left that says who.</summary>
    public static Refusal ChangedMeanwhile { get; } = new("designer.changed-meanwhile");
}
