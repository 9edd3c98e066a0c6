using Proposals.Handling;
using Proposals.Intake;

namespace Proposals.Deadlines;

/// <summary>One message as a channel puts it into words. It names cases by their numbers; what people wrote about them stays in the house.</summary>
/// <param name="Id">The same however often it is sent, so that the other side knows a repeated one.</param>
/// <param name="At">When it was composed.</param>
/// <param name="More">Lines that it has beyond these.</param>
public sealed record NoticeLetter(Guid Id, DateTimeOffset At, DateOnly Day, bool IsUrgent, LetterReader Reader, IReadOnlyList<LetterLine> Lines, int More);

public sealed record LetterReader(string UserName, string Name, string Phone, string Email);

public sealed record LetterLine(NoticeKind Kind, CaseId CaseId, ItemKind ItemKind, string CaseNumber)
{
    /// <summary>Of a rung.</summary>
    public DeadlineKind? Deadline { get; init; }

    /// <summary>Of a rung's deadline, or of the step that is asked for.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The step that is asked for.</summary>
    public string? Step { get; init; }

    /// <summary>Who asks for it.</summary>
    public string? By { get; init; }
}

/// <summary>A way out of the house, as the installation configured it.</summary>
public interface INoticeWay
{
    NoticeChannel Channel { get; }

    /// <summary>Tries once. What the other side may well do is an answer, not an exception.</summary>
    Task<Delivery> SendAsync(NoticeLetter letter, CancellationToken cancellationToken);
}

/// <param name="Error">What went wrong, for whoever looks after the channel: no secret, nobody's address. Null where it was taken.</param>
/// <param name="IsHopeless">Trying again would end the same.</param>
public sealed record Delivery(string? Error = null, bool IsHopeless = false)
{
    public static Delivery Taken { get; } = new();

    /// <summary>There is nothing to send it to.</summary>
    public static Delivery NoAddress { get; } = new("no-address", IsHopeless: true);
}
