using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Proposals.Tests.Papers;

/// <summary>A paper as Word would open it: found valid first, then read.</summary>
internal sealed class Printed
{
    private Printed(WordprocessingDocument file)
    {
        var main = file.MainDocumentPart ?? throw new InvalidOperationException("The file has no document.");
        Body = main.Document?.Body ?? throw new InvalidOperationException("The document has no body.");
        Lines = [.. Body.Descendants<Paragraph>().Select(Said)];
        Heads = [.. main.HeaderParts.Select(part => part.Header?.InnerText ?? "")];
        Feet = [.. main.FooterParts.Select(part => part.Footer?.InnerText ?? "")];
    }

    public Body Body { get; }

    /// <summary>Each paragraph's text, those in tables too.</summary>
    public IReadOnlyList<string> Lines { get; }

    public IReadOnlyList<string> Heads { get; }

    public IReadOnlyList<string> Feet { get; }

    public string Whole => string.Join('\n', Lines);

    public int Copies => Body.Descendants<SectionProperties>().Count();

    public static Printed Open(byte[] bytes)
    {
        using var memory = new MemoryStream(bytes);
        using var file = WordprocessingDocument.Open(memory, isEditable: false);
        Valid(file);
        return new Printed(file);
    }

    public static void Valid(OpenXmlPackage file) => Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(file)
        .Select(error => $"{error.Part?.Uri} {error.Path?.XPath}: {error.Description}"));

    public Paragraph Line(string text) => Body.Descendants<Paragraph>().First(paragraph => Said(paragraph) == text);

    /// <summary>What stands in the table cell right of this label.</summary>
    public string Cell(string label)
    {
        var cell = Body.Descendants<TableCell>().First(known => known.InnerText == label).NextSibling<TableCell>() ?? throw new InvalidOperationException($"Nothing stands beside {label}.");
        return string.Join('\n', cell.Elements<Paragraph>().Select(Said));
    }

    public static string? StyleOf(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static string Said(Paragraph paragraph) => string.Concat(paragraph.Descendants<Text>().Select(text => text.Text));
}
