using System.Text.Json;

namespace Proposals.Workflows.Execution;

/// <summary>Writes the one text of a state: keys in ordinal order, empty parts left out.</summary>
internal static class StateWriter
{
    public static string Write(InstanceState state) => CanonicalJson.Write(state, static (writer, state) =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("counter", state.Counter);
        writer.WriteNumber("format", InstanceState.Format);
        WriteValues(writer, "inputs", state.Inputs);
        writer.WriteString("instance", state.InstanceId);
        WriteValues(writer, "outputs", state.Outputs);
        WriteCounts(writer, "parked", state.Parked);
        if (state.Queue.Count > 0)
        {
            writer.WriteStartArray("queue");
            foreach (var activityId in state.Queue)
                writer.WriteStringValue(activityId);
            writer.WriteEndArray();
        }

        writer.WriteString("status", Name(state.Status));
        WriteValues(writer, "variables", state.Variables);
        WriteCounts(writer, "visits", state.Visits);
        WriteWaits(writer, state.Waits);
        writer.WriteEndObject();
    });

    public static string Name(InstanceStatus status) => status switch
    {
        InstanceStatus.Running => "Running",
        InstanceStatus.Faulted => "Faulted",
        InstanceStatus.Finished => "Finished",
        _ => "Cancelled",
    };

    private static void WriteWaits(Utf8JsonWriter writer, List<WaitingStep> waits)
    {
        if (waits.Count == 0)
            return;
        writer.WriteStartArray("waits");
        foreach (var wait in waits)
        {
            writer.WriteStartObject();
            writer.WriteString("activity", wait.ActivityId);
            writer.WriteString("id", wait.Id);
            writer.WriteNumber("number", wait.Number);
            writer.WriteEndObject();
        }

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
