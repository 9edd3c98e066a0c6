using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Proposals.Inbox;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Designer.Gate;

/// <summary>Finds out by trying: the real engine runs a definition with every answer and every combination of facts, and a small office keeps book of what was done. Knows nothing of how the gate proves.</summary>
internal sealed partial class BruteForce
{
    private const int Most = 300;

    /// <summary>Only these look at facts; where none had its turn, other facts would change nothing.</summary>
    private static readonly string[] Decisions = ["Elsa.FlowDecision", "Proposals.ConsultationsEnough", "Proposals.PrincipalSigns", "Proposals.ResultIs"];

    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    private readonly WorkflowDefinition definition;
    private readonly Drawing drawing;
    private readonly List<JsonObject> worlds;
    private readonly Dictionary<string, HashSet<string>> next = [];
    private readonly HashSet<string> ends = [];
    private readonly HashSet<string> met = [];
    private readonly HashSet<string> seen = [];

    private BruteForce(WorkflowDefinition definition, RandomDrawing random)
    {
        this.definition = definition;
        drawing = random.Drawing;
        worlds = [.. Worlds([.. random.Facts.Distinct()])];
    }

    /// <summary>Codes of the rules that some way through it breaks.</summary>
    public SortedSet<string> Broken { get; } = new(StringComparer.Ordinal);

    /// <summary>Null where the engine does not read it, or there is too much to try.</summary>
    public static BruteForce? Try(RandomDrawing random)
    {
        if (DefinitionReader.Load(random.Drawing.Json(), StepCatalogue.Activities).Definition is not { } definition)
            return null;
        var tried = new BruteForce(definition, random);
        if (!tried.Walk())
            return null;
        tried.Read();
        return tried;
    }

    /// <summary>Which facts the office may find: each of them true or false.</summary>
    private static IEnumerable<JsonObject> Worlds(IReadOnlyList<string> facts)
    {
        for (var bits = 0; bits < 1 << facts.Count; bits++)
        {
            var world = new JsonObject();
            for (var i = 0; i < facts.Count; i++)
                world[facts[i]] = (bits & (1 << i)) != 0;
            yield return world;
        }
    }

    /// <summary>False where there is too much to try.</summary>
    private bool Walk()
    {
        var open = new Queue<Stand>([new Stand(null, new Dictionary<string, string>(), new Office(), "")]);
        while (open.TryDequeue(out var at))
        {
            if (seen.Count > Most)
                return false;
            foreach (var happened in Events(at))
            {
                foreach (var world in worlds)
                {
                    var result = WorkflowMachine.Step(definition, at.State, happened with { Facts = world });
                    if (Follow(at, result) is { } reached)
                        open.Enqueue(reached);
                    if (Broken.Contains("loop.busy"))
                        return true;
                    if (!result.Effects.OfType<JournalLine>().Any(line => Decisions.Contains(line.ActivityType)))
                        break;
                }
            }
        }

        if (LeavesNoWayOut())
            Broken.Add("flow.endless");
        return true;
    }

    /// <returns>Where it leads, if nobody has been there yet.</returns>
    private Stand? Follow(Stand from, StepResult result)
    {
        var office = result.Effects.OfType<JournalLine>().Where(line => line.Event == "Completed").Aggregate(from.Office, Done);
        Broken.UnionWith(office.Broken);
        if (result.Effects.OfType<IncidentRaised>().FirstOrDefault() is { } incident)
        {
            met.Add(incident.ActivityId);
            Broken.Add(incident.Code == "loop.busy" ? "loop.busy" : "flow.deadlock");
            ends.Add(from.Key);
            return null;
        }

        var waits = Waiting(result.State);
        met.UnionWith(waits.Values);
        var isOver = result.Effects.OfType<InstanceFinished>().Any();
        if (isOver && office.IsUnsatisfied)
            Broken.Add("feedback.dropped");
        if (!isOver && waits.Count == 0)
            Broken.Add("flow.deadlock");
        var key = $"{Shape(result.State)} {office.Key}";
        if (isOver || waits.Count == 0)
            ends.Add(key);
        if (!next.TryGetValue(from.Key, out var follows))
            next[from.Key] = follows = [];
        follows.Add(key);
        return seen.Add(key) && !isOver ? new Stand(result.State, waits, office with { Broken = [] }, key) : null;
    }

    private Office Done(Office office, JournalLine line)
    {
        met.Add(line.ActivityId);
        return office.After(line.ActivityType, line.Port ?? "", Literal(line.ActivityId, "is"));
    }

    private bool LeavesNoWayOut()
    {
        var good = new HashSet<string>(ends);
        bool grows;
        do
        {
            grows = false;
            foreach (var (from, follows) in next)
                grows |= !good.Contains(from) && follows.Overlaps(good) && good.Add(from);
        }
        while (grows);
        return next.Keys.Concat(next.Values.SelectMany(follows => follows)).Any(key => !good.Contains(key));
    }

    /// <summary>What needs no running: lines and inputs, read off the drawing.</summary>
    private void Read()
    {
        foreach (var activity in definition.Activities)
        {
            var isMet = met.Contains(activity.Id);
            if (!isMet && activity.Type != "Elsa.Flowchart")
                Broken.Add("activity.unreachable");
            if (isMet && !activity.Descriptor.IsTerminal && activity.Ports.Any(port => !drawing.Lines.Any(line =>
                line?["source"]?["activity"]?.GetValue<string>() == activity.Id && line["source"]?["port"]?.GetValue<string>() == port.Name)))
                Broken.Add("port.unwired");
            if (activity.Descriptor.Kind != ActivityKind.HumanStep)
                continue;
            if (Literal(activity.Id, "who") != "Office")
                Broken.Add("step.owner");
            if (Literal(activity.Id, "term") != "2wd")
                Broken.Add("step.term");
        }
    }

    private string Literal(string id, string input) => drawing.Activities.FirstOrDefault(activity => activity?["id"]?.GetValue<string>() == id)?[input]?["expression"]?["value"]?.GetValue<string>() ?? "";

    private IEnumerable<WorkflowEvent> Events(Stand at) => at.State is null
        ? [new Start("i", Now)]
        : at.Waits.SelectMany(wait => (definition.Drawn(wait.Value)?.Ports ?? []).Select(port => new Answer(wait.Key, port.Name, Now)));

    private static Dictionary<string, string> Waiting(string state)
    {
        using var json = JsonDocument.Parse(state);
        return json.RootElement.TryGetProperty("waits", out var waits)
            ? waits.EnumerateArray().ToDictionary(wait => wait.GetProperty("id").GetString() ?? "", wait => wait.GetProperty("activity").GetString() ?? "")
            : [];
    }

    /// <summary>The state without what only counts up.</summary>
    private static string Shape(string state)
    {
        var numbers = new Dictionary<string, string>();
        var bare = Counts().Replace(state, "");
        return Numbers().Replace(bare, match =>
        {
            if (!numbers.TryGetValue(match.Value, out var name))
                numbers[match.Value] = name = numbers.Count.ToString(CultureInfo.InvariantCulture);
            return name;
        });
    }

    [GeneratedRegex(""" "visits":\{[^}]*\},?|"(counter|opened)":\d+,?|"outputs":\{[^}]*\},?|,"number":\d+(?=,"owner")|(?<="i\.\d+"),"number":\d+ """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Counts();

    [GeneratedRegex("\"i\\.\\d+\"|(?<=\"(number|owner|parent)\":)\\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();

    /// <param name="Waits">Activities that wait, by the id of the wait.</param>
    private sealed record Stand(string? State, IReadOnlyDictionary<string, string> Waits, Office Office, string Key);

    /// <summary>The book that an office would keep of one case.</summary>
    private sealed record Office
    {
        private int Held { get; init; }

        private bool FoundEnough { get; init; }

        private bool IsAgain { get; init; }

        private bool IsSigned { get; init; }

        private bool IsAsked { get; init; }

        public bool IsUnsatisfied { get; private init; }

        public IReadOnlyList<string> Broken { get; init; } = [];

        public string Key => $"{Math.Min(Held, 2)}{FoundEnough}{IsAgain}{IsSigned}{IsAsked}{IsUnsatisfied}";

        public Office After(string type, string port, string asks) => (type, port) switch
        {
            ("Proposals.RecordConsultation", _) => this with { Held = Held + 1 },
            ("Proposals.ConsultationsEnough", "Enough") => this with { FoundEnough = true },
            ("Proposals.ReviewByDeputy" or "Proposals.SignReply", "Signed") => this with { IsSigned = true, Broken = FoundEnough || (!IsAgain && Held >= 2) ? Broken : [.. Broken, "reply.unconsulted"] },
            ("Proposals.ReviewByDeputy" or "Proposals.SignReply", "SentBack") or ("Proposals.PrincipalSigns", "Yes") => this with { IsSigned = false },
            ("Proposals.NumberAndSeal" or "Proposals.Deliver", _) when !IsSigned => this with { Broken = [.. Broken, "reply.unsigned"] },
            ("Proposals.CollectFeedback", _) => this with { IsAsked = true, IsUnsatisfied = port == "Unsatisfied" },
            ("Proposals.ResultIs", "False") when asks == "Unsatisfied" => this with { IsUnsatisfied = false },
            ("Proposals.StartRehandling", _) => new Office { IsAgain = true, Broken = Broken },
            ("Proposals.CloseAndArchive", _) => this with { Broken = [.. Broken, .. IsAsked ? Array.Empty<string>() : ["close.unasked"], .. IsUnsatisfied ? ["feedback.dropped"] : Array.Empty<string>()] },
            _ => this,
        };
    }
}
