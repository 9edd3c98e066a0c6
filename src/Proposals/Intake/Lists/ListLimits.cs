namespace Proposals.Intake.Lists;

/// <summary>How much of a list is read. A whole district's list of one session has some 600 rows and 15 columns; what is far beyond that was not made by an office.</summary>
public static class ListLimits
{
    public const int Megabytes = 5;

    public const int Bytes = Megabytes * 1024 * 1024;

    public const int Rows = 3000;

    public const int Columns = 64;

    /// <summary>All cells of a list together. It travels in a form, so it must stay well below what a form may carry.</summary>
    public const int Characters = 1_000_000;

    public const int Sheets = 100;

    /// <summary>One part of a workbook, unpacked: 3,000 rows of 64 cells take about 12 MB.</summary>
    internal const int PartCharacters = 16 * 1024 * 1024;

    /// <summary>All parts of a workbook that are read, unpacked.</summary>
    internal const long UnpackedBytes = 48L * 1024 * 1024;

    internal const int PackageEntries = 5000;

    /// <summary>Texts of all sheets together, of which only those of the list are kept.</summary>
    internal const int SharedCharacters = 4 * Characters;

    /// <summary>Longest single tag: it is held whole, with an object for each attribute.</summary>
    internal const int TagCharacters = 64 * 1024;

    internal const int Depth = 64;

    internal const int Names = 4096;

    internal const int CellFormats = 65_536;

    /// <summary>Cells that merged areas may cover together, however often they overlap.</summary>
    internal const int MergedCells = 4 * Rows * Columns;
}
