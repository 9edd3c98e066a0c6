namespace Proposals.Web.Pages.Assignment;

/// <summary>Marks AssignmentText.resx and AssignmentText.en.resx.</summary>
public sealed class AssignmentText;
