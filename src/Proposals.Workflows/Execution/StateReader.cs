using System.Text;
using System.Text.Json;
using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Execution;

/// <summary>Reads the text of a state of every format that ever lay in a database.</summary>
internal ref struct StateReader
{
    private readonly WorkflowDefinition definition;
    private readonly byte[] bytes;
    private Utf8JsonReader reader;
    private FirstFormat? first;

    private StateReader(WorkflowDefinition definition, byte[] bytes)
    {
        this.definition = definition;
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = CanonicalJson.MaxDepth + 8 });
    }

    public static InstanceState Read(WorkflowDefinition definition, string text) => new StateReader(definition, Encoding.UTF8.GetBytes(text)).Read();

    private InstanceState Read()
    {
        var state = new InstanceState();
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("answers"u8))
                ReadAnswers(state.Kept);
            else if (reader.ValueTextEquals("correlation"u8))
                state.CorrelationId = Text();
            else if (reader.ValueTextEquals("counter"u8))
                state.Counter = Number();
            else if (reader.ValueTextEquals("format"u8))
                first = IsFirst(Number()) ? new FirstFormat() : null;
            else if (reader.ValueTextEquals("frames"u8))
                ReadFrames(state.Frames);
            else if (reader.ValueTextEquals("incidents"u8))
                ReadIncidents(state.Incidents);
            else if (reader.ValueTextEquals("inputs"u8))
                ReadValues(state.Inputs);
            else if (reader.ValueTextEquals("instance"u8))
                state.InstanceId = Text();
            else if (reader.ValueTextEquals("last"u8))
                state.LastResult = Raw();
            else if (reader.ValueTextEquals("name"u8))
                state.Name = Text();
            else if (reader.ValueTextEquals("opened"u8))
                state.Opened = Number();
            else if (reader.ValueTextEquals("outputs"u8))
                ReadValues(state.Outputs);
            else if (reader.ValueTextEquals("over"u8))
                state.IsOver = Flag();
            else if (first is not null && reader.ValueTextEquals("parked"u8))
                ReadCounts(first.Parked);
            else if (first is not null && reader.ValueTextEquals("queue"u8))
                ReadIds(first.Queue);
            else if (reader.ValueTextEquals("queue"u8))
                ReadQueue(state.Queue);
            else if (reader.ValueTextEquals("results"u8))
                ReadValues(state.Results);
            else if (reader.ValueTextEquals("status"u8))
                state.Status = Status(Text());
            else if (reader.ValueTextEquals("variables"u8))
                ReadValues(state.Variables);
            else if (reader.ValueTextEquals("visits"u8))
                ReadCounts(state.Visits);
            else if (reader.ValueTextEquals("waits"u8))
                ReadWaits(state.Waits);
            else
                throw new FormatException($"The state has a part '{reader.GetString()}', which format {InstanceState.Format} does not have.");
        }

        first?.Lift(state, definition);
        return state;
    }

    private static bool IsFirst(int format) => format switch
    {
        FirstFormat.Number => true,
        InstanceState.Format => false,
        _ => throw new FormatException($"The state has format {format}; this engine reads up to {InstanceState.Format}."),
    };

    private static InstanceStatus Status(string name) => name switch
    {
        "Running" => InstanceStatus.Running,
        "Faulted" => InstanceStatus.Faulted,
        "Finished" => InstanceStatus.Finished,
        "Cancelled" => InstanceStatus.Cancelled,
        _ => throw new FormatException($"The state has status '{name}', which does not exist."),
    };

    private void ReadFrames(List<Frame> frames)
    {
        while (NextItem())
        {
            var draft = new FrameDraft();
            while (NextProperty())
            {
                if (reader.ValueTextEquals("activity"u8))
                    draft.Key = Text();
                else if (reader.ValueTextEquals("breaking"u8))
                    draft.IsBreaking = Flag();
                else if (reader.ValueTextEquals("index"u8))
                    draft.Index = Number();
                else if (reader.ValueTextEquals("items"u8))
                    draft.Items = Raw();
                else if (reader.ValueTextEquals("late"u8))
                    ReadCounts(draft.Late);
                else if (reader.ValueTextEquals("left"u8))
                    draft.Left = Number();
                else if (reader.ValueTextEquals("number"u8))
                    draft.Number = Number();
                else if (reader.ValueTextEquals("outcomes"u8))
                    draft.Outcomes = Text();
                else if (reader.ValueTextEquals("parent"u8))
                    draft.Parent = Number();
                else if (reader.ValueTextEquals("parked"u8))
                    ReadCounts(draft.Parked);
                else if (reader.ValueTextEquals("round"u8))
                    draft.IsRound = Flag();
                else
                    ReadValues(draft.Values);
            }

            frames.Add(draft.ToFrame(definition));
        }
    }

    private void ReadWaits(List<Wait> waits)
    {
        while (NextItem())
            waits.Add(ReadWait());
    }

    private Wait ReadWait()
    {
        string key = "", id = "";
        string? name = null;
        int number = 0, owner = 0;
        while (NextProperty())
        {
            if (reader.ValueTextEquals("activity"u8))
                key = Text();
            else if (reader.ValueTextEquals("event"u8))
                name = Text();
            else if (reader.ValueTextEquals("id"u8))
                id = Text();
            else if (reader.ValueTextEquals("number"u8))
                number = Number();
            else
                owner = Number();
        }

        return new Wait(id, owner, definition.Node(key), number, name);
    }

    private void ReadAnswers(List<KeptAnswer> answers)
    {
        while (NextItem())
        {
            string outputs = "{}", port = "";
            Wait? wait = null;
            while (NextProperty())
            {
                if (reader.ValueTextEquals("outputs"u8))
                {
                    outputs = Raw();
                }
                else if (reader.ValueTextEquals("port"u8))
                {
                    port = Text();
                }
                else
                {
                    reader.Read();
                    wait = ReadWait();
                }
            }

            answers.Add(new KeptAnswer(wait ?? throw new FormatException("The state keeps an answer without its wait."), port, outputs));
        }
    }

    private void ReadIncidents(List<Incident> incidents)
    {
        while (NextItem())
        {
            string key = "", id = "";
            int frame = 0, owner = 0, place = 0;
            var isAbandoned = false;
            while (NextProperty())
            {
                if (reader.ValueTextEquals("abandoned"u8))
                    isAbandoned = Flag();
                else if (reader.ValueTextEquals("activity"u8))
                    key = Text();
                else if (reader.ValueTextEquals("frame"u8))
                    frame = Number();
                else if (reader.ValueTextEquals("id"u8))
                    id = Text();
                else if (reader.ValueTextEquals("owner"u8))
                    owner = Number();
                else
                    place = Number();
            }

            incidents.Add(new Incident(id, owner, definition.Node(key), frame, (IncidentPlace)place) { IsAbandoned = isAbandoned });
        }
    }

    private void ReadQueue(List<Work> queue)
    {
        while (NextItem())
        {
            var key = "";
            var owner = 0;
            while (NextProperty())
            {
                if (reader.ValueTextEquals("activity"u8))
                    key = Text();
                else
                    owner = Number();
            }

            queue.Add(new Work(owner, definition.Node(key)));
        }
    }

    private void ReadIds(List<string> ids)
    {
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
            ids.Add(reader.GetString() ?? "");
    }

    private void ReadCounts(TextMap<int> counts)
    {
        reader.Read();
        while (NextProperty())
        {
            var key = reader.GetString() ?? "";
            counts.Set(key, Number());
        }
    }

    private void ReadValues(TextMap<string> values)
    {
        reader.Read();
        while (NextProperty())
        {
            var key = reader.GetString() ?? "";
            values.Set(key, Raw());
        }
    }

    private bool NextProperty() => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    /// <summary>Steps into the list, then from object to object.</summary>
    private bool NextItem()
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.StartArray)
            reader.Read();
        return reader.TokenType == JsonTokenType.StartObject;
    }

    private bool Flag()
    {
        reader.Read();
        return reader.GetBoolean();
    }

    private int Number()
    {
        reader.Read();
        return reader.GetInt32();
    }

    private string Text()
    {
        reader.Read();
        return reader.GetString() ?? "";
    }

    private string Raw()
    {
        reader.Read();
        var from = (int)reader.TokenStartIndex;
        reader.Skip();
        return Encoding.UTF8.GetString(bytes.AsSpan(from, (int)reader.BytesConsumed - from));
    }
}
