using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;

namespace Proposals.Web.Demo;

/// <summary>What happens in the demo's past, collected case by case and then done in the order of time, as it would have been.</summary>
internal sealed class DemoSchedule(IReadOnlyDictionary<string, Person> people, IReadOnlyDictionary<string, DepartmentId> departments)
{
    private readonly List<DemoEvent> events = [];
    private readonly Dictionary<int, int> numbers = [];
    private int papers;

    public Guid Id(string name) => people[name].Id;

    public DepartmentId Department(string name) => departments[name];

    public IEnumerable<DemoEvent> InOrder => events.OrderBy(happened => happened.At);

    /// <param name="minute">Of the working day, counted from 9:00; keeps acts of one day in their order.</param>
    public void On(DateOnly day, int minute, DemoCase subject, string actor, Func<DemoCase, CaseAct> act, string? decidedBy = null, DateOnly? occurredOn = null, DemoFile? original = null, DemoFile? proof = null) =>
        events.Add(new DemoEvent(OfficeClock.At(day, new TimeOnly(9, 0).AddMinutes(minute)), subject, Id(actor), act)
        {
            DecidedById = decidedBy is null ? null : Id(decidedBy),
            OccurredOn = occurredOn,
            Original = original,
            Proof = proof,
        });

    /// <summary>发文字号 as the office's own system counts them; asked for when the act comes, so in the order of time.</summary>
    public string NextNumber(int year)
    {
        numbers[year] = numbers.GetValueOrDefault(year) + 1;
        return $"云经旅提〔{year}〕{numbers[year]}号";
    }

    /// <summary>A picture that will be uploaded when its act comes; each one different.</summary>
    public DemoFile NextPaper(string name) => new($"{name}{++papers:00}.png", DemoPaper.Draw(papers));
}

internal sealed record DemoFile(string Name, byte[] Bytes)
{
    public FileId Id { get; set; }
}

internal sealed record DemoEvent(DateTimeOffset At, DemoCase Subject, Guid ActorId, Func<DemoCase, CaseAct> Act)
{
    public Guid? DecidedById { get; init; }

    public DateOnly? OccurredOn { get; init; }

    public DemoFile? Original { get; init; }

    /// <summary>A paper that the act names; uploaded right before it.</summary>
    public DemoFile? Proof { get; init; }
}

/// <summary>A case of the demo as the schedule knows it; its id and rows exist once its first act is done.</summary>
internal sealed class DemoCase(string code)
{
    public string Code => code;

    public CaseId? CaseId { get; set; }

    public int Revision { get; set; }

    public IReadOnlyList<Guid> ProposerIds { get; set; } = [];

    /// <summary>Other units by name.</summary>
    public IReadOnlyDictionary<string, Guid> UnitIds { get; set; } = new Dictionary<string, Guid>();

    public IReadOnlyList<FollowUp.CommitmentId> CommitmentIds { get; set; } = [];

    /// <summary>Of the plan's last version.</summary>
    public IReadOnlyList<Guid> MeasureIds { get; set; } = [];
}
