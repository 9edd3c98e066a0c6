using Proposals.Handling;

namespace Proposals.Feedback;

/// <summary>征询意见表 as it came back. The bureau never invents a rating: the signed form's picture is part of it.</summary>
public sealed class FeedbackForm
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Round { get; init; }

    public required Guid ProposerId { get; init; }

    public required FeedbackChannel Channel { get; init; }

    public required Rating Attitude { get; set; }

    public required Rating Result { get; set; }

    public string Comments { get; set; } = "";

    /// <summary>Null only where the office's earlier ledger told the rating.</summary>
    public required FileId? ScanId { get; set; }

    public required DateOnly ReceivedOn { get; set; }

    public required Guid EnteredById { get; init; }
}

public enum FeedbackChannel
{
    Paper,

    /// <summary>Through the assigning body's own system.</summary>
    AssigningBody,
}

/// <summary>Round 2 and later: who sent it back, and when its own term began. Round 1 has no row.</summary>
public sealed class HandlingRound
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Number { get; init; }

    public required DateOnly ReassignedOn { get; set; }

    public string Opinion { get; set; } = "";
}
