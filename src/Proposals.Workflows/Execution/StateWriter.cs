using System.Text.Json;

namespace Proposals.Workflows.Execution;

/// <summary>Writes a state as canonical text: sorted names, nothing that is empty.</summary>
internal static class StateWriter
{
    public static string Write(InstanceState state) => CanonicalJson.Write(state, static (writer, state) =>
    {
        writer.WriteStartObject();
        WriteList(writer, "answers", state.Kept, WriteAnswer);
        if (state.CorrelationId is { } correlation)
            writer.WriteString("correlation", correlation);
        writer.WriteNumber("counter", state.Counter);
        writer.WriteNumber("format", InstanceState.Format);
        WriteList(writer, "frames", state.Frames, WriteFrame);
        WriteList(writer, "incidents", state.Incidents, WriteIncident);
        WriteValues(writer, "inputs", state.Inputs);
        writer.WriteString("instance", state.InstanceId);
        if (state.LastResult != "null")
        {
            writer.WritePropertyName("last");
            writer.WriteRawValue(state.LastResult, skipInputValidation: true);
        }

        if (state.Name is { } name)
            writer.WriteString("name", name);
        WriteNumber(writer, "opened", state.Opened);
        WriteValues(writer, "outputs", state.Outputs);
        if (state.IsOver)
            writer.WriteBoolean("over", true);
        WriteList(writer, "queue", state.Queue, WriteWork);
        WriteValues(writer, "results", state.Results);
        writer.WriteString("status", Name(state.Status));
        WriteValues(writer, "variables", state.Variables);
        WriteCounts(writer, "visits", state.Visits);
        WriteList(writer, "waits", state.Waits, WriteWait);
        writer.WriteEndObject();
    });

    public static string Name(InstanceStatus status) => status switch
    {
        InstanceStatus.Running => "Running",
        InstanceStatus.Faulted => "Faulted",
        InstanceStatus.Finished => "Finished",
        _ => "Cancelled",
    };

    private static void WriteFrame(Utf8JsonWriter writer, Frame frame)
    {
        writer.WriteStartObject();
        writer.WriteString("activity", frame.Node.Key);
        if (frame.IsBreaking)
            writer.WriteBoolean("breaking", true);
        WriteNumber(writer, "index", frame.Index);
        if (frame.Items is { } items)
        {
            writer.WritePropertyName("items");
            writer.WriteRawValue(items, skipInputValidation: true);
        }

        WriteCounts(writer, "late", frame.Late);
        WriteNumber(writer, "left", frame.Left);
        writer.WriteNumber("number", frame.Number);
        if (frame.Outcomes is { } outcomes)
            writer.WriteString("outcomes", outcomes);
        WriteNumber(writer, "parent", frame.Parent);
        WriteCounts(writer, "parked", frame.Parked);
        if (frame.IsRound)
            writer.WriteBoolean("round", true);
        WriteValues(writer, "values", frame.Values);
        writer.WriteEndObject();
    }

    private static void WriteWait(Utf8JsonWriter writer, Wait wait)
    {
        writer.WriteStartObject();
        writer.WriteString("activity", wait.Node.Key);
        if (wait.Event is { } name)
            writer.WriteString("event", name);
        writer.WriteString("id", wait.Id);
        writer.WriteNumber("number", wait.Number);
        WriteNumber(writer, "owner", wait.Owner);
        writer.WriteEndObject();
    }

    private static void WriteAnswer(Utf8JsonWriter writer, KeptAnswer kept)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("outputs");
        writer.WriteRawValue(kept.Outputs, skipInputValidation: true);
        writer.WriteString("port", kept.Port);
        writer.WritePropertyName("wait");
        WriteWait(writer, kept.Wait);
        writer.WriteEndObject();
    }

    private static void WriteIncident(Utf8JsonWriter writer, Incident incident)
    {
        writer.WriteStartObject();
        if (incident.IsAbandoned)
            writer.WriteBoolean("abandoned", true);
        writer.WriteString("activity", incident.Node.Key);
        WriteNumber(writer, "frame", incident.Frame);
        writer.WriteString("id", incident.Id);
        WriteNumber(writer, "owner", incident.Owner);
        WriteNumber(writer, "place", (int)incident.Place);
        writer.WriteEndObject();
    }

    private static void WriteWork(Utf8JsonWriter writer, Work work)
    {
        writer.WriteStartObject();
        writer.WriteString("activity", work.Node.Key);
        WriteNumber(writer, "owner", work.Owner);
        writer.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int number)
    {
        if (number != 0)
            writer.WriteNumber(name, number);
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, List<T> items, Action<Utf8JsonWriter, T> write)
    {
        if (items.Count == 0)
            return;
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, TextMap<string> values)
    {
        if (values.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, json) in values)
        {
            writer.WritePropertyName(key);
            writer.WriteRawValue(json, skipInputValidation: true);
        }

        writer.WriteEndObject();
    }

    private static void WriteCounts(Utf8JsonWriter writer, string name, TextMap<int> counts)
    {
        if (counts.Count == 0)
            return;
        writer.WriteStartObject(name);
        foreach (var (key, count) in counts)
            writer.WriteNumber(key, count);
        writer.WriteEndObject();
    }
}
