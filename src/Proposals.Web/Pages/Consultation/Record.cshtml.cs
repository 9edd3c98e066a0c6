using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Consultation;
using Proposals.Handling;
using Proposals.People;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Consultation;

/// <summary>登记面商 or 登记联系情况: filled in at the desk, or on the street with the camera.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class RecordPage(ActDesk desk, IStringLocalizer<ConsultationText> text) : ActPage(desk)
{
    [BindProperty]
    public RecordInput Input { get; set; } = new();

    /// <summary>登记联系情况 opens the form with the telephone chosen.</summary>
    [BindProperty(SupportsGet = true)]
    public ContactKind? Kind { get; set; }

    public override string ActCode => nameof(RecordConsultation);

    public override bool AsksForDayItself => true;

    public IEnumerable<ContactKind> FaceToFace => Enum.GetValues<ContactKind>().Where(InForce.Profile.Consultations.FaceToFace.Contains);

    public IEnumerable<ContactKind> ContactOnly => Enum.GetValues<ContactKind>().Except(FaceToFace);

    public int Required => InForce.Profile.Consultations.RequiredIn(CaseFile.Case.Round);

    /// <summary>A second round needs a leader at the table.</summary>
    public bool LeaderLacks => LeaderLacksIn(CaseFile.Case);

    /// <summary>The people of this case, ticked or one tap away.</summary>
    public IEnumerable<Person> NearStaff => Staff.Where(IsNear);

    /// <summary>Everybody else, by department.</summary>
    public IEnumerable<IGrouping<string, Person>> FarStaff => Staff.Where(person => !IsNear(person)).GroupBy(person => CaseFile.NameOf(person.DepartmentId));

    protected override IEnumerable<PaperInput> Papers() => [Input.Proofs];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Kind = Kind;
        Input.Proposers = [.. CaseFile.Case.Proposers.Take(1).Select(proposer => proposer.Id)];
        Input.Staff = [CaseFile.Case.HandlerId ?? Desk.Me];
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new RecordConsultation(Input.Kind ?? default, Input.ProposersPoints?.Trim() ?? "")
    {
        Place = Input.Place?.Trim() ?? "",
        OurIdeas = Input.OurIdeas?.Trim() ?? "",
        Agreed = Input.Agreed?.Trim() ?? "",
        StillOpen = Input.StillOpen?.Trim() ?? "",
        ProposersPresent = Input.Proposers,
        StaffPresent = Input.Staff,
        Proofs = Input.Proofs.Stored,
    };

    /// <summary>Says how the case stands now: a record that does not count must not look like one that does.</summary>
    protected override async Task<string> NoteAsync(CancellationToken cancellationToken)
    {
        var before = CaseFile.Case;
        var after = await Desk.FindAsync(Id, cancellationToken) is { } file ? file.Case : before;
        var done = text[Input.Kind is { } kind && FaceToFace.Contains(kind) ? "Record_DoneMet" : "Record_DoneContact"].Value;
        var counted = text[after.RoundConsultations > before.RoundConsultations ? "Record_NowValid" : "Record_StillValid", after.RoundConsultations];
        var left = Required - after.RoundConsultations;
        return $"{done}{counted}{(after.RoundIsOverridden ? text["Record_Overridden"] : left > 0 ? text["Record_Lacks", left] : LeaderLacksIn(after) ? text["Record_LacksLeader"] : text["Record_Enough"])}";
    }

    private bool LeaderLacksIn(ProposalCase subject) => subject is { Round: > 1, RoundLeaderMet: false } && InForce.Profile.Consultations.RehandlingNeedsLeader;

    private IEnumerable<Person> Staff => CaseFile.People.Values.Where(person => !person.IsDisabled && person.Duties.Includes(Duties.Staff))
        .OrderBy(person => person.Duties.Includes(Duties.Leaders)).ThenBy(person => CaseFile.NameOf(person.DepartmentId), StringComparer.Ordinal).ThenBy(person => person.DisplayName, StringComparer.Ordinal);

    private bool IsNear(Person person) => person.Id == Desk.Me || person.Id == CaseFile.Case.HandlerId || person.Id == CaseFile.Case.LeaderId
        || Input.Staff.Contains(person.Id) || (CaseFile.Case.DepartmentId is not null && person.DepartmentId == CaseFile.Case.DepartmentId);
}
