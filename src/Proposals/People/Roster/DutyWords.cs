using Proposals.Intake.Lists;

namespace Proposals.People.Roster;

/// <summary>身份 as offices call it.</summary>
internal static class DutyWords
{
    private static readonly (string Word, Duty Duty)[] Table =
    [
        ("主要领导", Duty.Principal | Duty.DeputyLeader), ("局长", Duty.Principal | Duty.DeputyLeader), ("一把手", Duty.Principal | Duty.DeputyLeader),
        ("分管领导", Duty.DeputyLeader), ("副局长", Duty.DeputyLeader), ("局领导", Duty.DeputyLeader), ("党组成员", Duty.DeputyLeader),
        ("办公室主任", Duty.OfficeDirector | Duty.DepartmentHead), ("办公室副主任", Duty.OfficeDirector),
        ("办公室经办", Duty.OfficeClerk | Duty.Handler), ("办公室经办人", Duty.OfficeClerk | Duty.Handler), ("专管员", Duty.OfficeClerk | Duty.Handler), ("建议提案专管员", Duty.OfficeClerk | Duty.Handler),
        ("科长", Duty.DepartmentHead | Duty.Handler), ("科室负责人", Duty.DepartmentHead | Duty.Handler), ("负责人", Duty.DepartmentHead | Duty.Handler), ("处长", Duty.DepartmentHead | Duty.Handler),
        ("经办人", Duty.Handler), ("承办人", Duty.Handler), ("经办", Duty.Handler), ("科员", Duty.Handler), ("副科长", Duty.Handler),
        ("督查员", Duty.Supervisor), ("督查", Duty.Supervisor), ("系统管理员", Duty.Admin), ("管理员", Duty.Admin),
    ];

    private static readonly char[] Between = ['、', '，', ',', '；', ';', '/', '／', ' ', '\n'];

    /// <summary>None where a word is not known. 主任 is the office's director, or the head of a department that is called a centre.</summary>
    public static Duty Read(string cell, bool isOffice)
    {
        var duties = Duty.None;
        foreach (var word in cell.Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var text = CellText.Fold(word) switch
            {
                "主任" => isOffice ? "办公室主任" : "科长",
                "副主任" => isOffice ? "办公室副主任" : "副科长",
                var other => other,
            };
            var found = Table.FirstOrDefault(known => known.Word == text);
            if (found.Word is null)
                return Duty.None;
            duties |= found.Duty;
        }

        return duties;
    }

    /// <summary>Of a title that only a bureau's first leader has.</summary>
    public static bool IsPrincipal(string title) => title.Contains("局长", StringComparison.Ordinal) && !title.Contains('副', StringComparison.Ordinal);
}
