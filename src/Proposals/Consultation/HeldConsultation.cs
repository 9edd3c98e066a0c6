using Proposals.Handling;

namespace Proposals.Consultation;

/// <summary>One contact with the proposers, face to face or not. Which of them count is a rule of the profile, written down with the record.</summary>
public sealed class HeldConsultation
{
    public required ConsultationId Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Round { get; init; }

    /// <summary>From 1 within the case.</summary>
    public required int Number { get; init; }

    public required ContactKind Kind { get; set; }

    public required ContactPhase Phase { get; init; }

    public required DateOnly HeldOn { get; set; }

    public string Place { get; set; } = "";

    public required string ProposersPoints { get; set; }

    public string OurIdeas { get; set; } = "";

    public string Agreed { get; set; } = "";

    public string StillOpen { get; set; } = "";

    /// <summary>By the profile in force when it was recorded.</summary>
    public required bool CountsAsFaceToFace { get; set; }

    /// <summary>At least one proposer who is owed a reply was there.</summary>
    public required bool ProposerWasPresent { get; set; }

    public required Rank HighestRank { get; set; }

    public required Guid HeldById { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Told by the office's earlier ledger; its proof lies in the paper file of that time.</summary>
    public bool IsTakenOver { get; init; }

    public DateOnly? VoidedOn { get; set; }

    public string VoidReason { get; set; } = "";

    public List<ConsultationProof> Proofs { get; } = [];

    public List<ProposerPresence> ProposersPresent { get; } = [];

    public List<StaffPresence> StaffPresent { get; } = [];

    /// <summary>Counts as one, unless another of the same day already does.</summary>
    public bool IsValid => VoidedOn is null && CountsAsFaceToFace && ProposerWasPresent;
}

public enum ContactKind
{
    Visit,
    Symposium,
    SiteInspection,

    /// <summary>请来面谈.</summary>
    Invitation,
    Phone,
    Online,
    Letter,
}

/// <summary>办前 · 办中 · 办后.</summary>
public enum ContactPhase
{
    PreHandling,
    MidHandling,
    PostHandling,
}

/// <summary>The highest of our people present, in rising order.</summary>
public enum Rank
{
    Handler,
    DepartmentHead,
    DeputyLeader,
    Principal,
}

/// <summary>A photograph, a signed sheet: its hash keeps one picture from proving two meetings.</summary>
public sealed class ConsultationProof
{
    public required ConsultationId ConsultationId { get; init; }

    public required FileId FileId { get; init; }

    public required string Sha256 { get; init; }
}

public sealed class ProposerPresence
{
    public required ConsultationId ConsultationId { get; init; }

    public required Guid ProposerId { get; init; }
}

public sealed class StaffPresence
{
    public required ConsultationId ConsultationId { get; init; }

    public required Guid PersonId { get; init; }
}

/// <summary>例外放行: a leader lets a reply go on although consultations lack.</summary>
public sealed class GateOverride
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required int Round { get; init; }

    public required string Reason { get; init; }

    public required Guid ApprovedById { get; init; }

    public required DateOnly ApprovedOn { get; init; }

    /// <summary>How many were valid at that moment.</summary>
    public required int ValidThen { get; init; }
}
