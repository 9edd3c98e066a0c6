using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Documents;

namespace Proposals.Workflows.Tests.Documents;

/// <summary>Damaged definitions of every kind: none makes the reader or the compiler throw, linger or fill the memory, and every refusal says where.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const long MaxBytes = 100L * 1024 * 1024;

    private static readonly TimeSpan longest = TimeSpan.FromSeconds(1);

    /// <summary>Another first seed: PROPOSALS_FUZZ_SEED. One seed again: that seed, and PROPOSALS_SOAK=1.</summary>
    private static readonly int firstSeed = int.TryParse(Environment.GetEnvironmentVariable("PROPOSALS_FUZZ_SEED"), out var seed) ? seed : 20260331;

    private static readonly JsonSerializerOptions deep = new() { MaxDepth = 1000 };
    private static readonly JsonSerializerOptions readable = new() { MaxDepth = 1000, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonNode[] small = [.. DocumentFiles.Canonical.Select(DocumentFiles.Text).Concat(DocumentFiles.Older.Select(file => DocumentFiles.Text(Path.Combine(file.Name, file.Form)))).Select(Parse)];
    private readonly JsonNode[] recorded = [.. RecordingFiles.Names.Select(name => RecordingFiles.Read(name)["definition"]).OfType<JsonNode>()];
    private readonly JsonNode[] shipped = [.. DocumentFiles.Shipped.Select(File.ReadAllText).Select(Parse)];
    private int read;
    private int refused;
    private int loaded;

    [Fact]
    public void No_damage_makes_a_definition_throw_linger_or_swell()
    {
        var (slowest, largest, count) = (TimeSpan.Zero, 0L, Soak.Count(2000));
        for (var number = 0; number < count; number++)
        {
            var text = Damaged(new Random(firstSeed + number));
            try
            {
                var (time, bytes) = Measured(text);
                // Others may run at the same time, so that what is too much counts only when it is so again and again.
                for (var again = 0; (time > longest || bytes > MaxBytes) && again < 3; again++)
                {
                    var (nextTime, nextBytes) = Measured(text);
                    (time, bytes) = (nextTime < time ? nextTime : time, Math.Min(bytes, nextBytes));
                }

                Assert.True(time <= longest && bytes <= MaxBytes, $"{time.TotalMilliseconds:0} ms, {bytes / 1024 / 1024} MB");
                (slowest, largest) = (time > slowest ? time : slowest, Math.Max(largest, bytes));
            }
            catch (Exception failure)
            {
                Assert.Fail($"PROPOSALS_FUZZ_SEED={firstSeed + number}\n{(text.Length > 3000 ? text[..3000] + "…" : text)}\n{failure}");
            }
        }

        var summary = $"fuzz: {count} definitions from seed {firstSeed}: {read} read, {refused} refused, {loaded} of those read also load; slowest {slowest.TotalMilliseconds:0} ms, largest {largest / 1024 / 1024} MB";
        output.WriteLine(summary);
        TestContext.Current.SendDiagnosticMessage(summary);
        Assert.True(read > count / 20 && refused > count / 20 && loaded > count / 100, summary);
    }

    private (TimeSpan Time, long Bytes) Measured(string text)
    {
        // The compiler has a thread of its own, which the figure of this thread would leave out.
        var bytes = GC.GetTotalAllocatedBytes();
        var clock = Stopwatch.StartNew();
        Try(text);
        return (clock.Elapsed, GC.GetTotalAllocatedBytes() - bytes);
    }

    private void Try(string text)
    {
        var result = DefinitionDocument.Read(text, TestCatalogue.Office);
        Places(text, result.Problems);
        if (result.Document is { } document)
        {
            read++;
            var again = DefinitionDocument.Read(document.ToText(), TestCatalogue.Office);
            Assert.True(again.Document is not null, "What was written cannot be read: " + string.Join('\n', again.Problems));
            Assert.Equal(document.ToText(), again.Document.ToText());
            Assert.Empty(DefinitionDiff.Between(document, again.Document));
        }
        else
        {
            Assert.Contains(result.Problems, problem => problem.Severity == ProblemSeverity.Error);
            // The compiler begins by reading the same, so for these it is asked now and then only.
            if (++refused % 8 > 0)
                return;
        }

        var compiled = DefinitionReader.Load(text, TestCatalogue.Office);
        Places(result.Document?.ToText() ?? text, compiled.Problems);
        if (compiled.Runs)
            loaded++;
        else
            Assert.Contains(compiled.Problems, problem => problem.Severity == ProblemSeverity.Error);
    }

    /// <summary>A problem is at a JSON path, or at an id of the file.</summary>
    private static void Places(string text, IReadOnlyList<Problem> problems)
    {
        foreach (var where in problems.Select(problem => problem.Where))
        {
            if (!where.StartsWith('$') && !Ids(text).Contains(where))
                Assert.Fail($"A problem at \"{where}\", which is neither a path nor an id of the file.");
        }
    }

    /// <summary>Values of properties named id, those of activities that a placeholder holds as text included.</summary>
    private static HashSet<string> Ids(string text)
    {
        var found = new HashSet<string>();
        using var document = JsonDocument.Parse(text.TrimStart('\uFEFF'), new JsonDocumentOptions { MaxDepth = 1000 });
        var open = new Stack<JsonElement>([document.RootElement]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Array)
                element.EnumerateArray().ToList().ForEach(open.Push);
            if (element.ValueKind != JsonValueKind.Object)
                continue;
            foreach (var property in element.EnumerateObject())
            {
                open.Push(property.Value);
                if (property.Name.Equals("id", StringComparison.OrdinalIgnoreCase))
                    found.Add(property.Value.ToString());
                else if (property.Name.Equals("originalActivityJson", StringComparison.OrdinalIgnoreCase) && property.Value.ValueKind == JsonValueKind.String)
                    found.UnionWith(IdsWithin(property.Value));
            }
        }

        return found;
    }

    /// <summary>What a placeholder holds may be damaged as well; it has no ids then.</summary>
    private static HashSet<string> IdsWithin(JsonElement held)
    {
        try
        {
            return Ids(held.GetString() ?? "");
        }
        catch (Exception damaged) when (damaged is JsonException or InvalidOperationException)
        {
            return [];
        }
    }

    private string Damaged(Random chance)
    {
        var tree = chance.Next(60) == 0 ? shipped[chance.Next(shipped.Length)] : chance.Next(4) switch
        {
            0 => new DocumentMaker(chance).Document(),
            1 => recorded[chance.Next(recorded.Length)],
            _ => small[chance.Next(small.Length)],
        };
        tree = tree.DeepClone();
        if (chance.Next(4) == 0 && tree is JsonObject document)
            tree = new OlderWriter(chance).Rewrite(document);
        if (chance.Next(3) > 0)
            tree = new Mutations(chance).Damage(tree);
        var text = chance.Next(4) == 0 ? tree.ToJsonString(deep) : tree.ToJsonString(readable);
        return chance.Next(3) == 0 ? Text.Damage(text, chance) : text;
    }

    private static JsonNode Parse(string text) => JsonNode.Parse(text) ?? throw new InvalidOperationException("An empty file.");
}
