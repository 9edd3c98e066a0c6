using Proposals.Workflows.Definitions;

namespace Proposals.Workflows.Proof;

/// <summary>One thing that a definition must keep before it goes live. Each rule stands for itself; leaving one out lets pass exactly what it names.</summary>
public abstract class ProofRule
{
    /// <summary>Stable: <c>flow.deadlock</c>, <c>reply.unsigned</c> …</summary>
    public abstract string Code { get; }

    public abstract IEnumerable<Problem> Check(FlowProof proof);
}

/// <summary>A rule about the order of things on every way through a workflow, as a small automaton: it remembers what was passed, and complains where that must not be.</summary>
public abstract class PathRule : ProofRule
{
    public override IEnumerable<Problem> Check(FlowProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return proof.Space is { } space ? new PathWalk(this, space).Problems() : [];
    }

    /// <summary>What is remembered before anything was passed.</summary>
    protected internal virtual int Begin => 0;

    /// <summary>What is remembered afterwards.</summary>
    protected internal abstract int After(int memory, Passage passed);

    /// <summary>Why this must not be passed now; null where it may.</summary>
    protected internal abstract BilingualProblem? Complaint(int memory, Passage passed);

    /// <summary>Why the workflow must not end now; null where it may.</summary>
    protected internal virtual BilingualProblem? ComplaintAtEnd(int memory) => null;
}

/// <summary>An activity that was left through one of its ports.</summary>
public sealed record Passage(ProvenActivity Activity, string Port)
{
    public bool Is(string type, string port) => Activity.Type == type && Port == port;
}
