using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Intake;

/// <summary>Says what a list would do: the same sentences on the page and on the command line.</summary>
public sealed class ImportWords(RefusalWords refusals, IStringLocalizer<ImportText> text)
{
    /// <summary>共60行，属于本局7行：新登记5件，已登记1件，有问题1行。</summary>
    public string Counts(ListPreview preview) =>
        text["Counts", preview.List.Rows, preview.Rows.Count, preview.Count(ListVerdict.New), preview.Count(ListVerdict.Registered), preview.Count(ListVerdict.Bad)];

    public string Verdict(ListVerdict verdict) => refusals.Label(verdict);

    public string Role(OurRole role) => refusals.Label(role);

    /// <summary>Everything to be said of one row, a sentence each.</summary>
    public IEnumerable<string> Sentences(PreviewRow row)
    {
        if (row.Earlier is { } earlier)
        {
            yield return text["Row_Registered", row.Row.Number, row.Row.CaseNumber, DateText.InSentence(OfficeClock.Day(earlier.At)), earlier.By ?? text["Row_Somebody"].Value];
            if (CellText(earlier.Subject) != CellText(row.Row.Subject))
                yield return text["Row_OtherSubject", earlier.Subject];
        }

        foreach (var problem in row.Row.Problems)
            yield return Refused(row.Row.Number, problem.Reason, problem.Column);
        if (row.Row.Unnamed > 0 && row.Verdict == ListVerdict.New)
            yield return text["Row_Unnamed", row.Row.Unnamed];
    }

    public string Refused(int row, Refusal reason, string? column = null)
    {
        var why = refusals.Of(reason).What;
        return column is null ? text["Row_Refused", row, why] : text["Row_Problem", row, column, why];
    }

    /// <summary>What was done with the list as a whole and the reader should know.</summary>
    public IEnumerable<string> Notes(ListPreview preview, bool hasOutsideLinks)
    {
        if (preview.List.Heading.First < 0)
            yield return text["Note_NoHeading"];
        else if (!preview.List.Columns.Has(ListField.Number) || !preview.List.Columns.Has(ListField.Subject))
            yield return text["Note_Columns"];
        if (preview.List.MixedHeading is { } mixed)
            yield return text["Note_Mixed", mixed];
        if (preview.List.NamesNoUnits)
            yield return text["Note_NoUnits"];
        if (preview.List.FilledCells > 0)
            yield return text["Note_Filled", preview.List.FilledCells];
        if (hasOutsideLinks)
            yield return text["Note_Links"];
    }

    public string? Others(ListPreview preview) => preview.List.Others == 0 ? null : text["Others", preview.List.Others, preview.List.OtherUnits.Count].Value;

    public string OtherUnit(KeyValuePair<string, int> unit) => text["OtherUnit", unit.Key, unit.Value];

    private static string CellText(string subject) => string.Concat(subject.Where(letter => !char.IsWhiteSpace(letter)));
}
