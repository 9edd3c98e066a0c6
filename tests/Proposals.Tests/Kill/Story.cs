using System.Diagnostics.CodeAnalysis;
using Proposals.Handling;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Kill;

/// <summary>One form of a story: who sends it, from which page, filled in how.</summary>
/// <param name="Who">User name.</param>
/// <param name="Page">Behind the case's address; the first form has none.</param>
/// <param name="Fill">What is typed into the form as it was drawn.</param>
internal sealed record Deed(string Who, string Page, Func<PaperForm, Story, PaperForm> Fill)
{
    /// <summary>The form saves itself while it is typed.</summary>
    public bool KeepsDraft { get; init; }
}

/// <summary>A form that was sent, to be sent again as it was.</summary>
internal sealed record Attempt(Deed Deed, string Address, PaperForm Form)
{
    public Guid Key { get; } = Guid.Parse(Form["Seal.Key"]);
}

/// <summary>One case on its way through the office, and what the product has said about it.</summary>
internal sealed class Story(Plan plan, string number)
{
    public Plan Plan => plan;

    /// <summary>The item's number, which no other text of the database contains.</summary>
    public string Number => number;

    public CaseId? CaseId { get; set; }

    /// <summary>Forms that were acknowledged.</summary>
    public int Done { get; private set; }

    public bool IsOver => Done == plan.Deeds.Count;

    /// <summary>Sent, and no answer came.</summary>
    public Attempt? Unknown { get; set; }

    /// <summary>Acknowledged last.</summary>
    public Attempt? Last { get; private set; }

    /// <summary>By key, each form that was acknowledged.</summary>
    public Dictionary<Guid, int> Acknowledged { get; } = [];

    public Deed Next => plan.Deeds[Done];

    public string AddressOf(Deed deed) => CaseId is { } id ? $"/cases/{id}/{deed.Page}" : "/cases/register";

    public void Acknowledge(Attempt attempt)
    {
        Acknowledged.Add(attempt.Key, Done);
        (Last, Unknown) = (attempt, null);
        Done++;
    }

    /// <summary>How many of the plan's forms the database must hold.</summary>
    public int Owed(Func<Guid, bool> isThere) => Done + (Unknown is { } attempt && isThere(attempt.Key) ? 1 : 0);
}

/// <summary>The way of a case, form by form.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "A plan is what it is.")]
internal sealed record Plan(string Name, IReadOnlyList<Deed> Deeds);
