using Proposals.Deadlines;

namespace Proposals.Designer.Gate;

/// <summary>What a workflow may take for granted where it begins, and what the rules of the office ask of it.</summary>
/// <param name="Consultations">As the strictest profile asks in the first round.</param>
/// <param name="ConsultationsAgain">The same when a case is handled again; null where only 面商充分 can tell, because a leader has to be there.</param>
internal sealed record GateGround(int Consultations, int? ConsultationsAgain)
{
    /// <summary>A co-organizer need not meet the proposer, and the lead collects the feedback.</summary>
    public bool OwesReply { get; private init; } = true;

    /// <summary>The reply has been signed and delivered before this workflow begins, and its feedback is in.</summary>
    public bool BeginsAfterFeedback { get; private init; }

    /// <param name="today">Profiles that were replaced before it bind no new case.</param>
    public static GateGround Of(string definitionId, RuleBook book, DateOnly today)
    {
        var first = book.InForceOn(today).Version;
        var asked = book.Versions.Where(profile => profile.Version >= first).Select(profile => profile.Consultations).ToList();
        return new GateGround(asked.Max(rules => rules.Required), asked.Exists(rules => rules.RehandlingNeedsLeader) ? null : asked.Max(rules => rules.RequiredWhenRehandling))
        {
            OwesReply = definitionId != OfficeWorkflows.CoOrganizerOpinion,
            BeginsAfterFeedback = definitionId == OfficeWorkflows.AfterFeedback,
        };
    }
}
