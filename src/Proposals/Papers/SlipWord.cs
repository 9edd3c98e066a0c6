using Proposals.Deadlines;

namespace Proposals.Papers;

/// <summary>Which paper of the ladder a level has; what it is called, the rules say.</summary>
public static class SlipWord
{
    /// <summary>Null for what only goes on a list: nobody gets a paper of it.</summary>
    public static OfficeWord? Of(RungLevel level) => level switch
    {
        RungLevel.Blue => OfficeWord.ReminderSlip,
        RungLevel.Yellow => OfficeWord.WarningSlip,
        RungLevel.Red => OfficeWord.SupervisionSlip,
        _ => null,
    };
}
