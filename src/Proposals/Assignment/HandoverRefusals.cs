using Proposals.Acts;

namespace Proposals.Assignment;

public static class HandoverRefusals
{
    public static Refusal NotHandledYet { get; } = new("handover.not-handled");

    public static Refusal SamePerson(string name) => new("handover.same-person", name);

    /// <summary>Nothing of this case lies with the person who leaves.</summary>
    public static Refusal NothingHere(string name) => new("handover.nothing-here", name);

    /// <summary>What waits with the person who leaves is not for the successor to do.</summary>
    public static Refusal CannotTake(string successor, string act) => new("handover.cannot-take", successor, new ActName(act));

    /// <summary>Only a handler may be left open for a while (经办人待定).</summary>
    public static Refusal SuccessorMissing { get; } = new("handover.successor-missing");
}
