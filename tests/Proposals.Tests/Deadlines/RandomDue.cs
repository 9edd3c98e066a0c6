using System.Text.Json;
using System.Text.Json.Serialization;
using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>A due date with all that can happen to it, made from its number alone.</summary>
internal sealed class RandomDue
{
    private const int FirstSeed = 2025;

    private static readonly DateOnly FirstStart = new(2023, 12, 1);
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly int number;
    private readonly Random random;

    public RandomDue(int number)
    {
        this.number = number;
        random = new Random(FirstSeed + number);
        Calendar = WallCalendar.Any(random);
        Reasons = Plain();
        var plain = Calendar.Naive.Of(Reasons).DueOn;
        Reasons = Reasons with { NoLaterThan = Chance(60) ? plain.AddDays(random.Next(-30, 30)) : null, Granted = RandomGranted() };
        for (var pauses = random.Next(5); pauses > 0 && Reasons.Standstills is not [.., { Until: null }]; pauses--)
            Reasons = Reasons with { Standstills = [.. Reasons.Standstills, NextPause()] };
    }

    public WallCalendar Calendar { get; }

    public DueReasons Reasons { get; }

    public DueSum Sum() => DueSum.Of(Calendar.Product, Reasons);

    public override string ToString() => $"new RandomDue({number}): {JsonSerializer.Serialize(Reasons, Json)}\n{Calendar}";

    private DueReasons Plain()
    {
        var start = FirstStart.AddDays(random.Next(1100));
        var reasons = new DueReasons(Chance(10) ? LastOfMonth(start) : start) { RollsMonths = Chance(50) };
        var kind = random.Next(10);
        if (kind == 0)
            return reasons with { NamedOn = reasons.StartOn.AddDays(random.Next(-5, 150)) };
        if (kind == 1)
            return reasons with { Term = RandomDayOfYear() };
        var isLong = Chance(15);
        var term = (kind % 3) switch
        {
            0 => new Term(TermUnit.WorkingDays, random.Next(isLong ? 130 : 30)),
            1 => new Term(TermUnit.CalendarDays, random.Next(isLong ? 200 : 60)),
            _ => new Term(TermUnit.Months, random.Next(isLong ? 14 : 5)),
        };
        return reasons with { Term = term, BackFrom = Chance(20) ? reasons.StartOn.AddDays(random.Next(-10, 200)) : null };
    }

    private Term RandomDayOfYear()
    {
        var month = Chance(20) ? 2 : random.Next(1, 13);
        var days = DateTime.DaysInMonth(2024, month);
        return new Term(TermUnit.DayOfYear, month, Chance(40) ? days : random.Next(1, days + 1));
    }

    private List<GrantedDate> RandomGranted()
    {
        var granted = new List<GrantedDate>();
        var on = Reasons.StartOn.AddDays(random.Next(-5, 60));
        for (var grants = random.Next(-1, 4); grants > 0; grants--)
        {
            granted.Add(new GrantedDate(on, on.AddDays(random.Next(-3, 90)), Source(granted.Count)));
            on = Chance(10) ? on : on.AddDays(random.Next(50));
        }

        return granted;
    }

    /// <summary>Chance alone would seldom hit the last day, the day after the pause before, the day of an extension or a mere weekend.</summary>
    private Standstill NextPause()
    {
        var earliest = Reasons.Standstills is [.., { Until: { } end }] ? end : Reasons.StartOn.AddDays(random.Next(-40, 40));
        var due = Calendar.Naive.Of(Reasons).DueOn;
        var wish = random.Next(10);
        var wished = wish switch
        {
            < 2 => earliest,
            < 4 => due,
            4 => due.AddDays(random.Next(1, 10)),
            5 when Reasons.Granted is [var first, ..] => first.EffectiveOn,
            6 or 7 => BeforeDaysOff(earliest),
            _ => earliest.AddDays(random.Next(1, 40)),
        };
        var from = wished < earliest ? earliest : wished;
        var days = wish is 6 or 7 ? random.Next(1, 3) : random.Next(Chance(30) ? 4 : 30);
        return new Standstill(from, Chance(12) ? null : from.AddDays(days), Source(100 + Reasons.Standstills.Count));
    }

    private DateOnly BeforeDaysOff(DateOnly day)
    {
        while (Calendar.Naive.Works(day.AddDays(1)) || Calendar.Naive.Works(day.AddDays(2)))
            day = day.AddDays(1);
        return day;
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private static DateOnly LastOfMonth(DateOnly day) => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));

    private static Guid Source(int count) => new(count + 1, 0, 0, new byte[8]);
}
