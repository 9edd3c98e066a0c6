using System.Globalization;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Operations;
using Proposals.Web.Face;
using Proposals.Web.Pages.Inbox;
using Proposals.Web.Pages.Shared;

namespace Proposals.Web.Pages.Operations;

/// <summary>Findings, sizes and spans of time as an admin reads them. A case has its number and kind here, nothing else.</summary>
public sealed class HealthWords(IStringLocalizer<HealthText> text, IStringLocalizer<LabelText> labels)
{
    private const double Unit = 1024;

    /// <summary>第12号提案, or what stands where no case is meant.</summary>
    public string Subject(Finding finding) => finding.Case is { } subject ? labels["Case_Number", subject.Number, labels[$"ItemKind_{subject.Kind}"].Value] : text[$"Nowhere_{finding.Kind}"];

    /// <summary>环节“送达”仍在等待，但事实已经登记。</summary>
    public string Sentence(Finding finding)
    {
        var arguments = finding.Arguments;
        return finding.Kind switch
        {
            FindingKind.StateDiffers => text["Found_StateDiffers", labels[$"State_{arguments[0]}"].Value, labels[$"State_{arguments[1]}"].Value],
            FindingKind.OutboxStuck => text["Found_OutboxStuck", Counted.Text(int.Parse(arguments[0], CultureInfo.InvariantCulture)), Moment(Parse(arguments[1]))],
            FindingKind.TimerLapsed => text["Found_TimerLapsed", Moment(Parse(arguments[0]))],
            _ => text[$"Found_{finding.Kind}", [.. arguments.Select(StepWords.Name)]],
        };
    }

    public string Title(FindingKind kind) => text[$"Kind_{kind}"];

    public string WhatToDo(FindingKind kind) => text[$"Do_{kind}"];

    /// <summary>Our own reasons have words; what the other side said stands as it is.</summary>
    public string ChannelError(string? error) => text[$"Channel_{error}"] is { ResourceNotFound: false } known ? known.Value : error ?? "";

    public static string Size(long bytes)
    {
        var (value, unit) = bytes < Unit * Unit ? (bytes / Unit, "KB") : bytes < Unit * Unit * Unit ? (bytes / Unit / Unit, "MB") : (bytes / Unit / Unit / Unit, "GB");
        return string.Create(CultureInfo.InvariantCulture, $"{value:0.#} {unit}");
    }

    /// <summary>3天5小时, 12分钟: the two largest parts.</summary>
    public string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => text["Span_Days", (int)span.TotalDays, span.Hours],
        { TotalHours: >= 1 } => text["Span_Hours", span.Hours, span.Minutes],
        { TotalMinutes: >= 1 } => text["Span_Minutes", span.Minutes],
        _ => text["Span_Now"],
    };

    public string Seconds(TimeSpan span) => text["Seconds", span.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)];

    public static string Moment(DateTimeOffset? at) => at is { } known ? DateText.InTable(OfficeClock.Local(known).DateTime) : "—";

    private static DateTimeOffset Parse(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
