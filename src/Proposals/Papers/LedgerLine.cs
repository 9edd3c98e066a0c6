namespace Proposals.Papers;

/// <summary>One item in the exported ledger. Words are given as the pages show them, so that both say the same.</summary>
public sealed record LedgerLine
{
    public required string Number { get; init; }

    public required string Session { get; init; }

    public required string Kind { get; init; }

    public required string Subject { get; init; }

    public required DateOnly AssignedOn { get; init; }

    public required string LeadProposer { get; init; }

    public required int Proposers { get; init; }

    public DateOnly? DueOn { get; init; }

    public DateOnly? RepliedOn { get; init; }

    /// <summary>What the light looks at: after the reply another date counts.</summary>
    public DateOnly? NextDueOn { get; init; }

    public required string AssigningBody { get; init; }

    public required string Role { get; init; }

    public string ResultClass { get; init; } = "";

    public string Attitude { get; init; } = "";

    public string Result { get; init; } = "";

    public string Department { get; init; } = "";

    public string Leader { get; init; } = "";

    public string Handler { get; init; } = "";

    public required string State { get; init; }

    public required string Light { get; init; }
}
