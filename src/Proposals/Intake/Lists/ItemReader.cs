using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.Intake.Lists;

/// <summary>Makes the registering act of one item, or says column by column why there is none.</summary>
internal sealed class ItemReader(HeadingRow heading, ListColumns columns, ListContext context, int? onlyYear)
{
    private static readonly string[] Yes = ["是", "√", "✓", "☑", "Y", "1"];

    /// <returns>The row, and what makes its number unique; null without a number.</returns>
    public (ListRow Row, string? Identity) Read(ListItem item)
    {
        var row = item.Row;
        var problems = new List<ListProblem>();
        var number = Number(row[ListField.Number]);
        var subject = CellText.OneLine(row[ListField.Subject]);
        Check(problems, ListField.Number, ActRefusals.Check(nameof(RegisterCase.CaseNumber), number, Lengths.Name));
        Check(problems, ListField.Subject, ActRefusals.Check(nameof(RegisterCase.Subject), subject, Lengths.Subject));
        var (proposers, unnamed, badProposer) = Proposers(row);
        Check(problems, ListField.Proposers, badProposer ?? proposers.Select(Misfit).FirstOrDefault(misfit => misfit is not null));
        var kind = Kind(row, problems);
        var session = Session(row, kind, problems);
        var assignedOn = AssignedOn(row, problems);
        var (role, others, badRole) = RoleText.Of(item.Units, context.Bureau);
        Check(problems, RoleField(), badRole ?? others.Select(unit => ActRefusals.Check("UnitName", unit.Name, Lengths.Name)).FirstOrDefault(misfit => misfit is not null));
        var opinion = Opinion(row);
        Check(problems, ListField.Opinion, ActRefusals.Check(nameof(RegisterCase.AssignmentOpinion), opinion, required: false));
        Check(problems, ListField.Content, ActRefusals.Check(nameof(RegisterCase.Content), row[ListField.Content], Lengths.LongText, required: false));
        RegisterCase? act = null;
        if (problems.Count == 0 && kind is { } known && session is { } sitting && assignedOn is { } day)
        {
            act = new RegisterCase(known, number, subject, context.Sender, day, proposers)
            {
                IsNotClassified = false,
                Level = Level(sitting),
                TermNumber = sitting.Term,
                SessionNumber = sitting.Session,
                IsInterSession = sitting.IsInterSession ?? UsualSession.IsBetween(day),
                OurRole = role,
                OtherUnits = others,
                HandlingYear = day.Year,
                Content = row[ListField.Content],
                AssignmentOpinion = opinion,
                IsKey = IsKey(row[ListField.Key]),
            };
        }

        var read = new ListRow(row.Number)
        {
            CaseNumber = number,
            Subject = subject,
            Proposers = string.Join('、', proposers.Select(entry => entry.Name)),
            Role = badRole is null ? role : null,
            Act = act,
            Problems = problems,
            Unnamed = unnamed,
        };
        return (read, number.Length == 0 ? null : $"{kind}|{session}|{number}");
    }

    public ListProblem Problem(ListField field, Refusal reason) =>
        new(field, columns.Of(field) is { } column && column < heading.Words.Count ? (heading.Words[column] is { Length: > 0 } word ? word : ListColumns.Letter(column)) : null, reason);

    /// <summary>第12号建议 is number 12.</summary>
    private static string Number(string cell)
    {
        var text = CellText.Fold(cell);
        foreach (var ending in (string[])["建议", "提案", "议案", "号"])
            text = text.Length > ending.Length && text.EndsWith(ending, StringComparison.Ordinal) ? text[..^ending.Length] : text;
        return text.Length > 1 && text[0] == '第' ? text[1..] : text;
    }

    private void Check(List<ListProblem> problems, ListField field, Refusal? reason)
    {
        if (reason is not null)
            problems.Add(Problem(field, reason));
    }

    private (IReadOnlyList<ProposerEntry> Proposers, int Unnamed, Refusal? Problem) Proposers(DataRow row)
    {
        var (proposers, unnamed, problem) = ProposerCell.Read(row[ListField.Proposers], row[ListField.CoProposers], row[ListField.Seconders], row[ListField.ContactPerson], columns.Has(ListField.CoProposers));
        if (proposers.Count == 0)
            return (proposers, unnamed, problem);
        var lead = proposers[0] with { WorkUnit = CellText.OneLine(row[ListField.WorkUnit]) };
        lead = lead.Group.Length > 0 ? lead : lead with { Group = CellText.OneLine(row[ListField.Group]) };
        lead = lead.Phone.Length > 0 ? lead : lead with { Phone = CellText.OneLine(row[ListField.Phone]) };
        return ([lead, .. proposers.Skip(1)], unnamed, problem);
    }

    private static Refusal? Misfit(ProposerEntry entry) =>
        ActRefusals.Check("ProposerName", entry.Name, Lengths.Name)
        ?? ActRefusals.Check(nameof(ProposerEntry.Group), entry.Group, Lengths.Name, required: false)
        ?? ActRefusals.Check(nameof(ProposerEntry.WorkUnit), entry.WorkUnit, Lengths.Subject, required: false)
        ?? ActRefusals.Check(nameof(ProposerEntry.Phone), entry.Phone, Lengths.Phone, required: false)
        ?? ActRefusals.Check(nameof(ProposerEntry.ContactPerson), entry.ContactPerson, Lengths.Name, required: false);

    private ItemKind? Kind(DataRow row, List<ListProblem> problems)
    {
        var cell = row[ListField.Kind];
        var kind = cell.Length > 0
            ? KindText.Of(cell)
            : context.Kind ?? row.Words.Kind ?? KindText.OfHeadings(heading.Words) ?? KindText.Of(context.Sender) ?? KindText.OfSubject(row[ListField.Subject]);
        if (kind is null)
            problems.Add(Problem(ListField.Kind, cell.Length > 0 ? new Refusal("list.unknown-kind", DayText.Shorten(cell)) : new Refusal("list.no-kind")));
        return kind;
    }

    private Sitting? Session(DataRow row, ItemKind? kind, List<ListProblem> problems)
    {
        if (kind is null)
            return null;
        var isCppcc = kind == ItemKind.CppccProposal;
        var cell = row[ListField.Session];
        var (own, ownBetween) = (SessionText.All(cell), SessionText.SaysInterSession(cell));
        if (cell.Length > 0 && own.Count == 0 && ownBetween is null)
        {
            problems.Add(Problem(ListField.Session, new Refusal("list.bad-session", DayText.Shorten(cell))));
            return null;
        }

        var between = ownBetween ?? row.Words.IsInterSession;
        if (own is [var said, ..])
            return new Sitting(said.Term, said.Session, ownBetween ?? false, said.Level);
        if (context is { Term: { } term, Session: { } session })
            return new Sitting(term, session, between, null);
        if (SessionText.For(row.Words.Sessions, isCppcc) is { } titled)
            return new Sitting(titled.Term, titled.Session, between ?? false, titled.Level);
        if ((isCppcc ? context.LastOfCppcc : context.LastOfCongress) is var (lastTerm, lastSession))
            return new Sitting(lastTerm, lastSession, between, null);
        problems.Add(Problem(ListField.Session, new Refusal("list.no-session")));
        return null;
    }

    /// <summary>Where our own unit is a city's, 市 in a title is our own level.</summary>
    private AdministrativeLevel Level(Sitting sitting) => context.Level ?? (sitting.Level is AdministrativeLevel.National or AdministrativeLevel.Province or AdministrativeLevel.City ? sitting.Level.Value : AdministrativeLevel.District);

    private DateOnly? AssignedOn(DataRow row, List<ListProblem> problems)
    {
        var cell = row[ListField.AssignedOn];
        var (day, problem) = cell.Length > 0
            ? DayText.Read(context.ReadsDottedDays ? DayText.Undotted(cell) : cell, row.Words.Year ?? onlyYear ?? context.AssignedOn?.Year)
            : (row.Words.AssignedOn ?? context.AssignedOn, null);
        problem ??= day is null ? new Refusal("list.no-date") : day > context.Today ? new Refusal("list.future-date", day) : null;
        Check(problems, ListField.AssignedOn, problem);
        return problem is null ? day : null;
    }

    /// <summary>Demands, remarks and the term that the list sets are kept in its own words.</summary>
    private string Opinion(DataRow row) => string.Join('\n', new[] { row[ListField.Opinion], Labelled(row, ListField.DueOn), Labelled(row, ListField.Remarks) }.Where(text => text.Length > 0));

    private string Labelled(DataRow row, ListField field) =>
        row[field] is { Length: > 0 } text && columns.Of(field) is { } column ? heading.Words[column] is { Length: > 0 } word ? $"{word}：{text}" : text : "";

    private static bool IsKey(string cell)
    {
        var text = CellText.Fold(cell);
        return Array.IndexOf(Yes, text) >= 0 || (text.Contains("重点", StringComparison.Ordinal) && !text.Contains('非', StringComparison.Ordinal));
    }

    private ListField RoleField() => columns.Has(ListField.LeadUnits) ? ListField.LeadUnits : columns.Has(ListField.Units) ? ListField.Units : ListField.CoUnits;

    private sealed record Sitting(int Term, int Session, bool? IsInterSession, AdministrativeLevel? Level);
}
