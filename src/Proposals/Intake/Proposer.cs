using Proposals.Handling;

namespace Proposals.Intake;

/// <summary>Who raised it. A person, or an organisation with a contact person.</summary>
public sealed class Proposer
{
    public required Guid Id { get; init; }

    public CaseId CaseId { get; init; }

    public required int Position { get; init; }

    public required ProposerRole Role { get; set; }

    public required string Name { get; set; }

    /// <summary>界别 or 代表团.</summary>
    public string Group { get; set; } = "";

    public string WorkUnit { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>Of a collective proposal.</summary>
    public string ContactPerson { get; set; } = "";

    /// <summary>Seconders (附议) are not owed a reply.</summary>
    public bool IsOwedReply => Role != ProposerRole.Seconder;

    /// <summary>Whose day makes the case replied, and whose form decides it; there is one in each case.</summary>
    public bool Decides => Role is ProposerRole.Lead or ProposerRole.Collective;
}

public enum ProposerRole
{
    Lead,
    CoProposer,
    Seconder,

    /// <summary>A party, group or sector; always the lead as well.</summary>
    Collective,
}
