using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Consultation;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Intake.TakeOver;

/// <summary>Reads the rows of a ledger. What it shares with an assignment list is read as there; what happened since is read here.</summary>
internal sealed class LedgerReader(LedgerColumns columns, ListContext context, LedgerStaff staff, LedgerQuestion question)
{
    private readonly List<LedgerProblem> problems = [];
    private readonly List<Refusal> notes = [];
    private DataRow row = null!;
    private DateOnly assignedOn;

    public static (IReadOnlyList<(TakenRow Row, LedgerEntry? Entry)> Rows, LedgerColumns Columns) Read(ListSheet sheet, ListContext context, LedgerStaff staff, LedgerQuestion question)
    {
        var heading = HeadingRow.Find(sheet) ?? HeadingRow.None(sheet);
        var columns = question.Columns is { } chosen ? LedgerColumns.Chosen(heading, chosen) : LedgerColumns.Guess(sheet, heading);
        var reader = new LedgerReader(columns, context, staff, question);
        var rows = new List<(TakenRow, LedgerEntry?)>();
        var firsts = new Dictionary<string, int>();
        foreach (var data in DataRows.Of(sheet, heading, columns.Items, context.FillsDown, ListWords.Titles(sheet, heading)).Rows)
        {
            var (row, entry, identity) = reader.Read(data);
            if (identity is not null && !firsts.TryAdd(identity, row.Number))
                (row, entry) = (row with { Problems = [.. row.Problems, new LedgerProblem(columns.NameOf(ListField.Number), new Refusal("list.number-twice", row.CaseNumber, firsts[identity]))] }, null);
            rows.Add((row, entry));
        }

        return (rows, columns);
    }

    private (TakenRow Row, LedgerEntry? Entry, string? Identity) Read(DataRow data)
    {
        row = data;
        problems.Clear();
        notes.Clear();
        var sender = CellText.OneLine(Cell(LedgerField.Sender)) is { Length: > 0 } said ? said : context.Sender;

        // A ledger holds items of both assemblies under one heading: the row itself says which.
        var kind = KindText.Of(sender) ?? KindText.OfSubject(data[ListField.Subject]);
        var (item, identity) = new ItemReader(columns.Heading, columns.Items, context with { Sender = sender, Kind = kind, ReadsDottedDays = true }, question.Year).Read(new ListItem(data, Units(), true, 1));
        problems.AddRange(item.Problems.Select(problem => new LedgerProblem(problem.Column, problem.Reason)));
        var registration = item.Act is null ? null : item.Act with { IsNotClassified = true, IsTakenOver = true, HandlingYear = question.Year };
        assignedOn = registration?.AssignedOn ?? new DateOnly(question.Year, 1, 1);
        var entry = registration is null ? null : Entry(registration);
        var read = new TakenRow(data.Number, item.CaseNumber, item.Subject)
        {
            Says = [.. Enum.GetValues<LedgerField>().Where(field => columns.Of(field).Any(column => !LedgerCells.IsNothing(data.Cells[column])))],
            Problems = [.. problems],
            Notes = [.. notes],
            Handler = Cell(LedgerField.Handler),
        };
        return (read, entry, identity);
    }

    private LedgerProblem At(LedgerField field, Refusal reason) => new(columns.NameOf(field), reason) { Field = field };

    private LedgerEntry Entry(RegisterCase registration)
    {
        var department = Named(LedgerField.Department, staff.Department);
        var entry = new LedgerEntry(registration)
        {
            ReceivedOn = Day(LedgerField.ReceivedOn),
            Department = department,
            LeaderId = Person(LedgerField.Leader, department),
            HandlerId = Person(LedgerField.Handler, department),
            AllocatedOn = Day(LedgerField.AllocatedOn),
            Meetings = [.. columns.Of(LedgerField.Meetings).SelectMany(Meetings)],
            Override = Cell(LedgerField.Override),
            SubmittedOn = Day(LedgerField.SubmittedOn),
            SignedOn = Day(LedgerField.SignedOn),
            SignatoryId = Person(LedgerField.Signatory, null),
            ResultClass = Cell(LedgerField.ResultClass) is { Length: > 0 } letter ? CellText.Fold(letter)[..1].ToUpperInvariant() : null,
            DocumentNumber = CellText.OneLine(Cell(LedgerField.DocumentNumber)),
            DeliveredOn = Day(LedgerField.DeliveredOn),
            Way = LedgerCells.Way(Cell(LedgerField.DeliveredOn)),
            Attitude = Rating(LedgerField.Attitude),
            Result = Rating(LedgerField.Result),
            FeedbackOn = Day(LedgerField.FeedbackOn),
            ReassignedOn = Day(LedgerField.ReassignedOn),
            Promises = [.. LedgerCells.Parts(Cell(LedgerField.Promises)).Select(Promise).OfType<ToldPromise>()],
            ArchivedOn = Day(LedgerField.ArchivedOn),
            Ending = Ending(),
        };
        return entry with { LeaderId = entry.LeaderId ?? department?.LeaderId };
    }

    private string Cell(LedgerField field) => columns.Of(field) is [var column, ..] && !LedgerCells.IsNothing(row.Cells[column]) ? row.Cells[column] : "";

    /// <summary>Who else has a part in it, and which part is ours.</summary>
    private List<NamedUnit> Units()
    {
        var named = RoleText.Units(field => row[field], columns.Items).ToList();
        var role = UnitCell.RoleOf(Cell(LedgerField.Role));
        if (Cell(LedgerField.Role).Length > 0 && role is null)
            problems.Add(At(LedgerField.Role, new Refusal("ledger.unknown-role", DayText.Shorten(Cell(LedgerField.Role)))));
        var usual = role switch
        {
            OtherUnitRole.CoOrganizer => OtherUnitRole.LeadOrganizer,
            OtherUnitRole.SplitHandling => OtherUnitRole.SplitHandling,
            _ => OtherUnitRole.CoOrganizer,
        };
        named.AddRange(UnitCell.Read(Cell(LedgerField.OtherUnits), (place, _) => usual == OtherUnitRole.LeadOrganizer && place > 0 ? OtherUnitRole.CoOrganizer : usual));
        if (role is not null)
            named.RemoveAll(unit => context.Bureau.Means(unit.Name));
        if (!named.Exists(unit => context.Bureau.Means(unit.Name)))
            named.Add(new NamedUnit(question.Bureau, role ?? (named.Exists(unit => unit.Role == OtherUnitRole.LeadOrganizer) ? OtherUnitRole.CoOrganizer : OtherUnitRole.LeadOrganizer)));
        return named;
    }

    private ToldEnding? Ending()
    {
        if (Cell(LedgerField.Ending) is not { Length: > 0 } cell)
            return null;
        var (how, wentTo) = LedgerCells.Ending(cell);
        if (how is null)
            problems.Add(At(LedgerField.Ending, new Refusal("ledger.unknown-ending", DayText.Shorten(cell))));
        return Day(LedgerField.Ending) is { } on && how is { } known ? new ToldEnding(known, on, wentTo) : null;
    }

    private DateOnly? Day(LedgerField field)
    {
        var cell = Cell(field);
        if (cell.Length == 0)
            return null;
        var (day, problem) = LedgerCells.Day(cell, assignedOn);
        if (Judged(day, problem) is { } bad)
            problems.Add(At(field, bad));
        else if (day is { } on && LedgerCells.IsDotted(cell))
            notes.Add(new Refusal("ledger.day-read", DayText.Shorten(cell), on));
        return day;
    }

    private Refusal? Judged(DateOnly? day, Refusal? problem) =>
        problem ?? (day > context.Today ? ActRefusals.InTheFuture(day.Value) : day < assignedOn ? ActRefusals.BeforeItsCause(day.Value, assignedOn) : null);

    private Guid? Person(LedgerField field, Department? department)
    {
        var cell = Cell(field);
        if (cell.Length == 0)
            return null;
        var (id, problem) = staff.Person(cell, department);
        if (problem is not null)
            problems.Add(At(field, problem));
        return id;
    }

    private Department? Named(LedgerField field, Func<string, (Department?, Refusal?)> find)
    {
        var cell = Cell(field);
        var (found, problem) = cell.Length == 0 ? (null, null) : find(cell);
        if (problem is not null)
            problems.Add(At(field, problem));
        return found;
    }

    private Handling.Rating? Rating(LedgerField field)
    {
        var (rating, isKnown) = LedgerCells.Rated(Cell(field));
        if (!isKnown && !problems.Exists(problem => problem.Reason.Code == "ledger.unknown-rating" && problem.Column == columns.NameOf(field)))
            problems.Add(At(field, new Refusal("ledger.unknown-rating", DayText.Shorten(Cell(field)))));
        return rating;
    }

    private IEnumerable<ToldMeeting> Meetings(int column)
    {
        if (LedgerCells.IsNothing(row.Cells[column]))
            yield break;
        foreach (var part in LedgerCells.Parts(row.Cells[column]))
        {
            if (LedgerCells.NamesNoDay(part))
            {
                notes.Add(new Refusal("ledger.meeting-left-out", DayText.Shorten(part)));
                continue;
            }

            var (day, problem) = LedgerCells.Day(part, assignedOn);
            if (Judged(day, problem) is { } bad)
                problems.Add(new LedgerProblem(columns.NameOf(column), bad) { Field = LedgerField.Meetings });
            if (day is not { } on)
                continue;
            if (LedgerCells.IsDotted(part))
                notes.Add(new Refusal("ledger.day-read", DayText.Shorten(part), on));
            if (LedgerCells.Kind(part) is null)
                notes.Add(new Refusal("ledger.kind-assumed", on, ContactKind.Visit));
            yield return new ToldMeeting(on, LedgerCells.Kind(part) ?? ContactKind.Visit, [.. staff.In(part)]);
        }
    }

    private ToldPromise? Promise(string part)
    {
        var (promise, problem) = LedgerCells.Promise(part, assignedOn);
        problem ??= promise is { Text.Length: > Lengths.Remark } ? ActRefusals.TooLong("CommitmentText", Lengths.Remark) : Kept(promise);
        if (problem is not null)
            problems.Add(At(LedgerField.Promises, problem));
        return promise;
    }

    private Refusal? Kept(ToldPromise? promise) => promise?.KeptOn is { } on ? Judged(on, null) : null;
}
