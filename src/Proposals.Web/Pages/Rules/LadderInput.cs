using System.ComponentModel.DataAnnotations;
using Proposals.Deadlines;

namespace Proposals.Web.Pages.Rules;

/// <summary>督办梯次 as a form: every level of a ladder has its row, ticked or not, and an empty ladder stands at the end.</summary>
public sealed class LadderInput
{
    public sealed class RungInput
    {
        public RungLevel Level { get; set; }

        public bool IsOn { get; set; }

        [Display(Name = "Ladder_Days")]
        public int? Days { get; set; }

        public List<Receiver> To { get; set; } = [];
    }

    public sealed class OneInput
    {
        public List<DeadlineKind> Kinds { get; set; } = [];

        public List<RungInput> Rungs { get; set; } = [];

        public bool IsRemoved { get; set; }

        internal bool IsKept => !IsRemoved && (Kinds.Count > 0 || Rungs.Exists(rung => rung.IsOn));
    }

    [Required, Display(Name = "Ladder_From")]
    public TimeOnly? From { get; set; }

    public List<DeadlineKind> Behind { get; set; } = [];

    public List<OneInput> Ladders { get; set; } = [];

    /// <summary>As a refusal counts them, from 1; null for one that will not be kept.</summary>
    public int? PlaceOf(int index) => Ladders[index].IsKept ? Ladders.Take(index + 1).Count(ladder => ladder.IsKept) : null;

    public static LadderInput Of(LadderRules rules) => new()
    {
        From = rules.From,
        Behind = [.. rules.Behind],
        Ladders = [.. rules.Ladders.Append(new Ladder([], [])).Select(ladder => new OneInput
        {
            Kinds = [.. ladder.Kinds],
            Rungs = [.. Enum.GetValues<RungLevel>().Select(level => ladder.Of(level) is { } rung
                ? new RungInput { Level = level, IsOn = true, Days = rung.WorkingDaysBefore, To = [.. rung.To] }
                : new RungInput { Level = level })],
        })],
    };

    /// <summary>What is half filled in is kept as it is, so that the check can name what it lacks.</summary>
    public LadderRules Read() => new()
    {
        From = From ?? default,
        Behind = [.. Behind.Distinct()],
        Ladders = [.. Ladders.Where(ladder => ladder.IsKept).Select(ladder => new Ladder(
            [.. ladder.Kinds.Distinct()],
            [.. ladder.Rungs.Where(rung => rung.IsOn).Select(rung => new RungRule(rung.Level, rung.Level == RungLevel.Red ? 0 : rung.Days ?? 0, [.. rung.To.Distinct()]))]))],
    };
}
