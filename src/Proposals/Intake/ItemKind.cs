namespace Proposals.Intake;

/// <summary>议案, 建议 or 提案: decides every word on forms and letters.</summary>
public enum ItemKind
{
    Motion,
    Suggestion,
    CppccProposal,
}

public enum AdministrativeLevel
{
    District,
    City,
    Province,
    National,
}

/// <summary>What the bureau owes: the first three owe a reply.</summary>
public enum OurRole
{
    SoleOrganizer,
    LeadOrganizer,
    SplitHandling,
    CoOrganizer,
}
