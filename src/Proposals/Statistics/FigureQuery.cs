using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Persistence;

namespace Proposals.Statistics;

/// <summary>Counts in the database; every numerator is a subset of its denominator.</summary>
public sealed class FigureQuery(ProposalsDbContext db, OfficeRules rules)
{
    public async Task<Figures> OfYearAsync(CaseVisibility visibility, int year, DateOnly today, CancellationToken cancellationToken)
    {
        // What was registered by mistake is in no figure; what left the bureau is assigned, and owed no more.
        var all = visibility.Filter(db.Cases.AsNoTracking()).Where(subject => subject.HandlingYear == year && subject.Ending != CaseEnding.Voided);
        var ours = all.Where(subject => subject.Ending == null);
        var owed = ours.Where(subject => subject.OurRole != OurRole.CoOrganizer);
        var replied = owed.Where(subject => subject.RepliedOn != null);
        var dueOrReplied = owed.Where(subject => subject.RepliedOn != null || (subject.ReplyDueOn < today && subject.PausedOn == null));
        var forms = replied.Where(subject => subject.Attitude != null);
        string[] resolved = [.. rules.Profile.ResultClasses.Where(known => known.CountsAsResolved).Select(known => known.Code)];
        var owedCount = await owed.CountAsync(cancellationToken);
        var repliedCount = await replied.CountAsync(cancellationToken);
        var formCount = await forms.CountAsync(cancellationToken);
        var commitments = db.Commitments.AsNoTracking().Where(row => owed.Any(subject => subject.Id == row.CaseId)
            && db.Replies.Any(reply => reply.Id == row.ReplyId && reply.DeliveredOn != null)
            && (row.State == CommitmentState.Kept || row.DueOn < today));
        return new Figures
        {
            Assigned = await all.CountAsync(cancellationToken),
            Owed = owedCount,
            CoOrganized = await ours.CountAsync(subject => subject.OurRole == OurRole.CoOrganizer, cancellationToken),
            Returned = await all.CountAsync(subject => subject.Ending == CaseEnding.Returned, cancellationToken),
            Withdrawn = await all.CountAsync(subject => subject.Ending == CaseEnding.Withdrawn, cancellationToken),
            Reassigned = await all.CountAsync(subject => subject.Ending == CaseEnding.Reassigned, cancellationToken),
            Replied = new Rate(repliedCount, owedCount),
            RepliedOnTime = new Rate(
                await replied.CountAsync(subject => subject.RepliedOn <= subject.ReplyDueOn, cancellationToken),
                await dueOrReplied.CountAsync(cancellationToken)),
            Consulted = await ConsultedAsync(owed, owedCount, cancellationToken),
            Closed = new Rate(await owed.CountAsync(subject => subject.ClosedOn != null, cancellationToken), owedCount),
            Resolved = new Rate(await replied.CountAsync(subject => resolved.Contains(subject.ResultClass), cancellationToken), owedCount),
            FeedbackReturned = new Rate(formCount, repliedCount),
            SatisfiedWithAttitude = new Rate(await forms.CountAsync(subject => subject.Attitude != Rating.Unsatisfied, cancellationToken), formCount),
            SatisfiedWithResult = new Rate(await forms.CountAsync(subject => subject.Result != Rating.Unsatisfied, cancellationToken), formCount),
            CommitmentsKept = new Rate(
                await commitments.CountAsync(row => row.State == CommitmentState.Kept, cancellationToken),
                await commitments.CountAsync(cancellationToken)),
            Rehandled = new Rate(await forms.CountAsync(subject => subject.Round > 1, cancellationToken), formCount),
            OpinionsOnTime = await OpinionsOnTimeAsync(ours, today, cancellationToken),
            Classes = await replied.Where(subject => subject.ResultClass != null).GroupBy(subject => subject.ResultClass ?? "")
                .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken),
            Lights = await LightsAsync(ours, today, cancellationToken),
        };
    }

    private async Task<IReadOnlyDictionary<int, Rate>> ConsultedAsync(IQueryable<ProposalCase> owed, int owedCount, CancellationToken cancellationToken)
    {
        var rates = new Dictionary<int, Rate>();
        foreach (var times in rules.Profile.Rates.ConsultationRates)
            rates[times] = new Rate(await owed.CountAsync(subject => subject.ValidConsultations >= times, cancellationToken), owedCount);
        return rates;
    }

    /// <summary>An opinion that is due today may still come in time.</summary>
    private async Task<Rate> OpinionsOnTimeAsync(IQueryable<ProposalCase> ours, DateOnly today, CancellationToken cancellationToken)
    {
        var terms = db.Deadlines.AsNoTracking().Where(line => line.Kind == DeadlineKind.CoOpinion && line.DroppedOn == null
            && ours.Any(subject => subject.Id == line.CaseId) && (line.MetOn != null || (line.DueOn < today && line.PausedOn == null)));
        return new Rate(await terms.CountAsync(line => line.MetOn <= line.DueOn, cancellationToken), await terms.CountAsync(cancellationToken));
    }

    private static async Task<IReadOnlyDictionary<Light, int>> LightsAsync(IQueryable<ProposalCase> cases, DateOnly today, CancellationToken cancellationToken) =>
        await cases.GroupBy(subject => subject.DueOn == null && subject.InternalDueOn == null ? 0
                : subject.RedFrom <= today ? 4
                : subject.YellowFrom <= today ? 3
                : subject.BlueFrom <= today ? 2
                : 1)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => (Light)group.Key, group => group.Count, cancellationToken);
}
