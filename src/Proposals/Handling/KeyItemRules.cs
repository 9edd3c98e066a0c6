using Proposals.Acts;
using Proposals.People;

namespace Proposals.Handling;

internal static class KeyItemRules
{
    /// <summary>领办领导 is one of our leaders, whichever act names him.</summary>
    public static async Task<Refusal?> CheckLeaderAsync(CaseScene scene, Guid? ledById, CancellationToken cancellationToken)
    {
        if (ledById is not { } named)
        {
            return null;
        }

        return await scene.FindPersonAsync(named, cancellationToken) is not { } leader ? ActRefusals.UnknownPerson
            : !leader.Duties.Includes(Duties.Leaders) ? PeopleRefusals.LacksDuty(leader.DisplayName, Duty.DeputyLeader)
            : null;
    }
}
