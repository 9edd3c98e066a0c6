namespace Proposals.Workflows.Execution;

internal enum InstanceStatus
{
    Running,
    Faulted,
    Finished,
    Cancelled,
}

/// <summary>Where one instance stands. Values (inputs, variables, outputs) are canonical JSON texts, parsed only when somebody reads them.</summary>
internal sealed class InstanceState
{
    public const int Format = 2;

    public string InstanceId { get; set; } = "";

    public InstanceStatus Status { get; set; }

    /// <summary>The last number given to a wait, a child or an incident.</summary>
    public int Counter { get; set; }

    /// <summary>The last number given to a frame.</summary>
    public int Opened { get; set; }

    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    /// <summary>The root activity has completed; only incidents may be left.</summary>
    public bool IsOver { get; set; }

    /// <summary>Containers that are open, in the order in which they were opened.</summary>
    public List<Frame> Frames { get; } = [];

    public List<Wait> Waits { get; } = [];

    /// <summary>How often each activity has waited.</summary>
    public TextMap<int> Visits { get; } = new();

    /// <summary>What is still to be run; empty between events, unless one ran for too long.</summary>
    public List<Work> Queue { get; } = [];

    public List<Incident> Incidents { get; } = [];

    public List<KeptAnswer> Kept { get; } = [];

    public TextMap<string> Inputs { get; } = new();

    public TextMap<string> Variables { get; } = new();

    /// <summary>The last outputs of each activity: one object each.</summary>
    public TextMap<string> Outputs { get; } = new();

    /// <summary>Outputs of the workflow itself.</summary>
    public TextMap<string> Results { get; } = new();

    public string LastResult { get; set; } = "null";

    public Frame? Frame(int number)
    {
        foreach (var frame in Frames)
        {
            if (frame.Number == number)
                return frame;
        }

        return null;
    }
}
