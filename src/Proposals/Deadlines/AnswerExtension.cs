using Proposals.Acts;
using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>延期答复: what the assigning body answered, and until when it lets the bureau take.</summary>
public sealed record AnswerExtension(bool Granted) : CaseAct
{
    /// <summary>What was asked for, where nothing else is said.</summary>
    public DateOnly? Until { get; init; }

    public string Answer { get; init; } = "";

    public FileId? PaperId { get; init; }

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (await PendingExtension.FindAsync(scene, row => row is { Approved: true, Granted: null }, cancellationToken) is not { } request)
            return DeadlineRefusals.NothingPending;
        var refusal = ActRefusals.Check(nameof(Answer), Answer, required: false) ?? scene.NotBefore(request.DecidedOn)
            ?? (Granted ? await CheckUntilAsync(scene, request, cancellationToken) : null)
            ?? await scene.AttachAsync(PaperId is { } paper ? [paper] : [], Name, cancellationToken);
        if (refusal is not null)
            return refusal;
        request.Granted = Granted;
        request.GrantedUntil = Granted ? Until ?? request.AskedUntil : null;
        request.AnsweredOn = scene.OccurredOn;
        request.Answer = Answer.Trim();
        request.AnswerPaperId = PaperId;
        scene.Means(DeadlineSteps.AwaitExtension, Granted ? "Granted" : "Refused");
        return null;
    }

    private async Task<Refusal?> CheckUntilAsync(CaseScene scene, ExtensionRequest request, CancellationToken cancellationToken) =>
        scene.Deadlines.Lines.LastOrDefault(line => line.Kind == request.Kind && line.Round == request.Round && line.IsOpen) is { } line
            ? await ExtensionLimits.CheckAsync(scene, line, request.From, Until ?? request.AskedUntil, cancellationToken)
            : DeadlineRefusals.NotExtendable;
}
