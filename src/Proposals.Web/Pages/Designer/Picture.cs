using System.Globalization;
using Proposals.Designer;
using Proposals.Web.Pages.Inbox;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;

namespace Proposals.Web.Pages.Designer;

/// <summary>A drawing as a picture: what was changed against another version, what is to blame, and one way through it.</summary>
public sealed class Picture
{
    public const int BoxWidth = 176;
    public const int BoxHeight = 56;
    private const int Margin = 64;

    private readonly Dictionary<string, DrawnBox> boxes;
    private readonly ActivityCatalogue catalogue;

    /// <param name="before">What the changes are shown against; null where nothing is to be compared.</param>
    /// <param name="changed">Ids of activities that are in both and differ.</param>
    /// <param name="path">The way that is to be seen; empty for none.</param>
    public Picture(DrawnChart after, DrawnChart? before, IReadOnlySet<string> changed, IEnumerable<string> blamed, IReadOnlyList<PathStep> path, ActivityCatalogue catalogue)
    {
        this.catalogue = catalogue;
        var wrong = blamed.ToHashSet();
        var now = after.Boxes.Select(box => box.Id).ToHashSet();
        var gone = before?.Boxes.Where(box => !now.Contains(box.Id)).ToList() ?? [];
        boxes = after.Boxes.Concat(gone).ToDictionary(box => box.Id);
        var old = before?.Boxes.Select(box => box.Id).ToHashSet();
        var passed = path.Select(step => step.ActivityId).ToHashSet();
        Boxes =
        [
            .. after.Boxes.Select(box => new PictureBox(box, Named(box), Classes(
                (old?.Contains(box.Id) == false, "is-added"), (changed.Contains(box.Id), "is-changed"), (wrong.Contains(box.Id), "is-wrong"), (passed.Contains(box.Id), "is-passed")))),
            .. gone.Select(box => new PictureBox(box, Named(box), "is-removed")),
        ];
        var wasThere = before?.Lines.ToHashSet();
        var isThere = after.Lines.ToHashSet();
        Lines =
        [
            .. Draw(after.Lines, line => Classes((wasThere?.Contains(line) == false, "is-added"), (IsPassed(line, path), "is-passed"))),
            .. Draw(wasThere?.Where(line => !isThere.Contains(line)) ?? [], _ => "is-removed"),
        ];
        IsCompared = Boxes.Any(box => box.Classes.Contains("is-added", StringComparison.Ordinal) || box.Classes.Contains("is-changed", StringComparison.Ordinal)) || gone.Count > 0
            || Lines.Any(line => line.Classes.Contains("is-added", StringComparison.Ordinal) || line.Classes == "is-removed");
        if (boxes.Count == 0)
            return;
        Left = boxes.Values.Min(box => box.X) - Margin;
        Top = boxes.Values.Min(box => box.Y) - Margin;
        Width = boxes.Values.Max(box => box.X) + BoxWidth + Margin - Left;
        Height = boxes.Values.Max(box => box.Y) + BoxHeight + Margin - Top;
    }

    public IReadOnlyList<PictureBox> Boxes { get; }

    public IReadOnlyList<PictureLine> Lines { get; }

    /// <summary>Something of it is new, gone or different.</summary>
    public bool IsCompared { get; }

    public bool HasPath => Lines.Any(line => line.Classes.Contains("is-passed", StringComparison.Ordinal));

    public bool IsBlaming => Boxes.Any(box => box.Classes.Contains("is-wrong", StringComparison.Ordinal));

    public double Left { get; }

    public double Top { get; }

    public double Width { get; }

    public double Height { get; }

    public string ViewBox => string.Create(CultureInfo.InvariantCulture, $"{Left:F0} {Top:F0} {Width:F0} {Height:F0}");

    /// <summary>A title in its box: one line, or two, or what fits of it.</summary>
    public static IEnumerable<(string Words, int Y)> Written(string title)
    {
        const int longest = 11;
        const int middle = BoxHeight / 2;
        const int apart = 10;
        return title.Length <= longest ? [(title, middle)]
            : [(title[..longest], middle - apart), (title.Length <= 2 * longest ? title[longest..] : title[longest..((2 * longest) - 1)] + "…", middle + apart)];
    }

    private static string Named(DrawnBox box) => StepWords.Name(box.Title);

    private static string Classes(params (bool Holds, string Name)[] classes) => string.Join(' ', classes.Where(one => one.Holds).Select(one => one.Name));

    /// <summary>The line by which a way leads from one of its steps to the next, or out of its last one.</summary>
    private static bool IsPassed(DrawnLine line, IReadOnlyList<PathStep> path)
    {
        for (var i = 0; i < path.Count; i++)
        {
            if (path[i].ActivityId == line.Source && path[i].Port == line.Port && path.Skip(i + 1).Any(later => later.ActivityId == line.Target))
                return true;
        }

        return false;
    }

    /// <summary>Outcomes that lead to the same place are one line.</summary>
    private IEnumerable<PictureLine> Draw(IEnumerable<DrawnLine> lines, Func<DrawnLine, string> classes) =>
        lines.GroupBy(line => (line.Source, line.Target, Classes: classes(line)))
            .Select(same => PictureLine.Between(boxes[same.Key.Source], boxes[same.Key.Target], string.Join(" / ", same.Select(PortName).Where(name => name.Length > 0)), same.Key.Classes));

    private string PortName(DrawnLine line)
    {
        var from = boxes[line.Source];
        var port = catalogue.TryFind(from.Type, out var known) && known.Ports.Count > 1 ? known.Ports.FirstOrDefault(one => one.Name == line.Port) : null;
        return port is null ? (line.Port is "Done" || known?.Ports.Count == 1 ? "" : line.Port) : Face.Languages.IsEnglish ? port.Text.English : port.Text.Chinese;
    }
}

public sealed record PictureBox(DrawnBox Box, string Title, string Classes);

/// <param name="Curve">As SVG writes it.</param>
/// <param name="LabelX">Where the port's name stands.</param>
public sealed record PictureLine(string Curve, string Label, double LabelX, double LabelY, string Classes)
{
    private const double Half = Picture.BoxWidth / 2;

    /// <summary>From the side that faces the other box; along a row over what stands between, back below it.</summary>
    public static PictureLine Between(DrawnBox from, DrawnBox to, string label, string classes)
    {
        var (dx, dy) = (to.X - from.X, to.Y - from.Y);
        if (Math.Abs(dy) < Picture.BoxHeight && dx is <= 0 or > 2.2 * Picture.BoxWidth)
        {
            var isBack = dx <= 0;
            var bend = (40 + Math.Min(Math.Abs(dx) * 0.06, 60)) * (isBack ? 1 : -1);
            var edge = isBack ? Picture.BoxHeight : 0;
            return Draw(from.X + Half, from.Y + edge, to.X + Half, to.Y + edge, 0, bend, 0, bend, label, bend * 0.72, classes);
        }

        return dx > Picture.BoxWidth * 0.6 ? Beside(from, to, dx, label, classes) : Above(from, to, dy, label, classes);
    }

    private static PictureLine Beside(DrawnBox from, DrawnBox to, double dx, string label, string classes)
    {
        var bend = Math.Max(dx * 0.2, 30);
        return Draw(from.X + Picture.BoxWidth, from.Y + (Picture.BoxHeight / 2), to.X, to.Y + (Picture.BoxHeight / 2), bend, 0, -bend, 0, label, 0, classes);
    }

    private static PictureLine Above(DrawnBox from, DrawnBox to, double dy, string label, string classes)
    {
        var (edge, other) = dy > 0 ? (Picture.BoxHeight, 0) : (0, Picture.BoxHeight);
        var bend = dy > 0 ? Math.Max(dy * 0.3, 30) : Math.Min(dy * 0.3, -30);
        return Draw(from.X + Half, from.Y + edge, to.X + Half, to.Y + other, 0, bend, 0, -bend, label, 0, classes);
    }

    private static PictureLine Draw(double x1, double y1, double x2, double y2, double outX, double outY, double inX, double inY, string label, double lower, string classes) => new(
        string.Create(CultureInfo.InvariantCulture, $"M{x1:F0} {y1:F0} C{x1 + outX:F0} {y1 + outY:F0} {x2 + inX:F0} {y2 + inY:F0} {x2:F0} {y2:F0}"),
        label, x1 + ((x2 - x1) * 0.3), y1 + ((y2 - y1) * 0.3) + lower - 4, classes);
}
