using Microsoft.AspNetCore.Mvc;
using Proposals.Deadlines;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

/// <summary>更正: the form shows what stands there now, and only what was changed is sent. Deadlines that would move are shown before anything is done.</summary>
public abstract class CorrectionPage(ActDesk desk, CorrectionWords words) : ActPage(desk)
{
    [BindProperty]
    public WhyInput Why { get; set; } = new();

    /// <summary>Null until the form was sent; then what it moves, for the person to agree.</summary>
    public IReadOnlyList<MovedDate> Moves { get; private set; } = [];

    /// <summary>A proposer already holds it: the director corrects it from a paper.</summary>
    public virtual bool NeedsEvidence => false;

    /// <summary>Correcting happens here and now, in one's own name.</summary>
    public override bool OffersOnBehalf => false;

    public override bool AsksForDayItself => true;

    public CorrectionWords Words => words;

    protected string Reason => Why.Reason?.Trim() ?? "";

    protected override bool MayOpen => Desk.MayDecide(CaseFile, ActCode);

    protected override IEnumerable<PaperInput> Papers() => [Why.Evidence];

    protected override async Task<bool> AsksAgainAsync(CancellationToken cancellationToken)
    {
        var preview = await Desk.PreviewAsync(Id, Seal, Lines(), cancellationToken);
        var moves = string.Join(';', preview.Moved.Select(move => $"{move.Kind} {move.Before:yyyyMMdd} {move.After:yyyyMMdd}"));
        if (moves.Length == 0 || moves == Why.Seen)
            return false;
        ModelState.Remove($"{nameof(Why)}.{nameof(WhyInput.Seen)}");
        Why.Seen = moves;
        Moves = preview.Moved;
        return true;
    }

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Done is { Moved.Count: > 0 } done ? $"{Desk.Words.Done(ActCode)} {words.Sentence(done.Moved)}" : Desk.Words.Done(ActCode));

    /// <summary>Null where the form says what stands there already.</summary>
    protected static string? Changed(string? typed, string present)
    {
        var value = Plain(typed).Trim();
        return value == Plain(present).Trim() ? null : value;
    }

    protected static T? Changed<T>(T? typed, T? present)
        where T : struct => typed is null || EqualityComparer<T?>.Default.Equals(typed, present) ? null : typed;

    /// <summary>A list that offers nobody: an empty id takes the person away.</summary>
    protected static Guid? ChangedPerson(Guid? typed, Guid? present) => typed == present ? null : typed ?? Guid.Empty;

    /// <summary>Browsers send their own ends of lines.</summary>
    private static string Plain(string? value) => (value ?? "").ReplaceLineEndings("\n");
}
