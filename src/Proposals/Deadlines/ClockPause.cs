using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>暂停计时: why the clocks of a case stood still, and by what right. What was left is left when they go on.</summary>
public sealed class ClockPause
{
    public required Guid Id { get; init; }

    public required CaseId CaseId { get; init; }

    public required DateOnly PausedOn { get; set; }

    public required string Reason { get; set; }

    public required string LegalBasis { get; set; }

    public FileId? PaperId { get; init; }

    public required Guid PausedById { get; init; }

    /// <summary>恢复计时; null while the clocks stand still.</summary>
    public DateOnly? ResumedOn { get; set; }

    public Guid? ResumedById { get; set; }

    public string ResumeNote { get; set; } = "";
}
