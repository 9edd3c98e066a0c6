using Microsoft.Extensions.Localization;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Incidents;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Corrections;
using Proposals.Web.Pages.Inbox;
using Proposals.Web.Pages.Incidents;

namespace Proposals.Web.Pages.Handling;

/// <summary>One line of 办理过程 as people read it.</summary>
public sealed record TrailLine(int Number, int Round, DateOnly On, string What, string Who)
{
    /// <summary>What exactly: the department proposed, the class of the reply, the promise.</summary>
    public string? Detail { get; init; }

    /// <summary>Where the workflow stopped because of it.</summary>
    public IReadOnlyList<string> Incidents { get; init; } = [];

    /// <summary>更正: each field with both values, then each deadline that moved.</summary>
    public IReadOnlyList<string> Corrected { get; init; } = [];

    /// <summary>In the person's own words.</summary>
    public string? Opinion { get; init; }

    public bool IsSystem { get; init; }

    public bool IsOnBehalf { get; init; }

    /// <summary>补录, with the moment it was entered.</summary>
    public bool IsLate { get; init; }

    public string RecordedAt { get; init; } = "";

    public FileId? OriginalId { get; init; }

    /// <summary>Null where the entry before was of the same day.</summary>
    public int? WorkingDaysSince { get; init; }

    /// <summary>The first line of a further round.</summary>
    public bool BeginsRound { get; init; }
}

/// <summary>Words the trail of a case.</summary>
public sealed partial class TrailWords(OfficeRules rules, RefusalWords words, DueNames dues, IncidentWords incidents, CorrectionWords corrections, IStringLocalizer<HandlingText> text)
{
    public IReadOnlyList<TrailLine> Lines(CaseFile file)
    {
        var lines = new List<TrailLine>();
        foreach (var entry in TrailReader.Read(file.Trail))
        {
            var before = lines.Count == 0 ? null : lines[^1];
            var line = Line(file, entry, before);
            lines.Add(line with
            {
                BeginsRound = line.Round > 1 && line.Round != before?.Round,
                WorkingDaysSince = before is null || line.On <= before.On ? null : rules.Calendar.WorkingDaysBetween(before.On, line.On),
            });
        }

        return lines;
    }

    private TrailLine Line(CaseFile file, TrailEntry entry, TrailLine? before)
    {
        var recordedOn = OfficeClock.Day(entry.RecordedAt);
        var on = entry.OccurredOn ?? recordedOn;
        if (entry.Act == "SkipStep")
        {
            var step = file.Steps.FirstOrDefault(known => known.WaitId == entry.SkippedWait);
            return new TrailLine(entry.Number, before?.Round ?? 1, before?.On ?? on, text["Trail_Skipped", step is null ? "" : StepWords.Name(step)], text["Trail_System"])
            {
                Detail = text["Trail_SkippedWhy", file.NameOf(entry.DecidedById)],
                Incidents = Raised(file, entry),
                IsSystem = true,
            };
        }

        var isOnBehalf = entry.RecordedById is { } recorder && entry.DecidedById is { } decider && recorder != decider;
        return new TrailLine(entry.Number, entry.Round, on, Capital.First(Title(file, entry)), Who(file, entry, isOnBehalf, on))
        {
            Detail = Detail(file, entry),
            Opinion = Opinion(entry),
            Incidents = Raised(file, entry),
            Corrected = [.. entry.Corrected.Select(line => corrections.Line(file, line.Field, line.Before, line.After)), .. entry.Moved.Select(corrections.Moved)],
            IsSystem = entry.RecordedById is null,
            IsOnBehalf = isOnBehalf,
            IsLate = recordedOn > rules.Calendar.Due(on, Term.Parse(rules.Of(file.Case).Profile.LateEntryAfter), rollMonths: false),
            RecordedAt = DateText.InTable(OfficeClock.Local(entry.RecordedAt).DateTime),
            OriginalId = entry.OriginalId,
        };
    }

    /// <summary>许婧 代录（方晓岚 2026-03-24 纸质签批）.</summary>
    private string Who(CaseFile file, TrailEntry entry, bool isOnBehalf, DateOnly on) =>
        entry.RecordedById is null ? text[entry.Act == RaisedRungs ? "Trail_Reminder" : "Trail_System"]
        : !isOnBehalf ? file.NameOf(entry.RecordedById)
        : text[entry.OriginalId is null ? "Trail_OnBehalfNoPaper" : "Trail_OnBehalf", file.NameOf(entry.RecordedById), file.NameOf(entry.DecidedById), DateText.InTable(on)];

    private string Title(CaseFile file, TrailEntry entry)
    {
        var act = words.Act(entry.Act);
        if (entry.Act == nameof(RecordConsultation) && entry.WhatEnum<ContactKind>("kind") is { } kind)
            return text[rules.Of(file.Case).Profile.Consultations.FaceToFace.Contains(kind) ? "Trail_Consultation" : "Trail_Contact", words.Label(kind)];
        if (OutsideTitle(entry) is { } outside)
            return outside;
        if (entry.Act == RaisedRungs)
            return Rung(entry);
        return entry.WhatFlag("agrees") switch
        {
            true when entry.Act == nameof(SignReply) => act,
            // Where the principal must sign, the deputy's yes is no signature.
            true when entry.Act == nameof(ReviewByDeputy) => file.Replies.Any(reply => reply.Round == entry.Round && reply.SignedById == entry.DecidedById) ? act : text["Trail_PassedOn"],
            true => text["Trail_Agreed", act],
            false => text["Trail_SentBack", act],
            _ => act,
        };
    }

    private static string? Opinion(TrailEntry entry) => entry.What("opinion") ?? entry.What("reason") ?? entry.What("comments") ?? entry.What("remark") ?? entry.What("answer") ?? entry.What("finding") ?? entry.What("settlement") ?? entry.What("question") ?? entry.What("direction")
        ?? (entry.Act is nameof(RecordProgress) or nameof(UrgeByPhone) or nameof(UrgeStep) or nameof(RecordSecondReply) or "UrgeUnit" ? entry.What("text") : entry.What("proposersPoints"));

    private string? Detail(CaseFile file, TrailEntry entry) => entry.Act switch
    {
        "ProposeAllocation" => entry.WhatId("departmentId") is { } id ? text["Trail_ToDepartment", file.NameOf(new DepartmentId(id))].Value : null,
        "AcceptAndName" => text["Trail_Handler", file.NameOf(entry.WhatId("handlerId"))].Value,
        nameof(SubmitReply) when entry.What("resultClass") is null => text["Trail_Opinion"].Value,
        nameof(SubmitReply) => text[entry.WhatCount("commitments") > 0 ? "Trail_ReplyWithPromises" : "Trail_Reply", entry.What("resultClass") ?? "", entry.WhatCount("commitments")].Value,
        nameof(NumberAndSeal) => entry.What("documentNumber") ?? file.Replies.FirstOrDefault(reply => reply.Round == entry.Round)?.DocumentNumber,
        nameof(RecordDelivery) => entry.WhatEnum<DeliveryWay>("way") is { } way ? text["Trail_Delivered", words.Label(way), file.NameOf(entry.WhatId("handedOverById") ?? entry.DecidedById)].Value : null,
        nameof(RecordCopies) => Copied(entry),
        "RecordFeedback" => entry.WhatEnum<Rating>("attitude") is { } attitude && entry.WhatEnum<Rating>("result") is { } result ? text["Trail_Ratings", words.Label(attitude), words.Label(result)].Value : null,
        nameof(RecordProgress) => Progress(file, entry),
        nameof(RetryIncident) => Incident(file, entry) is { } retried ? text["Trail_Retried", IncidentWords.Activity(retried)].Value : null,
        nameof(SkipIncident) => Incident(file, entry) is { } skipped ? text["Trail_SkippedBy", IncidentWords.Activity(skipped), IncidentWords.Port(skipped, entry.What("port") ?? "")].Value : null,
        nameof(CompleteTask) => entry.What("result") is { } result ? text["Trail_Result", result].Value : null,
        nameof(UrgeByPhone) => text["Trail_Urged", entry.What("whom") ?? "—"].Value,
        nameof(UrgeStep) => Urged(file, entry),
        nameof(VoidConsultation) => file.Consultations.FirstOrDefault(held => held.Id.Value == entry.WhatId("consultationId")) is { } held ? text["Trail_Voided", held.Number].Value : null,
        RaisedRungs => Told(file, entry),
        nameof(DirectSupervision) => Directed(file, entry),
        _ => OutsideDetail(file, entry) ?? OfPlansAndPromises(file, entry) ?? OfOthers(file, entry),
    };

    private IReadOnlyList<string> Raised(CaseFile file, TrailEntry entry) =>
        [.. entry.Incidents.Select(id => file.Incidents.FirstOrDefault(known => known.Id == id)).OfType<WorkflowIncident>().Select(incidents.Sentence)];

    private static WorkflowIncident? Incident(CaseFile file, TrailEntry entry) => file.Incidents.FirstOrDefault(known => known.Id == entry.What("incidentId"));

    /// <summary>Of a step there is one urging a day: the act names the step, and the row who had it then.</summary>
    private string? Urged(CaseFile file, TrailEntry entry)
    {
        var urging = file.Urgings.FirstOrDefault(known => known.StepId?.Value == entry.WhatId("stepId") && known.On == entry.OccurredOn);
        var step = file.Steps.FirstOrDefault(known => known.Id == urging?.StepId);
        return urging is null ? null : text["Trail_UrgedStep", urging.Whom, step is null ? "—" : StepWords.Name(step)].Value;
    }

    private string? Progress(CaseFile file, TrailEntry entry) =>
        file.Commitments.FirstOrDefault(known => known.Id.Value == entry.WhatId("commitmentId")) is { } commitment && entry.WhatEnum<CommitmentState>("state") is { } state
            ? state == CommitmentState.Kept && rules.Of(file.Case).Profile.ClearanceIsChecked ? text["Trail_Reported", commitment.Text].Value : text["Trail_Progress", commitment.Text, words.Label(state)].Value
            : null;
}
