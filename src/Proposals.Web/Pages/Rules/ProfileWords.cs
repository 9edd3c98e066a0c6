using System.Globalization;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <param name="Label">What is ruled.</param>
/// <param name="Value">How.</param>
public sealed record RuleRow(string Label, string Value);

/// <param name="Before">— where it is new.</param>
public sealed record ChangedRule(string Label, string Before, string After);

/// <summary>A rule profile told line by line; two versions are compared by what they say.</summary>
public sealed class ProfileWords(DueWords due, RefusalWords labels, LadderWords ladders, IStringLocalizer<RulesText> text)
{
    private string Comma => text["Comma"];

    public IReadOnlyList<RuleRow> Terms(RuleProfile profile) =>
        [.. ProfileCheck.Kinds.Where(profile.Terms.ContainsKey).Select(kind => new RuleRow(labels.Label(kind), due.TermText(profile.Terms[kind])))];

    public IReadOnlyList<RuleRow> Others(RuleProfile profile) =>
    [
        new(text["Profile_Roll"], YesNo(profile.RollMonthTermsOverHolidays)),
        new(text["Profile_Pausable"], Join(profile.Pausable.Order().Select(kind => labels.Label(kind)))),
        new(text["Profile_Extendable"], Join(profile.Extensions.Kinds.Order().Select(kind => labels.Label(kind)))),
        new(text["Profile_Longest"], profile.Extensions.Longest.Count == 0 ? text["Profile_ToHardLimit"] : Join(profile.Extensions.Longest.Select(line => text["Profile_LongestLine", line.FromItems, line.By is { } by ? due.TermText(by) : text["Profile_ToHardLimit"].Value].Value))),
        new(text["Profile_LateEntry"], due.TermText(profile.LateEntryAfter)),
        new(text["Profile_Required"], Number(profile.Consultations.Required)),
        new(text["Profile_RequiredAgain"], Number(profile.Consultations.RequiredWhenRehandling)),
        new(text["Profile_NeedsLeader"], YesNo(profile.Consultations.RehandlingNeedsLeader)),
        new(text["Profile_WarnDraft"], YesNo(profile.Consultations.WarnWithoutOneOnDraft)),
        new(text["Profile_FaceToFace"], Join(profile.Consultations.FaceToFace.Order().Select(kind => labels.Label(kind)))),
        new(text["Profile_PrincipalSigns"], Join(profile.PrincipalSigns.Order().Select(sign => text[$"Profile_Sign_{sign}"].Value))),
        new(text["Profile_Blue"], text["Profile_DaysBefore", profile.Lights.BlueWorkingDays]),
        new(text["Profile_Yellow"], text["Profile_DaysBefore", profile.Lights.YellowWorkingDays]),
        new(text["Profile_DocumentNumber"], profile.DocumentNumber),
        new(text["Profile_OpinionNumber"], profile.OpinionNumber),
        new(text["Profile_Draws"], YesNo(profile.DrawsDocumentNumbers)),
        new(text["Profile_Copies"], Join(profile.CopiesTo)),
        new(text["Profile_Clearance"], YesNo(profile.ClearanceIsChecked)),
        .. profile.ResultClasses.Select(known => new RuleRow(text["Profile_Class", known.Code], Class(known))),
    ];

    public IReadOnlyList<RuleRow> Rates(RuleProfile profile) =>
    [
        new(text["Rates_Reported"], Join(profile.Rates.ConsultationRates.Select(times => text["Rates_Times", times].Value))),
        new(text["Rates_Targets"], Join(profile.Rates.ConsultationTargets.Select(line => text["Rates_Target", line.FromItems, line.Percent].Value))),
        new(text["Rates_Resolved"], profile.Rates.ResolvedPercent is { } percent ? text["Rates_AtLeast", percent] : text["Profile_None"]),
    ];

    public IReadOnlyList<RuleRow> Words(RuleProfile profile) =>
        [.. Enum.GetValues<OfficeWord>().Select(word => new RuleRow(labels.Label(word), profile.WordOf(word)))];

    public IReadOnlyList<ChangedRule> Changes(RuleProfile before, RuleProfile after)
    {
        var was = All(before).ToDictionary(row => row.Label, row => row.Value);
        var rows = All(after).ToDictionary(row => row.Label, row => row.Value);
        return [.. was.Keys.Union(rows.Keys).Select(label => new ChangedRule(label, was.GetValueOrDefault(label, "—"), rows.GetValueOrDefault(label, "—"))).Where(row => row.Before != row.After).Concat(ladders.Changes(before.Ladder, after.Ladder))];
    }

    private IEnumerable<RuleRow> All(RuleProfile profile) => Terms(profile).Concat(Others(profile)).Concat(Rates(profile)).Concat(Words(profile).Select(row => row with { Label = text["Words_Of", row.Label] })).DistinctBy(row => row.Label);

    private string Class(ResultClass known) => Join(
    [
        Languages.IsEnglish && known.English.Length > 0 ? known.English : known.Chinese,
        .. known.CountsAsResolved ? new[] { text["Profile_Resolved"].Value } : [],
        .. known.CountsAsPlanned ? new[] { text["Profile_Planned"].Value } : [],
        .. known.NeedsFollowUp ? new[] { text["Profile_FollowUp"].Value } : [],
        .. known.MayBeUpgraded ? new[] { text["Profile_Upgraded"].Value } : [],
    ]);

    private string Join(IEnumerable<string> parts) => string.Join(Comma, parts) is { Length: > 0 } joined ? joined : text["Profile_None"];

    private string YesNo(bool flag) => text[flag ? "Yes" : "No"];

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
