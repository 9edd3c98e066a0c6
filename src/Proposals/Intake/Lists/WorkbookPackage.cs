using System.IO.Compression;
using System.Xml;
using Proposals.Acts;

namespace Proposals.Intake.Lists;

/// <summary>The zip around a workbook. Nothing in it is unpacked before its declared size was looked at, and nothing beyond that size is; no address in it is ever followed outside.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> entries = new(StringComparer.OrdinalIgnoreCase);
    private long unpacked;

    private WorkbookPackage(ZipArchive archive) => this.archive = archive;

    public bool HasOutsideLinks { get; private set; }

    public static (WorkbookPackage? Package, Refusal? Refusal) Open(byte[] bytes)
    {
        try
        {
            var package = new WorkbookPackage(new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read));
            if (package.Look() is not { } refusal)
                return (package, null);
            package.Dispose();
            return (null, refusal);
        }
        catch (Exception broken) when (IsBroken(broken))
        {
            return (null, ListRefusals.Broken);
        }
    }

    public bool Has(string path) => entries.ContainsKey(path);

    /// <summary>Shows each node of a part to the visitor, which does not move the reader itself.</summary>
    public Refusal? Walk(string path, Func<XmlReader, Refusal?> visit)
    {
        if (!entries.TryGetValue(path, out var entry))
            return ListRefusals.Broken;
        unpacked += entry.Length;
        if (entry.Length > ListLimits.UnpackedBytes || unpacked > ListLimits.UnpackedBytes)
            return ListRefusals.Inflated;
        BoundedXml? text = null;
        try
        {
            text = new BoundedXml(entry.Open());
            using var xml = BoundedXml.Open(text);
            while (xml.Read())
            {
                if (xml.Depth > ListLimits.Depth)
                    return ListRefusals.Broken;
                if (visit(xml) is { } refusal)
                    return refusal;
            }

            return null;
        }
        catch (Exception broken) when (broken is XmlException || IsBroken(broken))
        {
            return text?.Refusal ?? ListRefusals.Broken;
        }
        finally
        {
            text?.Dispose();
        }
    }

    /// <summary>Where the relationships of a part lead, by id, those to the outside left out.</summary>
    public (Dictionary<string, string> Targets, Refusal? Refusal) Relationships(string path)
    {
        var folder = path.Contains('/', StringComparison.Ordinal) ? path[..(path.LastIndexOf('/') + 1)] : "";
        var targets = new Dictionary<string, string>();
        var refusal = Walk($"{folder}_rels/{path[folder.Length..]}.rels", xml =>
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" } && xml.GetAttribute("TargetMode") != "External"
                && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { Length: > 0 } target)
                targets.TryAdd(id, Resolve(folder, target));
            return null;
        });
        return (targets, refusal);
    }

    public void Dispose() => archive.Dispose();

    private static string Resolve(string folder, string target)
    {
        var parts = new List<string>();
        foreach (var part in (target.StartsWith('/') ? target[1..] : folder + target).Split('/'))
        {
            if (part == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (part is not ("." or ".." or ""))
                parts.Add(part);
        }

        return string.Join('/', parts);
    }

    private Refusal? Look()
    {
        if (archive.Entries.Count > ListLimits.PackageEntries)
            return ListRefusals.Inflated;
        foreach (var entry in archive.Entries)
            entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        if (archive.Entries.Any(entry => entry.IsEncrypted) || Has("EncryptedPackage"))
            return ListRefusals.Encrypted;
        if (entries.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)))
            return ListRefusals.Macros;
        if (Has("xl/workbook.bin") || Has("mimetype"))
            return ListRefusals.OtherWorkbook;
        if (Has("word/document.xml") || Has("ppt/presentation.xml"))
            return ListRefusals.NotATable;
        if (!Has("[Content_Types].xml"))
            return ListRefusals.Broken;
        HasOutsideLinks = entries.Keys.Any(name => name.Contains("externalLink", StringComparison.OrdinalIgnoreCase) || name.Contains("externalReference", StringComparison.OrdinalIgnoreCase));
        return Walk("[Content_Types].xml", xml => xml.NodeType == XmlNodeType.Element && xml.GetAttribute("ContentType") is { } type
            && (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)) ? ListRefusals.Macros : null);
    }

    /// <summary>What the zip and inflate readers throw at damaged bytes.</summary>
    private static bool IsBroken(Exception thrown) => thrown is InvalidDataException or IOException or NotSupportedException or ArgumentException or OverflowException;
}
