using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.FollowUp;

/// <summary>催办: whoever has a waiting step is asked for it, where he works. Once a working day for a step, whoever urges: a second word on the same day only annoys.</summary>
public sealed record UrgeStep(StepId StepId, string Text) : CaseAct
{
    /// <summary>A leader who lets a return lie is urged like anybody else.</summary>
    public override bool IsForHeldCases => true;

    public override async Task<Refusal?> ApplyAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var (caseId, stepId) = (scene.Case.Id, StepId);
        var step = await scene.Db.Steps.AsNoTracking().Include(known => known.WorkItems).FirstOrDefaultAsync(known => known.Id == stepId && known.CaseId == caseId, cancellationToken);
        if ((step is null ? FollowUpRefusals.UnknownStep : ActRefusals.Check(nameof(Text), Text, required: false) ?? scene.NotBefore(scene.Today)) is { } refusal)
            return refusal;
        if (step!.State != StepState.Waiting)
            return FollowUpRefusals.NotWaitedFor(step.Name);
        if (await EarlierAsync(scene, cancellationToken) is { } earlier)
            return earlier;
        var urged = Holders(step, await PeopleAsync(scene, step, cancellationToken), scene.Decider.Id);
        if (urged.Count == 0)
            return FollowUpRefusals.NobodyToUrge(step.Name);
        Record(scene, urged);
        return null;
    }

    /// <summary>The working day that an urging counts with: a Saturday's is read on Monday.</summary>
    public static DateOnly CountsWith(DateOnly on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.IsWorkingDay(on) ? on : calendar.WorkingDaysFrom(on, 1);
    }

    /// <summary>Who has an open part in the step: the person, or everybody at the desk, as far as they are there. Nobody urges himself.</summary>
    public static IReadOnlyList<Person> Holders(Step step, IEnumerable<Person> people, Guid self)
    {
        ArgumentNullException.ThrowIfNull(step);
        var open = step.WorkItems.Where(item => item.State == WorkItemState.Offered).ToList();
        return [.. people.Where(person => !person.IsDisabled && person.Id != self && open.Exists(item => item.OwnerId is { } owner ? owner == person.Id : person.Duties.Includes(item.OwnerDesk)))];
    }

    private static Task<List<Person>> PeopleAsync(CaseScene scene, Step step, CancellationToken cancellationToken)
    {
        var owners = step.WorkItems.Select(item => item.OwnerId).OfType<Guid>().ToList();
        var desks = step.WorkItems.Aggregate(Duty.None, (all, item) => all | item.OwnerDesk);
        return scene.Db.Users.AsNoTracking().Where(person => owners.Contains(person.Id) || (person.Duties & desks) != Duty.None).OrderBy(person => person.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Two who press at once are told apart by the case's revision; what stands here is for whoever comes second.</summary>
    private async Task<Refusal?> EarlierAsync(CaseScene scene, CancellationToken cancellationToken)
    {
        var stepId = StepId;
        var last = await scene.Db.Urgings.Where(urging => urging.StepId == stepId).OrderByDescending(urging => urging.On)
            .Select(urging => new { urging.On, By = scene.Db.Users.Where(person => person.Id == urging.ById).Select(person => person.DisplayName).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellationToken);
        if (last is null || CountsWith(last.On, scene.Calendar) is var day && day < CountsWith(scene.Today, scene.Calendar))
            return null;
        return last.On == scene.Today ? FollowUpRefusals.UrgedToday(last.By ?? "") : FollowUpRefusals.UrgedForDay(last.By ?? "", last.On, CountsWith(last.On, scene.Calendar));
    }

    private void Record(CaseScene scene, IReadOnlyList<Person> urged)
    {
        var urging = new Urging
        {
            Id = TimedId.At(scene.Now),
            CaseId = scene.Case.Id,
            Whom = Names(urged),
            Text = Text.Trim(),
            On = scene.Today,
            StepId = StepId,
            ById = scene.Decider.Id,
        };
        scene.Db.Urgings.Add(urging);
        foreach (var person in urged)
        {
            scene.Db.Notices.Add(new Notice { Id = TimedId.At(scene.Now), PersonId = person.Id, CaseId = scene.Case.Id, Kind = NoticeKind.Urging, UrgingId = urging.Id, CreatedAt = scene.Now });
            scene.Db.Outbox.Add(OutboxMessage.Inbox(person.Id, Duty.None, scene.Now));
        }
    }

    /// <summary>As many as the column holds; a desk may have many.</summary>
    private static string Names(IReadOnlyList<Person> people)
    {
        var names = people[0].DisplayName;
        foreach (var person in people.Skip(1))
        {
            if (names.Length + person.DisplayName.Length + 2 > Lengths.Name)
                return names + "…";
            names += "、" + person.DisplayName;
        }

        return names;
    }
}
