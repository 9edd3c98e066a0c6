namespace Proposals.Web.Pages.People;

/// <summary>Marks PeopleText.resx and PeopleText.en.resx.</summary>
public sealed class PeopleText;
