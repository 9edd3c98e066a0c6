using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Web.Pages.Handling;

/// <summary>What the ladder said by itself, and what a leader said to it.</summary>
public sealed partial class TrailWords
{
    /// <summary>The system's own act as the chain names it.</summary>
    private const string RaisedRungs = "RaiseRung";

    /// <summary>发出黄色预警; what only went on the office's list was said to nobody.</summary>
    private string Rung(TrailEntry entry) => entry.WhatEnum<RungLevel>("level") is { } level
        ? level == RungLevel.Listed ? text["Trail_RungListed"] : text["Trail_Rung", words.Label(level)]
        : words.Act(RaisedRungs);

    /// <summary>给方晓岚：办理期限 2026-11-30；蓝色提醒已跳过.</summary>
    private string? Told(CaseFile file, TrailEntry entry)
    {
        if (entry.WhatEnum<DeadlineKind>("kind") is not { } kind)
            return null;
        var to = string.Join('、', entry.WhatIds("to").Select(person => file.NameOf(person)));
        var what = text[to.Length == 0 ? "Trail_RungDue" : "Trail_RungTo", dues.Of(kind), entry.What("dueOn") ?? "—", to].Value;
        var skipped = entry.WhatTexts("skipped").Where(level => level != nameof(RungLevel.Listed)).Select(level => Enum.TryParse<RungLevel>(level, out var known) ? words.Label(known) : level).ToList();
        return skipped.Count == 0 ? what : what + text["Trail_RungSkipped", string.Join('、', skipped)];
    }

    private string? Directed(CaseFile file, TrailEntry entry)
    {
        var order = entry.WhatId("orderId");
        var rung = file.Trail.Count == 0 ? null : TrailReader.Read(file.Trail.Where(known => known.Act == RaisedRungs)).FirstOrDefault(known => known.WhatId("rungId") == order);
        var late = rung?.WhatEnum<DeadlineKind>("kind") is { } kind ? text["Trail_RungDue", dues.Of(kind), rung.What("dueOn") ?? "—"].Value : null;
        var answer = entry.What("answerBy") is { } day ? text["Trail_AnswerBy", day].Value : null;
        return late is null || answer is null ? late ?? answer : late + text["Trail_Semicolon"] + answer;
    }
}
