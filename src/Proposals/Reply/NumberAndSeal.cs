using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Reply;

/// <summary>编号用印: the signed reply gets its number, as the office's own document system gave it or, where the rules say so, drawn from the yearly series.</summary>
public sealed record NumberAndSeal : CaseAct
{
    /// <summary>
    /// Asked for where the office's own system counts. Where numbers are drawn, null draws the next one; a typed one is the number of a letter that was sealed before it was entered here,
    /// and the series goes on behind it.
    /// </summary>
    public string? DocumentNumber { get; init; }

    private string? Typed => OfficialNumber.Of(DocumentNumber) is { Length: > 0 } number ? number : null;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        if (scene.Reply is not { SignedOn: not null } reply)
        {
            return ReplyRefusals.NotSigned;
        }

        if (reply.DocumentNumber is { } already)
        {
            return ReplyRefusals.AlreadySealed(already);
        }

        var refusal = scene.NotBefore(reply.SignedOn)
            ?? ActRefusals.Check(nameof(DocumentNumber), DocumentNumber, Lengths.Name, required: !scene.Profile.DrawsDocumentNumbers)
            ?? await FindTwinAsync(scene.Db, cancellationToken);
        if (refusal is not null)
        {
            return refusal;
        }

        reply.DocumentNumber = Typed ?? await DrawAsync(scene, reply.Kind, cancellationToken);
        reply.SealedOn = scene.OccurredOn;
        scene.Means(ReplySteps.Seal, "Sealed");
        return null;
    }

    /// <summary>Null where the typed number is free; else whose it is.</summary>
    internal async Task<Refusal?> FindTwinAsync(ProposalsDbContext db, CancellationToken cancellationToken) =>
        Typed is { } number ? await DocumentNumbers.FindTwinAsync(db, number, null, cancellationToken) : null;

    private static async Task<string> DrawAsync(CaseScene scene, ReplyKind kind, CancellationToken cancellationToken)
    {
        var numbers = new DocumentNumbers(scene.Profile, kind, scene.OccurredOn.Year);
        var number = await numbers.DrawAsync(scene.Db, cancellationToken);
        while (await DocumentNumbers.FindTwinAsync(scene.Db, number, null, cancellationToken) is not null)
        {
            number = await numbers.DrawAsync(scene.Db, cancellationToken);
        }

        return number;
    }
}
