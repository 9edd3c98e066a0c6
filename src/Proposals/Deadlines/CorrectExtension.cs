using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>更正延期: what the assigning body answered and until when, and the day on which the proposer was told. Once he was told, the director corrects it from a paper.</summary>
public sealed record CorrectExtension(Guid ExtensionId, string Reason) : CorrectionAct(Reason)
{
    public DateOnly? ExtensionAnsweredOn { get; init; }

    public DateOnly? GrantedUntil { get; init; }

    public string? ExtensionAnswer { get; init; }

    public DateOnly? ExtensionExplainedOn { get; init; }

    protected override async Task<Refusal?> CorrectAsync(CaseScene scene, CorrectionSheet sheet, CancellationToken cancellationToken)
    {
        var (caseId, id) = (scene.Case.Id, ExtensionId);
        if (await scene.Db.ExtensionRequests.FirstOrDefaultAsync(known => known.Id == id && known.CaseId == caseId, cancellationToken) is not { } request)
            return CorrectionRefusals.UnknownRow;
        if (request.AnsweredOn is null)
            return CorrectionRefusals.NotThereYet(nameof(ExtensionAnsweredOn));
        if (GrantedUntil is not null && request.Granted != true)
            return CorrectionRefusals.NotThereYet(nameof(GrantedUntil));
        if (ExtensionExplainedOn is not null && request.ExplainedOn is null)
            return CorrectionRefusals.NotThereYet(nameof(ExtensionExplainedOn));
        var refusal = (request.ExplainedOn is null ? null : CheckDirector(scene))
            ?? sheet.Between(ExtensionAnsweredOn, [new("DecidedOn", request.DecidedOn)], [new("EndedOn", scene.Case.EndedOn)])
            ?? sheet.Between(ExtensionExplainedOn, [new("ExtensionRequestedOn", request.RequestedOn)], [new("EndedOn", scene.Case.EndedOn)])
            ?? ActRefusals.Check(nameof(ExtensionAnswer), ExtensionAnswer, required: false)
            ?? (GrantedUntil is { } until ? await CheckUntilAsync(scene, request, until, cancellationToken) : null);
        if (refusal is not null)
            return refusal;
        await WriteAsync(scene, sheet, request, cancellationToken);
        return null;
    }

    private static async Task<Refusal?> CheckUntilAsync(CaseScene scene, ExtensionRequest request, DateOnly until, CancellationToken cancellationToken) =>
        scene.Deadlines.Lines.LastOrDefault(line => line.Kind == request.Kind && line.Round == request.Round && line.DroppedOn is null) is { } line
            ? await ExtensionLimits.CheckAsync(scene, line, request.From, until, cancellationToken)
            : DeadlineRefusals.NotExtendable;

    private async Task WriteAsync(CaseScene scene, CorrectionSheet sheet, ExtensionRequest request, CancellationToken cancellationToken)
    {
        var isMoved = sheet.Set<DateOnly>(nameof(ExtensionAnsweredOn), request.Id, request.AnsweredOn, ExtensionAnsweredOn, day => request.AnsweredOn = day);
        isMoved |= sheet.Set<DateOnly>(nameof(GrantedUntil), request.Id, request.GrantedUntil, GrantedUntil, day => request.GrantedUntil = day);
        isMoved |= sheet.Set<DateOnly>(nameof(ExtensionExplainedOn), request.Id, request.ExplainedOn, ExtensionExplainedOn, day => request.ExplainedOn = day);
        sheet.Set(nameof(ExtensionAnswer), request.Id, request.Answer, ExtensionAnswer, text => request.Answer = text);
        if (!isMoved || request.EffectiveOn is null)
            return;
        scene.Deadlines.Times = await ActQueries.TimesAsync(scene.Db, scene.Case.Id, cancellationToken);
        sheet.Moved(scene.Deadlines.Redate(line => line.Kind == request.Kind && line.Round == request.Round));
    }
}
