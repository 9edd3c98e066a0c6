using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Pages.Assignment;

namespace Proposals.Web.Pages.Handling;

/// <summary>Which acts a row of a meeting's sheet is, and what the page itself can see to be wrong with it.</summary>
public sealed class MeetingSheetLines(string decision, Person decider, DateOnly on, IReadOnlyList<Department> departments, IReadOnlyDictionary<Guid, Person> people, IStringLocalizer<HandlingText> text)
{
    /// <summary>Null where the row can be tried.</summary>
    public string? Problem(MeetingRowInput input) => decision switch
    {
        nameof(AcceptAndName) when input.HandlerId is null => text["Sheet_NeedsHandler"].Value,
        nameof(DecideAllocation) or nameof(ReviewByDeputy) or nameof(SignReply) when !input.Agrees && string.IsNullOrWhiteSpace(input.Opinion) => text["Sheet_NeedsOpinion"].Value,
        _ => null,
    };

    /// <param name="input">What the sheet says.</param>
    /// <param name="suggested">What the meeting had before it.</param>
    public IReadOnlyList<ActLine> Of(MeetingRowInput input, InternalAllocation? suggested)
    {
        var opinion = input.Opinion?.Trim() ?? "";
        return decision switch
        {
            nameof(DecideAllocation) => Allocation(input, suggested, opinion),
            nameof(ReviewByDeputy) => [Decided(new ReviewByDeputy(input.Agrees) { Opinion = opinion })],
            nameof(SignReply) => [Decided(new SignReply(input.Agrees) { Opinion = opinion })],
            nameof(AcceptAndName) => [Decided(new AcceptAndName(input.HandlerId ?? default))],
            _ => [Decided(new ReceiveCase())],
        };
    }

    /// <summary>Another department than suggested: the suggestion goes back, the office suggests what was decided, and that is agreed to.</summary>
    private IReadOnlyList<ActLine> Allocation(MeetingRowInput input, InternalAllocation? suggested, string opinion)
    {
        if (!input.Agrees || departments.FirstOrDefault(known => known.Id == input.DepartmentId) is not { } corrected || corrected.Id == suggested?.DepartmentId)
            return [Decided(new DecideAllocation(input.Agrees) { Opinion = opinion })];
        var leader = corrected.LeaderId is { } id && people.TryGetValue(id, out var known) ? known.DisplayName : decider.DisplayName;
        return
        [
            Decided(new DecideAllocation(false) { Opinion = opinion.Length > 0 ? opinion : text["Sheet_Corrected", corrected.Name] }),
            new ActLine(new ProposeAllocation(corrected.Id) { Opinion = ProposePage.OpinionFor(corrected.Name, leader) }) { OccurredOn = on },
            Decided(new DecideAllocation(true) { Opinion = opinion }),
        ];
    }

    private ActLine Decided(CaseAct act) => new(act) { DecidedById = decider.Id, OccurredOn = on };
}
