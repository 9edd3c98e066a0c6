using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Corrections;

namespace Proposals.Web.Pages.Handling;

/// <summary>The tabs of 办件详情, as they stand in the address.</summary>
public enum CaseTab
{
    Basics,
    Trail,
    Consultations,
    Papers,
    Deadlines,
    Feedback,
}

[Authorize(Policy = Permissions.ReadCases)]
public sealed class CasePage(ActDesk desk, TrailWords trail, CorrectionWords corrections, RungQuery rungs) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CaseId Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public CaseTab Tab { get; set; }

    public CaseFile CaseFile { get; private set; } = null!;

    public ProposalCase Subject => CaseFile.Case;

    public DateOnly Today => desk.Today;

    /// <summary>The rules that this case is handled under.</summary>
    public RulesInForce Rules => desk.Rules.Of(Subject);

    /// <summary>退办期限 while a return may still be asked for; null once it is over, or something else was begun.</summary>
    public DateOnly? ReturnOpenUntil => Subject is { Ending: null, HeldBy: null, ClosedOn: null, RepliedOn: null }
        && ReturnWindow.LastDay(Subject.AssignedOn, Rules) is var lastDay && lastDay >= Today ? lastDay : null;

    public CaseActions Actions { get; private set; } = null!;

    public IReadOnlyList<TrailLine> Trail { get; private set; } = [];

    public IReadOnlyList<ConsultationCard> Consultations { get; private set; } = [];

    /// <summary>提醒记录, the newest first.</summary>
    public IReadOnlyList<RungRecord> Rungs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(Id, cancellationToken) is not { } file)
            return NotFound();
        CaseFile = file;
        Actions = new CaseActions(desk, file);
        if (Tab == CaseTab.Trail)
            Trail = trail.Lines(file);
        if (Tab == CaseTab.Consultations)
            Consultations = ConsultationCard.Of(file);
        if (Tab == CaseTab.Deadlines)
            Rungs = [.. (await rungs.OfCaseAsync(Id, cancellationToken)).Reverse()];
        return Page();
    }

    /// <summary>How many lines a tab holds; null where counting says nothing.</summary>
    public int? CountOf(CaseTab tab) => tab switch
    {
        CaseTab.Consultations => CaseFile.Consultations.Count,
        CaseTab.Papers => CaseFile.Files.Count,
        _ => null,
    };

    /// <summary>Whose turn it is; of a step that several have, everybody who has not settled his part.</summary>
    public string OwnerOf(Step step, string office)
    {
        var open = step.WorkItems.Where(item => item.State is WorkItemState.Offered or WorkItemState.Held).Select(item => item.OwnerId is { } owner ? CaseFile.NameOf(owner) : office).Distinct().ToList();
        return open.Count == 0 ? office : string.Join('、', open);
    }

    public int WorkingDaysAt(Step step) => Rules.Calendar.WorkingDaysBetween(OfficeClock.Day(step.OpenedAt), Today);

    public string ProposerName(Guid id) => Subject.Proposers.Find(proposer => proposer.Id == id)?.Name ?? "—";

    public string ClassWords(string code) => Rules.Profile.ClassOf(code) is { } known ? (Languages.IsEnglish ? known.English : known.Chinese) : "";

    /// <summary>Null where nothing is owed any more, or not yet.</summary>
    public Light? LightOf(Commitment promise) =>
        CaseFile.Deadlines.FirstOrDefault(line => line.CommitmentId == promise.Id) is { IsOpen: true } line ? DeadlineWords.LightOf(line, Today) : null;

    public DeliveryState DeliveryOf(WrittenReply reply) => new(this, DeliveryChecklist.Of(Subject, reply, Rules.Profile.CopiesTo));

    /// <summary>What fields of the case said before they were corrected.</summary>
    public IReadOnlyList<WasLine> Was(params IReadOnlyCollection<string> fields) => corrections.Was(CaseFile, null, fields);

    /// <summary>Who was taken off the case has no line of his own any more.</summary>
    public IReadOnlyList<WasLine> RemovedProposers => [.. CaseFile.Corrections.Where(known => known.Field == "ProposerRemoved").SelectMany(known => corrections.Was(CaseFile, known.RowId, "ProposerRemoved"))];

    /// <summary>The same of one meeting, form, promise or person.</summary>
    public IReadOnlyList<WasLine> WasOf(Guid row, params IReadOnlyCollection<string> fields) => corrections.Was(CaseFile, row, fields);

    /// <summary>What was asked for here; null for a call by telephone.</summary>
    public Step? StepOf(Urging urging) => urging.StepId is { } id ? CaseFile.Steps.FirstOrDefault(step => step.Id == id) : null;

    /// <summary>Another unit was urged for its opinion; everybody else is rung up.</summary>
    public bool IsUnit(Urging urging) => Subject.Units.Exists(unit => unit.Name == urging.Whom);

    public FileEntry? Paper(FileId? id) => id is { } known ? CaseFile.Files.FirstOrDefault(file => file.Id == known) : null;
}

/// <summary>One contact with the proposers, and whether and why it counts.</summary>
/// <param name="Why">Key of the sentence that says why it does not count; null where it does.</param>
public sealed record ConsultationCard(HeldConsultation Held, string? Why)
{
    /// <summary>The same sum as <see cref="ConsultationTally.Count"/>: of one day only the first valid one counts.</summary>
    public static IReadOnlyList<ConsultationCard> Of(CaseFile file)
    {
        var days = new HashSet<DateOnly>();
        return [.. file.Consultations.Select(held => new ConsultationCard(held,
            held.VoidedOn is not null ? "Void_Voided"
            : !held.CountsAsFaceToFace ? "Void_NotFaceToFace"
            : !held.ProposerWasPresent ? "Void_ProposerAbsent"
            : days.Add(held.HeldOn) ? null : "Void_SameDay"))];
    }
}
