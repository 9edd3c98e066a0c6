namespace Proposals.Web.Pages.Shared;

/// <summary>Names of acts, on buttons and in the timeline.</summary>
public sealed class ActText;
