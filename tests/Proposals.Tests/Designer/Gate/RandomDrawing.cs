namespace Proposals.Tests.Designer.Gate;

/// <summary>Small definitions, drawn at random: a lawful one, some additions that change nothing, and often a slip of the pen or two.</summary>
internal sealed class RandomDrawing
{
    private readonly Random random;
    private int added;

    public RandomDrawing(int seed)
    {
        random = new Random(seed);
        Drawing = random.Next(3) switch { 0 => WholeReply(), 1 => ShortReply(), _ => NoReply() };
        for (var harmless = random.Next(3); harmless > 0; harmless--)
            Harmless();
        for (var slips = random.Next(10) < 4 ? 0 : 1 + random.Next(2); slips > 0; slips--)
            Slip();
    }

    public Drawing Drawing { get; }

    /// <summary>Facts that some decision of the drawing looks at.</summary>
    public List<string> Facts { get; } = [];

    private static Drawing Blank() => new(new System.Text.Json.Nodes.JsonObject
    {
        ["id"] = "random-1",
        ["definitionId"] = "random",
        ["name"] = "random",
        ["version"] = 1,
        ["root"] = new System.Text.Json.Nodes.JsonObject
        {
            ["id"] = "flow",
            ["type"] = "Elsa.Flowchart",
            ["version"] = 1,
            ["activities"] = new System.Text.Json.Nodes.JsonArray(),
            ["connections"] = new System.Text.Json.Nodes.JsonArray(),
        },
    });

    private Drawing WholeReply()
    {
        Facts.AddRange(["consultationsEnough", "principalSigns"]);
        return Blank().Add("start", "Elsa.Start").Add("enough", "Proposals.ConsultationsEnough").Step("meet", "Proposals.RecordConsultation")
            .Step("deputy", "Proposals.ReviewByDeputy").Add("principal", "Proposals.PrincipalSigns").Step("sign", "Proposals.SignReply")
            .Step("deliver", "Proposals.Deliver").Step("ask", "Proposals.CollectFeedback").Step("again", "Proposals.StartRehandling").Step("close", "Proposals.CloseAndArchive").Add("end", "Elsa.End")
            .Line("start", "Done", "enough").Line("enough", "Enough", "deputy").Line("enough", "NotYet", "meet").Line("meet", "Held", "enough")
            .Line("deputy", "Signed", "principal").Line("deputy", "SentBack", "enough").Line("principal", "Yes", "sign").Line("principal", "No", "deliver")
            .Line("sign", "Signed", "deliver").Line("sign", "SentBack", "enough").Line("deliver", "Delivered", "ask")
            .Line("ask", "Satisfied", "close").Line("ask", "Lapsed", "close").Line("ask", "Unsatisfied", "again").Line("again", "Reopened", "enough").Line("close", "Archived", "end");
    }

    /// <summary>Two consultations drawn one after the other.</summary>
    private Drawing ShortReply()
    {
        Facts.AddRange(["consultationsEnough", "resultUnsatisfied"]);
        return Blank().Add("start", "Elsa.Start").Step("meet", "Proposals.RecordConsultation").Step("meetAgain", "Proposals.RecordConsultation").Step("deputy", "Proposals.ReviewByDeputy")
            .Step("seal", "Proposals.NumberAndSeal").Step("ask", "Proposals.CollectFeedback").Step("again", "Proposals.StartRehandling").Add("enough", "Proposals.ConsultationsEnough").Step("more", "Proposals.RecordConsultation")
            .Add("verdict", "Proposals.ResultIs", ("is", "Unsatisfied")).Step("close", "Proposals.CloseAndArchive").Add("end", "Elsa.End")
            .Line("start", "Done", "meet").Line("meet", "Held", "meetAgain").Line("meetAgain", "Held", "deputy").Line("deputy", "Signed", "seal").Line("deputy", "SentBack", "deputy")
            .Line("seal", "Sealed", "ask").Line("ask", "Satisfied", "close").Line("ask", "Lapsed", "close").Line("ask", "Unsatisfied", "verdict").Line("verdict", "True", "again").Line("verdict", "False", "close")
            .Line("again", "Reopened", "enough").Line("enough", "Enough", "deputy").Line("enough", "NotYet", "more").Line("more", "Held", "enough").Line("close", "Archived", "end");
    }

    private static Drawing NoReply() => Blank().Add("start", "Elsa.Start").Step("one").Step("two", "Proposals.ApproveAllocation").Step("three").Add("end", "Elsa.End")
        .Line("start", "Done", "one").Line("one", "Received", "two").Line("two", "Approved", "three").Line("two", "SentBack", "one").Line("three", "Received", "end");

    /// <summary>Something put on a line that changes no verdict, though joins of some kinds may make it one.</summary>
    private void Harmless()
    {
        if (Drawing.Lines.Count == 0)
            return;
        var (source, port, target) = AnyLine();
        var id = $"x{++added}";
        switch (random.Next(4))
        {
            case 0:
                Drawing.Step(id).Lead(source, port, id).Line(id, "Received", target);
                break;
            case 1:
                Decision(id).Lead(source, port, id).Line(id, "True", target).Line(id, "False", target);
                break;
            case 2:
                Fork(id, random.Next(2) == 0 ? "WaitAll" : "WaitAllActive").Lead(source, port, id)
                    .Line(id, "A", $"{id}a").Line(id, "B", $"{id}b").Line($"{id}a", "Received", $"{id}j").Line($"{id}b", "Received", $"{id}j").Line($"{id}j", "Done", target);
                break;
            default:
                Fork(id, "WaitAny").Lead(source, port, id)
                    .Line(id, "A", $"{id}a").Line(id, "B", $"{id}b").Line($"{id}a", "Received", $"{id}j").Line($"{id}b", "Received", $"{id}j").Line($"{id}j", "Done", target);
                break;
        }
    }

    private void Slip()
    {
        if (Drawing.Lines.Count == 0)
            return;
        var (source, port, target) = AnyLine();
        var id = $"y{++added}";
        switch (random.Next(13))
        {
            case 0:
                Drawing.Lead(source, port, AnyActivity());
                break;
            case 1:
                Drawing.Cut(source, port);
                break;
            case 2 or 3:
                Decision(id).Lead(source, port, id).Line(id, "True", target).Line(id, "False", AnyActivity());
                break;
            case 4:
                Drawing.Step(id).Line(id, "Received", target);
                break;
            case 5:
                Drawing.Step(id).Write(id, random.Next(2) == 0 ? "who" : "term", random.Next(2) == 0 ? "" : "whatever").Lead(source, port, id).Line(id, "Received", target);
                break;
            case 6:
                // One branch may lead past the join.
                Decision(id).Lead(source, port, $"{id}f").Line($"{id}f", "A", $"{id}a").Line($"{id}f", "B", id).Line($"{id}a", "Received", $"{id}j")
                    .Line(id, "True", $"{id}j").Line(id, "False", random.Next(2) == 0 ? $"{id}b" : AnyActivity()).Line($"{id}b", "Received", $"{id}b").Line($"{id}j", "Done", target);
                Fork($"{id}f", "WaitAll", id);
                break;
            case 7:
                Drawing.Step(id).Lead(source, port, id).Line(id, "Received", id);
                break;
            case 8:
                Decision(id).Lead(source, port, id).Line(id, "True", target).Line(id, "False", id);
                break;
            case 9:
                Skip(AnyActivity());
                break;
            case 10 when Drawing.Activities.Any(activity => activity?["id"]?.GetValue<string>() == "ask"):
                Decision(id).Lead("ask", "Unsatisfied", id).Line(id, "True", "again").Line(id, "False", random.Next(2) == 0 ? "close" : "end");
                break;
            default:
                Haste(id, source, port, target);
                break;
        }
    }

    /// <summary>Sometimes straight to what may only come later.</summary>
    private void Haste(string id, string source, string port, string target)
    {
        string[] late = ["deputy", "deputy", "sign", "deliver", "seal", "close", "end"];
        var there = late.Where(known => Drawing.Activities.Any(activity => activity?["id"]?.GetValue<string>() == known)).ToList();
        Decision(id).Lead(source, port, id).Line(id, "True", target).Line(id, "False", there[random.Next(there.Count)]);
    }

    /// <summary>An activity is taken away, and what led to it leads to where it led.</summary>
    private void Skip(string id)
    {
        if (id is "start" or "end" || Drawing.Lines.FirstOrDefault(line => line?["source"]?["activity"]?.GetValue<string>() == id)?["target"]?["activity"]?.GetValue<string>() is not { } next || next == id)
            return;
        var into = Drawing.Lines.Where(line => line?["target"]?["activity"]?.GetValue<string>() == id)
            .Select(line => (Source: line?["source"]?["activity"]?.GetValue<string>() ?? "", Port: line?["source"]?["port"]?.GetValue<string>() ?? "")).Where(line => line.Source != id).ToList();
        Drawing.Remove(id);
        foreach (var (source, port) in into)
            Drawing.Line(source, port, next);
    }

    /// <summary>By a fact of the office, which is quick to ask, or by a script. Each by a fact of its own: to the gate every decision is free.</summary>
    private Drawing Decision(string id)
    {
        if (random.Next(8) > 0 && new[] { "Resolved", "NeedsFollowUp" }.FirstOrDefault(asked => !Facts.Contains("result" + asked)) is { } free)
        {
            Facts.Add("result" + free);
            return Drawing.Add(id, "Proposals.ResultIs", ("is", free));
        }

        Facts.Add($"d{id}");
        return Drawing.Add(id, "Elsa.FlowDecision").Compute(id, "condition", $"getFact('d{id}') === true");
    }

    private Drawing Fork(string id, string mode, string? parts = null) => Drawing.Add(id, "Elsa.FlowFork", ("branches", "[\"A\",\"B\"]")).Add($"{parts ?? id}j", "Elsa.FlowJoin", ("mode", mode))
        .Step($"{parts ?? id}a").Step($"{parts ?? id}b");

    private string AnyActivity() => Drawing.Activities[random.Next(Drawing.Activities.Count)]?["id"]?.GetValue<string>() ?? "";

    private (string Source, string Port, string Target) AnyLine()
    {
        var line = Drawing.Lines[random.Next(Drawing.Lines.Count)];
        return (line?["source"]?["activity"]?.GetValue<string>() ?? "", line?["source"]?["port"]?.GetValue<string>() ?? "", line?["target"]?["activity"]?.GetValue<string>() ?? "");
    }
}
