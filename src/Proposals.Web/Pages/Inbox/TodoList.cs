using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Web.Pages.Inbox;

/// <summary>One line of 待办 as it is drawn.</summary>
public sealed record TodoRow(ProposalCase Case, Light Light, string LeadProposer, string Sentence, string Href)
{
    public Proposals.Intake.ProposerRole LeadRole { get; init; }

    /// <summary>为什么在我这里; null where nobody asks.</summary>
    public string? Why { get; init; }

    /// <summary>还剩4个工作日, where the sentence does not say it.</summary>
    public string? Distance { get; init; }

    /// <summary>What else can be done about it, besides the way to the case.</summary>
    public IReadOnlyList<(string Text, string Href)> Also { get; init; } = [];
}

public sealed record TodoList(IReadOnlyList<TodoRow> Rows);
