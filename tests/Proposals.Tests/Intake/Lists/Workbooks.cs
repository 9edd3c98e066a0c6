using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Proposals.Tests.Intake.Lists;

/// <summary>Workbooks of several plain sheets.</summary>
internal static class Workbooks
{
    /// <param name="sheets">Each with its name, and its cells between tabs and line ends.</param>
    public static byte[] Of(params IReadOnlyList<(string Name, string Text)> sheets)
    {
        using var memory = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(memory, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var names = new Sheets();
            foreach (var (name, text) in sheets)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = new Worksheet(new SheetData(text.Split('\n').Select((row, at) => new Row(row.Split('\t').Select((cell, column) => Cell($"{(char)('A' + column)}{at + 1}", cell))) { RowIndex = (uint)at + 1 })));
                names.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)names.Count() + 1, Name = name });
            }

            book.Workbook = new Workbook(names);
        }

        return memory.ToArray();
    }

    private static Cell Cell(string place, string text) => new() { CellReference = place, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
