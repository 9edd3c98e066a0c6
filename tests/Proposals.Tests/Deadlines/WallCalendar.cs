using System.Text.Json;
using Proposals.Deadlines;

namespace Proposals.Tests.Deadlines;

/// <summary>The shipped calendar or one that no country has, for the product and for the finger.</summary>
internal sealed class WallCalendar
{
    private const int Pages = 1000;

    private static readonly DateOnly First = new(2023, 9, 1);
    private static readonly WallCalendar[] Invented = [.. Enumerable.Range(0, Pages).Select(seed => new WallCalendar(Invent(new Random(seed))))];

    private WallCalendar(Dictionary<DateOnly, bool> exceptions)
    {
        Exceptions = exceptions;
        Product = new WorkCalendar(exceptions.ToDictionary(day => day.Key, day => new CalendarDay(day.Key, "", day.Value)), First);
        Naive = new NaiveDue(exceptions);
    }

    public static WallCalendar Shipped { get; } = new(ReadShipped());

    /// <summary>True for a day that is off, false for one that is worked.</summary>
    public IReadOnlyDictionary<DateOnly, bool> Exceptions { get; }

    public WorkCalendar Product { get; }

    public NaiveDue Naive { get; }

    public static WallCalendar Any(Random random) => random.Next(3) == 0 ? Shipped : Invented[random.Next(Pages)];

    public override string ToString() => $"off: {Days(true)}\nworked: {Days(false)}";

    private static Dictionary<DateOnly, bool> Invent(Random random)
    {
        var days = new Dictionary<DateOnly, bool>();
        foreach (var _ in Enumerable.Range(0, random.Next(80)))
        {
            var first = First.AddDays(random.Next(1500));
            var isOff = random.Next(5) < 3;
            foreach (var more in Enumerable.Range(0, random.Next(1, isOff ? 9 : 3)))
                days[first.AddDays(more)] = isOff;
        }

        return days;
    }

    private static Dictionary<DateOnly, bool> ReadShipped()
    {
        using var stream = typeof(OfficeRules).Assembly.GetManifestResourceStream("china-calendar.json") ?? throw new InvalidOperationException("No calendar is shipped.");
        using var file = JsonDocument.Parse(stream);
        return file.RootElement.GetProperty("years").EnumerateArray().SelectMany(year => year.GetProperty("days").EnumerateArray())
            .ToDictionary(day => DateOnly.Parse(day.GetProperty("date").ToString()), day => day.GetProperty("off").GetBoolean());
    }

    private string Days(bool isOff) => string.Join(' ', Exceptions.Where(day => day.Value == isOff).Select(day => $"{day.Key:yyyy-MM-dd}").Order());
}
