namespace Proposals.Deadlines;

/// <summary>用语: what other places call by another word. The thing is the same; only its Chinese name is the place's own.</summary>
public enum OfficeWord
{
    /// <summary>主办, with other units beside us.</summary>
    LeadOrganizer,

    /// <summary>独办; elsewhere 单办.</summary>
    SoleOrganizer,

    /// <summary>会办; elsewhere 协办.</summary>
    CoOrganizer,

    /// <summary>面商; elsewhere 见面沟通.</summary>
    Consultation,

    /// <summary>提醒单: the paper of a blue rung.</summary>
    ReminderSlip,

    /// <summary>预警单: the paper of a yellow rung; elsewhere 催办单.</summary>
    WarningSlip,

    /// <summary>督办单: the paper of a red rung.</summary>
    SupervisionSlip,
}
