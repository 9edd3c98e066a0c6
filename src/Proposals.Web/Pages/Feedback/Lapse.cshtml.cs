using Microsoft.AspNetCore.Authorization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Feedback;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Feedback;

/// <summary>登记逾期未反馈: the term ran out, which is no rating.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class LapsePage(ActDesk desk) : ActPage(desk)
{
    public override string ActCode => nameof(RecordLapse);

    public Deadline? Term => CaseFile.Deadlines.LastOrDefault(line => line.Kind == DeadlineKind.FeedbackReturn && line.IsOpen);

    public bool StillRuns => Term is { } term && Desk.Today <= term.DueOn;

    protected override CaseAct Act() => new RecordLapse();
}
