using Microsoft.Extensions.Localization;
using Proposals.Assignment;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.People;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Inbox;

/// <summary>What nobody's step asks for and somebody has to see: cases without a handler, promises that wait for the office's check.</summary>
public sealed class UnfinishedElsewhere(HandoverQuery handovers, CommitmentQuery commitments, DueWords due, IStringLocalizer<InboxText> text)
{
    /// <summary>待确定经办人: the office's in all departments, a head's in his own.</summary>
    public async Task<IReadOnlyList<TodoRow>> OrphansAsync(CaseVisibility me, DateOnly today, CancellationToken cancellationToken) =>
        me.Duties.Includes(Duties.Office | Duty.DepartmentHead)
            ? [.. (await handovers.OrphansAsync(me, cancellationToken)).Select(row => new TodoRow(row.Case, row.Case.LightOn(today), row.LeadProposer, text["Orphan_Row", row.Department ?? "—"], ActLinks.To(row.Case.Id, nameof(TransferCase)))
            {
                Distance = (row.Case.DueOn ?? row.Case.InternalDueOn) is { } day ? due.DateAndDistance(day, today) : null,
            })]
            : [];

    /// <summary>Promises reported kept that the office has not looked at; null where there are none, or it is not for this person.</summary>
    public async Task<string?> ToClearAsync(CaseVisibility me, DateOnly today, CancellationToken cancellationToken)
    {
        if (!me.Duties.Includes(Duties.Office))
            return null;
        var count = await commitments.CountAsync(me, new CommitmentFilter { Stage = CommitmentStage.Reported }, today, cancellationToken);
        return count == 0 ? null : text["Home_ToClear", Counted.Text(count)].Value;
    }
}
