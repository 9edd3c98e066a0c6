using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>Why a file or a pasted text is not read as a list.</summary>
public static class ListRefusals
{
    public static Refusal Empty { get; } = new("list.empty");

    public static Refusal OldFormat { get; } = new("list.old-format");

    public static Refusal Encrypted { get; } = new("list.encrypted");

    public static Refusal Macros { get; } = new("list.macros");

    /// <summary>Neither a workbook nor text: a Word document, a PDF, a picture.</summary>
    public static Refusal NotATable { get; } = new("list.not-a-table");

    /// <summary>Old systems export a web page and call it .xls.</summary>
    public static Refusal WebPage { get; } = new("list.web-page");

    /// <summary>.xlsb, .ods: a workbook in a format that is not read.</summary>
    public static Refusal OtherWorkbook { get; } = new("list.other-workbook");

    public static Refusal Broken { get; } = new("list.broken");

    public static Refusal TooLarge { get; } = new("list.too-large", ListLimits.Megabytes);

    /// <summary>Small outside, huge inside: nothing an office saves looks like that.</summary>
    public static Refusal Inflated { get; } = new("list.inflated");

    public static Refusal Entities { get; } = new("list.entities");

    public static Refusal TooManyRows { get; } = new("list.too-many-rows", ListLimits.Rows);

    public static Refusal TooManyColumns { get; } = new("list.too-many-columns", ListLimits.Columns);

    public static Refusal TooManySheets { get; } = new("list.too-many-sheets", ListLimits.Sheets);

    public static Refusal TooMuchText { get; } = new("list.too-much-text", ListLimits.Characters);
}
