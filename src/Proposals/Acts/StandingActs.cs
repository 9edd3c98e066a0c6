using System.Runtime.CompilerServices;
using Proposals.Handling;

namespace Proposals.Acts;

/// <summary>Which acts stay open on a case that left the bureau, or whose ordinary steps wait: each act's own word, asked by its code for menus that hold no act yet.</summary>
public static class StandingActs
{
    /// <summary>Never applied; only their two flags are read.</summary>
    private static readonly Dictionary<string, CaseAct> Blank = typeof(CaseAct).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CaseAct)) && !type.IsAbstract)
        .ToDictionary(type => type.Name, type => (CaseAct)RuntimeHelpers.GetUninitializedObject(type));

    public static bool Allow(string act, ProposalCase subject) => Blank.TryGetValue(act, out var blank) && Refuse(blank, subject) is null;

    /// <summary>Null where the act may be tried.</summary>
    internal static Refusal? Refuse(CaseAct act, ProposalCase subject) =>
        subject.Ending is not null && !act.IsForEndedCases ? ActRefusals.WrongState(subject.State)
        : subject.HeldBy is { } reason && !act.IsForHeldCases ? ActRefusals.OnHold(reason)
        : null;
}
