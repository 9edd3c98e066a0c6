using System.Security.Claims;
using System.Text.Json.Nodes;
using Proposals.Acts;
using Proposals.Designer;
using Proposals.Persistence;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Web.ElsaApi.Definitions;

/// <summary>What Studio changes on the shelf. The shelf decides who may; a running case keeps its version.</summary>
internal sealed class DefinitionWrites(DefinitionShelf shelf, DefinitionQuery stored, ActivityCatalogue catalogue, UnknownActivities unknown, RefusalWords words, TimeProvider clock)
{
    public async Task<IResult> SaveAsync(JsonObject request, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        // Publishing is another person's act, on the page that shows the problems and the changes.
        if (request["publish"] is JsonValue publish && publish.TryGetValue(out bool wanted) && wanted)
            return Refused(DesignerRefusals.OnlyDirectorPublishes(user.PersonName()));
        var outcome = await DrawAsync(request["model"] as JsonObject ?? [], user, cancellationToken);
        return outcome.Version is { } version && outcome.IsDone ? TypedResults.Ok(Saved(version, outcome)) : Refused(outcome);
    }

    public async Task<IResult> RevertAsync(string definitionId, int version, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (await stored.FindAsync(definitionId, version, cancellationToken) is not { } old)
            return Refused(DesignerRefusals.NoSuchVersion);
        var outcome = await shelf.RevertAsync(user.PersonId(), definitionId, old.Id, null, clock.GetUtcNow(), cancellationToken);
        return outcome.Version is { } copy && outcome.IsDone ? TypedResults.Created((string?)null, StudioModel.Of(copy, mayEdit: true, unknown)) : Refused(outcome);
    }

    public async Task<IResult> DeleteDraftAsync(string versionId, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(versionId, out var id) || await stored.FindAsync(id, cancellationToken) is not { } version)
            return Refused(DesignerRefusals.NoSuchVersion);
        // Studio does not say which state it showed: what somebody else saved last is deleted on the definition's page, which does.
        var shown = version.SavedById == user.PersonId() ? version.Revision : 0;
        var outcome = await shelf.DeleteDraftAsync(user.PersonId(), version.DefinitionId, id, shown, clock.GetUtcNow(), cancellationToken);
        return outcome.IsDone ? TypedResults.NoContent() : Refused(outcome);
    }

    private async Task<ShelfOutcome> DrawAsync(JsonObject model, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (model["root"] is not JsonObject)
            return new ShelfOutcome(DesignerRefusals.NotJson);

        // A workflow that Studio has just created, or copied from another, has no id yet; the revision that a copy carries is the other's.
        var isNew = StudioModel.DefinitionIdOf(model).Length == 0;
        if (isNew)
            model["definitionId"] = $"workflow-{TimedId.At(clock.GetUtcNow()):N}";
        var latest = await stored.LatestAsync(StudioModel.DefinitionIdOf(model), cancellationToken);
        var drawn = DefinitionDocument.Read(JsonText.Write(StudioModel.Drawn(model, latest)), catalogue);
        return drawn.Document is not { } document
            ? new ShelfOutcome(DesignerRefusals.HasErrors(drawn.Problems.Count(problem => problem.Severity == ProblemSeverity.Error))) { Problems = drawn.Problems }
            : await shelf.SaveDraftAsync(user.PersonId(), document.ToText(), isNew ? 0 : StudioModel.RevisionOf(model), clock.GetUtcNow(), cancellationToken);
    }

    private object Saved(WorkflowDefinitionVersion version, ShelfOutcome outcome) => new
    {
        WorkflowDefinition = StudioModel.Of(version, mayEdit: true, unknown),
        AlreadyPublished = version.IsPublished,
        ConsumingWorkflowCount = 0,
        ValidationErrors = outcome.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(problem => new { Message = Sentence(problem) }),
    };

    private IResult Refused(Refusal refusal) => Refused(new ShelfOutcome(refusal));

    private IResult Refused(ShelfOutcome outcome)
    {
        var refusal = outcome.Refusal ?? DesignerRefusals.NoSuchVersion;
        var note = words.Of(refusal);
        return ApiProblem.Of(
            refusal == DesignerRefusals.NoSuchVersion ? StatusCodes.Status404NotFound : StatusCodes.Status400BadRequest,
            [note.What + (note.WhatToDo is null ? "" : " " + note.WhatToDo), .. outcome.Problems.Where(problem => problem.Severity == ProblemSeverity.Error).Select(Sentence)]);
    }

    private static string Sentence(Problem problem) => $"{problem.Where}: {(Languages.IsEnglish ? problem.Sentence.English : problem.Sentence.Chinese)}";
}
