using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Deadlines;

/// <summary>Who the receivers of a rung are: people who are there. What names nobody goes to the office, so that nothing is told to nobody.</summary>
internal sealed class RungReceivers
{
    private Dictionary<Guid, Duty> Present { get; init; } = [];

    private Dictionary<DepartmentId, Guid?> Heads { get; init; } = [];

    private Dictionary<Guid, (Guid? Handler, DepartmentId? Department)> Promises { get; init; } = [];

    /// <summary>Who decides on a return, where one is asked for.</summary>
    private Dictionary<Handling.CaseId, Guid?> Returns { get; init; } = [];

    public static async Task<RungReceivers> ReadAsync(ProposalsDbContext db, IReadOnlyCollection<Deadline> lines, IReadOnlyCollection<TouchedCase> cases, CancellationToken cancellationToken)
    {
        var commitmentIds = lines.Where(line => line.CommitmentId is not null).Select(line => line.CommitmentId!.Value).ToList();
        var promises = commitmentIds.Count == 0 ? [] : await db.Commitments.Where(commitment => commitmentIds.Contains(commitment.Id))
            .ToDictionaryAsync(commitment => commitment.Id.Value, commitment => (commitment.ResponsibleId, commitment.DepartmentId), cancellationToken);
        var asking = lines.Where(line => line.Kind == DeadlineKind.ReturnWindow).Select(line => line.CaseId).ToList();
        var returns = asking.Count == 0 ? [] : (await db.ReturnRequests.Where(request => asking.Contains(request.CaseId) && request.Approved == null).Select(request => new { request.CaseId, request.LeaderId }).ToListAsync(cancellationToken))
            .GroupBy(request => request.CaseId).ToDictionary(group => group.Key, group => (Guid?)group.Last().LeaderId);
        var departments = cases.Select(subject => subject.DepartmentId).Concat(promises.Values.Select(promise => promise.DepartmentId)).OfType<DepartmentId>().Distinct().ToList();
        var heads = await db.Departments.Where(department => departments.Contains(department.Id)).ToDictionaryAsync(department => department.Id, department => department.HeadId, cancellationToken);
        var named = cases.SelectMany(subject => new[] { subject.HandlerId, subject.LeaderId }).Concat(heads.Values).Concat(promises.Values.Select(promise => promise.ResponsibleId)).Concat(returns.Values).OfType<Guid>().Distinct().ToList();
        var present = await db.Users.Where(person => !person.IsDisabled && (named.Contains(person.Id) || (person.Duties & (Duty.Principal | Duties.Office)) != Duty.None))
            .Select(person => new { person.Id, person.Duties }).ToDictionaryAsync(person => person.Id, person => person.Duties, cancellationToken);
        return new RungReceivers { Present = present, Heads = heads, Promises = promises, Returns = returns };
    }

    /// <summary>Each once, in the order of the rule.</summary>
    public IReadOnlyList<Guid> Of(RungRule rule, Deadline line, TouchedCase subject)
    {
        if (rule.To.Count == 0)
            return [];
        Guid[] named = [.. rule.To.SelectMany(receiver => Of(receiver, line, subject)).Distinct()];
        return named.Length > 0 ? named : [.. Holders(Duties.Office)];
    }

    /// <summary>Whose task a red rung is.</summary>
    public Guid? LeaderAmong(IReadOnlyList<Guid> people) =>
        people.Where(person => Present[person].Includes(Duties.Leaders)).Concat(people).Select(person => (Guid?)person).FirstOrDefault();

    private IEnumerable<Guid> Of(Receiver receiver, Deadline line, TouchedCase subject)
    {
        var promise = line.CommitmentId is { } id ? Promises.GetValueOrDefault(id.Value) : default;
        return receiver switch
        {
            Receiver.Handler => Here(promise.Handler ?? subject.HandlerId),
            Receiver.DepartmentHead => Here((promise.Department ?? subject.DepartmentId) is { } department ? Heads.GetValueOrDefault(department) : null),
            Receiver.DeputyLeader => Here(line.Kind == DeadlineKind.ReturnWindow ? Returns.GetValueOrDefault(line.CaseId) : subject.LeaderId),
            Receiver.Principal => Holders(Duty.Principal),
            Receiver.OfficeClerk => Holders(Duty.OfficeClerk),
            _ => Holders(Duty.OfficeDirector),
        };
    }

    private IEnumerable<Guid> Here(Guid? person) => person is { } id && Present.ContainsKey(id) ? [id] : [];

    private IEnumerable<Guid> Holders(Duty duty) => Present.Where(person => person.Value.Includes(duty)).Select(person => person.Key).Order();
}
