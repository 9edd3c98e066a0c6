using System.Globalization;
using System.Text;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Workflows.Proof;

/// <summary>Everywhere an instance of a definition can stand, and every way from one place to the next: found by running the engine itself with each answer to each wait and each decision open.</summary>
/// <remarks>Two states are one place when only numbers, values and counts of visits differ; so loops end, and a space is about as large as its drawing where nothing runs at once.</remarks>
internal sealed class StateSpace
{
    private const int MostPlaces = 1_500;
    private const int MostRuns = 8_000;
    private static readonly DateTimeOffset anyTime = DateTimeOffset.UnixEpoch;

    private readonly WorkflowDefinition definition;
    private readonly Dictionary<string, int> known = [];
    private readonly List<Place> places = [];
    private int runs;

    private StateSpace(WorkflowDefinition definition) => this.definition = definition;

    /// <summary>The first is where nothing has happened yet.</summary>
    public IReadOnlyList<Place> Places => places;

    /// <summary>A way round which nothing waits; the search ends where one is found, for it could go round for ever.</summary>
    public BusyLoop? Busy { get; private set; }

    /// <summary>False where there were too many places or ways to look at them all.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Whatever waited somewhere, was passed, or failed.</summary>
    public IReadOnlySet<ActivityNode> Met => places.SelectMany(place => place.Waits.Select(wait => wait.Node).Concat(place.Moves.SelectMany(Touched))).ToHashSet();

    public static StateSpace Of(WorkflowDefinition definition)
    {
        var space = new StateSpace(definition);
        space.places.Add(new Place(null, []));
        for (var next = 0; next < space.places.Count && space is { IsWhole: true, Busy: null }; next++)
            space.Leave(space.places[next]);
        return space;
    }

    private IEnumerable<ActivityNode> Touched(Move move) =>
        move.Passed.Select(step => step.Node).Concat(move.Incident is { } incident ? [definition.Node(incident.ActivityId)] : []);

    private void Leave(Place place)
    {
        foreach (var happened in place.Events())
        {
            var open = new Stack<IReadOnlyList<int>>([[]]);
            while (IsWhole && Busy is null && open.TryPop(out var given))
            {
                IsWhole = ++runs <= MostRuns;
                var tape = new ProofTape(given);
                Run(place, happened with { Tape = tape }, tape);
                foreach (var other in tape.OtherWays())
                    open.Push(other);
            }
        }
    }

    private void Run(Place from, WorkflowEvent happened, ProofTape tape)
    {
        StepResult result;
        try
        {
            result = WorkflowMachine.Step(definition, from.State, happened);
        }
        catch (BusyLoopException)
        {
            Busy = new BusyLoop(from, tape.Passed);
            return;
        }

        var incident = result.Effects.OfType<IncidentRaised>().FirstOrDefault();
        from.Moves.Add(new Move(incident is null ? PlaceOf(result.State) : null, tape.Passed, incident));
    }

    private Place PlaceOf(string text)
    {
        var state = StateReader.Read(definition, text);
        var shape = ShapeOf(state);
        if (known.TryGetValue(shape, out var number))
            return places[number];
        var place = new Place(text, [.. state.Waits.DistinctBy(wait => (wait.Owner, wait.Node))]) { IsEnd = state.Status == InstanceStatus.Finished };
        known.Add(shape, places.Count);
        places.Add(place);
        IsWhole &= places.Count <= MostPlaces;
        return place;
    }

    private static string ShapeOf(InstanceState state)
    {
        var shape = new StringBuilder().Append(state.Status).Append(state.IsOver ? '!' : ' ');
        var numbers = new Dictionary<int, int> { [0] = 0 };
        foreach (var frame in state.Frames)
        {
            numbers[frame.Number] = numbers.Count;
            shape.Append(CultureInfo.InvariantCulture, $"\n{numbers.GetValueOrDefault(frame.Parent)}/{frame.Node.Key}/{frame.Index}/{frame.Left}/{frame.IsBreaking}/{frame.IsRound}/{frame.Outcomes}");
            foreach (var (edge, tokens) in frame.Parked)
                shape.Append(CultureInfo.InvariantCulture, $"+{edge}={tokens}");
            foreach (var (edge, tokens) in frame.Late)
                shape.Append(CultureInfo.InvariantCulture, $"-{edge}={tokens}");
        }

        foreach (var wait in state.Waits.Select(wait => $"\n{numbers.GetValueOrDefault(wait.Owner)}?{wait.Node.Key}").Order(StringComparer.Ordinal))
            shape.Append(wait);
        return shape.ToString();
    }

    internal sealed class Place(string? state, IReadOnlyList<Wait> waits)
    {
        /// <summary>Null before the start.</summary>
        public string? State { get; } = state;

        /// <summary>What waits here, twins in one container once.</summary>
        public IReadOnlyList<Wait> Waits { get; } = waits;

        public bool IsEnd { get; init; }

        public List<Move> Moves { get; } = [];

        public IEnumerable<WorkflowEvent> Events() => State is null
            ? [new Start("proof", anyTime)]
            : Waits.SelectMany(wait => wait.Node.Activity.Ports.Select(port => new Answer(wait.Id, port.Name, anyTime)));
    }

    internal sealed record BusyLoop(Place From, IReadOnlyList<(ActivityNode Node, string Port)> Passed);

    /// <param name="To">Null where an incident stopped it.</param>
    internal sealed record Move(Place? To, IReadOnlyList<(ActivityNode Node, string Port)> Passed, IncidentRaised? Incident);
}
