namespace Proposals.Intake.Lists;

/// <summary>What a column of an assignment list can mean to the ledger.</summary>
public enum ListField
{
    Number,
    Subject,
    Proposers,
    CoProposers,

    /// <summary>附议: they are owed neither a consultation nor a reply.</summary>
    Seconders,
    Group,
    WorkUnit,
    Phone,
    ContactPerson,
    Kind,
    Session,
    AssignedOn,

    /// <summary>承办单位, without a word about roles: the first leads.</summary>
    Units,

    /// <summary>主办单位: several of them answer each for itself.</summary>
    LeadUnits,

    CoUnits,
    SplitUnits,
    Method,
    DueOn,
    Opinion,
    Content,
    Key,
    Remarks,
}
