namespace Proposals.Tests.Deadlines;

/// <summary>Looks at each random due date once, for all that the tests ask about them.</summary>
public sealed class RandomDues
{
    private const int Count = 100_000;

    private readonly Dictionary<string, int> met = DueSituations.All.ToDictionary(situation => situation, _ => 0);

    public RandomDues()
    {
        for (var number = 0; number < Count; number++)
        {
            var due = new RandomDue(number);
            var sum = due.Sum();
            var (dueOn, standsStill) = due.Calendar.Naive.Of(due.Reasons);
            if (sum.DueOn != dueOn || sum.StandsStill != standsStill)
                OtherDate ??= Told($"The sum says {sum.DueOn:yyyy-MM-dd} ({sum.StandsStill}), the finger {dueOn:yyyy-MM-dd} ({standsStill}).");
            if (new LineByLine(due.Calendar.Naive, due.Reasons).Complaints(sum).FirstOrDefault() is { } complaint)
                OtherLine ??= Told(complaint);
            foreach (var situation in DueSituations.Of(due.Reasons, sum))
                met[situation]++;

            string Told(string what) => $"{what}\n{due}\n{string.Join('\n', sum.Lines)}";
        }
    }

    /// <summary>The first whose date the finger does not find.</summary>
    public string? OtherDate { get; }

    /// <summary>The first with a line that does not add up.</summary>
    public string? OtherLine { get; }

    /// <summary>How often each situation was met.</summary>
    public IReadOnlyDictionary<string, int> Met => met;
}
