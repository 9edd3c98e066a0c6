using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>Adds a sum up once more, each line from what it says itself and the date before it.</summary>
internal sealed class LineByLine(NaiveDue naive, DueReasons reasons)
{
    private Term Term => reasons.Term.GetValueOrDefault();

    public IEnumerable<string> Complaints(DueSum sum)
    {
        var before = reasons.StartOn;
        foreach (var line in sum.Lines)
        {
            if (line != Again(line, before))
                yield return $"{line} after {before:yyyy-MM-dd} should be {Again(line, before)}";
            if (line.DueOn == before && line.Reason is (DueReason.Rolled or DueReason.NotBeforeStart or DueReason.NoLater))
                yield return $"{line} says nothing: it was {before:yyyy-MM-dd} already";
            before = line.DueOn;
        }

        if (sum.DueOn != before)
            yield return $"The lines end on {before:yyyy-MM-dd}, the sum on {sum.DueOn:yyyy-MM-dd}";
    }

    private DueLine Again(DueLine line, DateOnly before) => line.Reason switch
    {
        DueReason.Started or DueReason.NotBeforeStart => new(line.Reason, reasons.StartOn, reasons.StartOn),
        DueReason.Counted => new(line.Reason, reasons.StartOn, naive.Ahead(line.On, Term with { Amount = line.Amount })) { Amount = Term.Amount },
        DueReason.CountedBack => new(line.Reason, reasons.BackFrom.GetValueOrDefault(), naive.Back(line.On, Term with { Amount = line.Amount })) { Amount = Term.Amount },
        DueReason.Named => new(line.Reason, reasons.StartOn, reasons.NamedOn.GetValueOrDefault()),
        DueReason.Rolled => new(line.Reason, before, naive.Works(line.On) ? line.On : naive.Ahead(line.On, new Term(TermUnit.WorkingDays, 1))),
        DueReason.Granted => Granted(reasons.Granted.Single(granted => granted.Source == line.Source)),
        DueReason.Waited => Waited(line, Pause(line), before),
        DueReason.StandsStill => new(line.Reason, NaiveDue.CountsFrom(reasons, Pause(line)), before) { Amount = Left(line, before), Source = line.Source },
        DueReason.NoLater => new(line.Reason, reasons.NoLaterThan.GetValueOrDefault(), reasons.NoLaterThan.GetValueOrDefault()),
        _ => throw new InvalidOperationException($"Nobody knows how {line.Reason} counts."),
    };

    private static DueLine Granted(GrantedDate granted) => new(DueReason.Granted, granted.EffectiveOn, granted.Until) { Source = granted.Source };

    private DueLine Waited(DueLine line, Standstill pause, DateOnly before) =>
        new(line.Reason, pause.Until.GetValueOrDefault(), naive.Ahead(line.On, new Term(NaiveDue.UnitLeft(reasons), line.Amount))) { Amount = Left(line, before), Source = pause.Source };

    private int Left(DueLine line, DateOnly before) => naive.Left(NaiveDue.UnitLeft(reasons), NaiveDue.CountsFrom(reasons, Pause(line)), before);

    private Standstill Pause(DueLine line) => reasons.Standstills.Single(pause => pause.Source == line.Source);
}
