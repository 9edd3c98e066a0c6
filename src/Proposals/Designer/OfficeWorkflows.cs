namespace Proposals.Designer;

/// <summary>The workflows that the office's acts begin by themselves. Their files lie in <c>workflows/</c>; an admin may draw them anew, but one of each is always published.</summary>
/// <remarks>A case has one main workflow. What has to be decided beside it, while its own steps wait or go on, runs as a workflow of its own.</remarks>
public static class OfficeWorkflows
{
    /// <summary>The main workflow of whatever owes a reply.</summary>
    public const string Handling = PublishedDefinitions.ProposalHandling;

    /// <summary>The main workflow of a case in which another unit leads.</summary>
    public const string CoOrganizerOpinion = "co-organizer-opinion";

    public const string Return = "return-request";
    /// <summary>延期: a leader, the assigning body, the word to the proposer.</summary>
    public const string Extension = "extension-request";

    public const string Objection = "allocation-objection";
    public const string Plan = "handling-plan";

    /// <summary>Opinions of other units, collected inside one step.</summary>
    public const string UnitOpinions = "unit-opinions";

    /// <summary>Opinions of our own helping departments.</summary>
    public const string DepartmentOpinions = "department-opinions";

    /// <summary>A case goes on from its feedback once more, because the rating had been entered the wrong way round.</summary>
    public const string AfterFeedback = "after-feedback";

    public static IReadOnlySet<string> All { get; } = new HashSet<string> { Handling, CoOrganizerOpinion, Return, Extension, Objection, Plan, UnitOpinions, DepartmentOpinions, AfterFeedback };

    public static string MainOf(Intake.OurRole role) => role == Intake.OurRole.CoOrganizer ? CoOrganizerOpinion : Handling;
}
