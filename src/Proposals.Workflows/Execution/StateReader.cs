using System.Text;
using System.Text.Json;

namespace Proposals.Workflows.Execution;

/// <summary>Reads the text of a state of every format ever released. So far there is one.</summary>
internal static class StateReader
{
    public static InstanceState Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = CanonicalJson.MaxDepth + 8 });
        var state = new InstanceState();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("counter"u8))
                state.Counter = Number(ref reader);
            else if (reader.ValueTextEquals("format"u8))
                RequireFormat(Number(ref reader));
            else if (reader.ValueTextEquals("inputs"u8))
                ReadValues(ref reader, bytes, state.Inputs);
            else if (reader.ValueTextEquals("instance"u8))
                state.InstanceId = Text(ref reader);
            else if (reader.ValueTextEquals("outputs"u8))
                ReadValues(ref reader, bytes, state.Outputs);
            else if (reader.ValueTextEquals("parked"u8))
                ReadCounts(ref reader, state.Parked);
            else if (reader.ValueTextEquals("queue"u8))
                ReadQueue(ref reader, state.Queue);
            else if (reader.ValueTextEquals("status"u8))
                state.Status = Status(ref reader);
            else if (reader.ValueTextEquals("variables"u8))
                ReadValues(ref reader, bytes, state.Variables);
            else if (reader.ValueTextEquals("visits"u8))
                ReadCounts(ref reader, state.Visits);
            else if (reader.ValueTextEquals("waits"u8))
                ReadWaits(ref reader, state.Waits);
            else
                reader.Skip();
        }

        return state;
    }

    private static void RequireFormat(int format)
    {
        if (format != InstanceState.Format)
            throw new FormatException($"The state has format {format}; this engine reads {InstanceState.Format}.");
    }

    private static int Number(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetInt32();
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    private static InstanceStatus Status(ref Utf8JsonReader reader)
    {
        var name = Text(ref reader);
        return name switch
        {
            "Running" => InstanceStatus.Running,
            "Faulted" => InstanceStatus.Faulted,
            "Finished" => InstanceStatus.Finished,
            "Cancelled" => InstanceStatus.Cancelled,
            _ => throw new FormatException($"The state has status '{name}', which does not exist."),
        };
    }

    private static void ReadQueue(ref Utf8JsonReader reader, List<string> queue)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            queue.Add(reader.GetString() ?? "");
    }

    private static void ReadCounts(ref Utf8JsonReader reader, TextMap<int> counts)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString() ?? "";
            counts.Set(key, Number(ref reader));
        }
    }

    private static void ReadValues(ref Utf8JsonReader reader, byte[] bytes, TextMap<string> values)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString() ?? "";
            reader.Read();
            var from = (int)reader.TokenStartIndex;
            reader.Skip();
            values.Set(key, Encoding.UTF8.GetString(bytes.AsSpan(from, (int)reader.BytesConsumed - from)));
        }
    }

    private static void ReadWaits(ref Utf8JsonReader reader, List<WaitingStep> waits)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            string activityId = "", id = "";
            var number = 0;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("activity"u8))
                    activityId = Text(ref reader);
                else if (reader.ValueTextEquals("id"u8))
                    id = Text(ref reader);
                else
                    number = Number(ref reader);
            }

            waits.Add(new WaitingStep(id, activityId, number));
        }
    }
}
