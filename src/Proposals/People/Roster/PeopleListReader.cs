using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.Persistence;

namespace Proposals.People.Roster;

/// <summary>Reads a list of departments with their people, or of people one a row, against what the bureau has already.</summary>
public sealed partial class PeopleListReader(ProposalsDbContext db)
{
    private const string Office = "办公室";

    private static readonly char[] Between = ['、', '，', ',', '；', ';', '/', '／'];

    private readonly List<PeopleProblem> problems = [];
    private readonly Dictionary<string, DepartmentEntry> departments = [];
    private readonly List<PersonEntry> people = [];
    private PeopleHeadings headings = null!;

    /// <summary>For a workbook: which of its sheets is such a list.</summary>
    public static bool Looks(ListSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        return PeopleHeadings.Find(sheet) is not null;
    }

    public async Task<PeopleSheet> ReadAsync(ListSheet sheet, CancellationToken cancellationToken)
    {
        if (PeopleHeadings.Find(sheet) is not { } found)
            return PeopleSheet.Refused(new Refusal("roster.no-headings"));
        headings = found;
        problems.Clear();
        departments.Clear();
        people.Clear();
        var known = await db.Users.AsNoTracking().Where(person => !person.IsDisabled).ToListAsync(cancellationToken);
        var names = await db.Users.AsNoTracking().Select(person => person.UserName ?? "").ToListAsync(cancellationToken);
        var knownDepartments = await db.Departments.AsNoTracking().ToDictionaryAsync(department => department.Name, cancellationToken);
        for (var row = headings.Row + 1; row < sheet.Rows.Count; row++)
        {
            if (sheet.Rows[row].All(cell => cell.Length == 0))
                continue;
            if (headings.IsByPerson)
                ReadPerson(row + 1, sheet.Rows[row]);
            else
                ReadDepartment(row + 1, sheet.Rows[row]);
        }

        Resolve(known, [.. names.Select(name => name.ToUpperInvariant())]);
        var all = departments.Values.Select(entry => Placed(entry) with { IsNew = !knownDepartments.ContainsKey(entry.Name) }).ToList();
        if (problems.Count == 0 && people.Count == 0 && all.Count == 0)
            problems.Add(new PeopleProblem(null, null, new Refusal("roster.nobody")));
        return new PeopleSheet(all, people, problems) { Notes = [.. Notes(known), .. Lacking(knownDepartments)] };
    }

    /// <summary>科室 分管领导 科长 经办人: the columns say what each is for.</summary>
    private void ReadDepartment(int row, IReadOnlyList<string> cells)
    {
        if (Department(row, headings.Cell(cells, PeopleField.Department)) is not { } department)
        {
            problems.Add(new PeopleProblem(row, headings.NameOf(PeopleField.Department), ActRefusals.Missing(nameof(PersonDetails.DepartmentId))));
            return;
        }

        var leaders = Names(row, cells, PeopleField.Leader, null, _ => Duty.DeputyLeader);
        var heads = Names(row, cells, PeopleField.Head, department.Name, _ => Duty.DepartmentHead | (department.IsOffice ? Duty.OfficeDirector : Duty.Handler));
        var handlers = Names(row, cells, PeopleField.Handlers, department.Name, _ => Duty.Handler | (department.IsOffice ? Duty.OfficeClerk : Duty.None));
        departments[department.Name] = department with
        {
            Remit = headings.Cell(cells, PeopleField.Remit),
            Leader = leaders.FirstOrDefault(),
            Head = heads.FirstOrDefault(),
            Handler = handlers.FirstOrDefault(),
        };
    }

    private List<string> Names(int row, IReadOnlyList<string> cells, PeopleField field, string? department, Func<string, Duty> duty)
    {
        var named = new List<string>();
        foreach (var part in headings.Cell(cells, field).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var read = Titled().Match(part);
            var (name, title) = (CellText.Fold(read.Groups["name"].Value), read.Groups["title"].Value.Trim());
            if (HoldsTwo(row, read.Groups["name"].Value, field))
                continue;
            if (name.Length == 0 || name is "无" or "-" or "—")
                continue;
            var duties = duty(title) | (field == PeopleField.Leader && DutyWords.IsPrincipal(title) ? Duty.Principal : Duty.None);
            Add(new PersonEntry(row, name, name, title, duties, department), field);
            named.Add(name);
        }

        return named;
    }

    /// <summary>The same name in another row is the same person, with one more duty.</summary>
    private void Add(PersonEntry entry, PeopleField field)
    {
        var at = people.FindIndex(known => known.Name == entry.Name);
        if (at < 0)
        {
            people.Add(entry);
            Check(entry, field);
            return;
        }

        var before = people[at];
        if (before.Department is not null && entry.Department is not null && before.Department != entry.Department)
            problems.Add(new PeopleProblem(entry.Row, headings.NameOf(field), new Refusal("roster.in-two-departments", entry.Name, before.Department, entry.Department)));
        people[at] = before with { Duties = before.Duties | entry.Duties, Title = before.Title.Length > 0 ? before.Title : entry.Title, Department = before.Department ?? entry.Department };
    }

    /// <summary>姓名 科室 职务 身份.</summary>
    private void ReadPerson(int row, IReadOnlyList<string> cells)
    {
        if (HoldsTwo(row, headings.Cell(cells, PeopleField.Name), PeopleField.Name))
            return;
        var name = CellText.Fold(headings.Cell(cells, PeopleField.Name));
        var saidIn = headings.Cell(cells, PeopleField.Duty).Length > 0 ? PeopleField.Duty : PeopleField.Title;
        var said = headings.Cell(cells, saidIn);
        var duties = DutyWords.Read(said, isOffice: CellText.Fold(headings.Cell(cells, PeopleField.Department)) == Office);
        if (duties == Duty.None)
            problems.Add(new PeopleProblem(row, headings.NameOf(saidIn) ?? headings.NameOf(PeopleField.Duty), said.Length > 0 ? new Refusal("roster.unknown-duty", DayText.Shorten(said)) : new Refusal("roster.no-duty")));
        var department = duties.Includes(Duties.Leaders) ? null : Department(row, headings.Cell(cells, PeopleField.Department));
        if (department?.IsOffice == true && duties == Duty.Handler)
            duties |= Duty.OfficeClerk;
        if (department?.IsOffice == true && duties.HasFlag(Duty.DepartmentHead))
            duties = Duty.DepartmentHead | Duty.OfficeDirector;
        var userName = headings.Cell(cells, PeopleField.UserName) is { Length: > 0 } given ? given : name;
        var entry = new PersonEntry(row, name, userName, headings.Cell(cells, PeopleField.Title), duties, department?.Name);
        if (people.Exists(known => known.UserName.Equals(userName, StringComparison.OrdinalIgnoreCase)))
        {
            problems.Add(new PeopleProblem(row, headings.NameOf(PeopleField.UserName) ?? headings.NameOf(PeopleField.Name), new Refusal("roster.same-name", userName)));
            return;
        }

        people.Add(entry);
        Check(entry, PeopleField.Name);
        foreach (var led in headings.Cell(cells, PeopleField.Leads).Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Department(row, led) is { } of)
                departments[of.Name] = of with { Leader = userName };
        }
    }

    private DepartmentEntry? Department(int row, string cell)
    {
        var name = CellText.Fold(cell);
        if (name.Length == 0 || name is "-" or "—" or "无" or "局领导")
            return null;
        if (name.Length > Lengths.Name)
            problems.Add(new PeopleProblem(row, headings.NameOf(PeopleField.Department), ActRefusals.TooLong(nameof(DepartmentDetails.Name), Lengths.Name)));
        return departments.TryGetValue(name, out var known) ? known : departments[name] = new DepartmentEntry(name, null, null, null) { IsOffice = name == Office };
    }

    /// <summary>Somebody with an account stays as he is; he must have the duty that the list gives him.</summary>
    private void Resolve(IReadOnlyList<Person> known, HashSet<string> taken)
    {
        for (var at = 0; at < people.Count; at++)
        {
            var entry = people[at];
            var same = known.Where(person => person.DisplayName == entry.Name && (entry.UserName == entry.Name || person.UserName == entry.UserName)).ToList();
            if (same.Count == 1)
            {
                people[at] = entry with { Known = same[0].Id, UserName = same[0].UserName ?? "" };
                Rename(entry.UserName, same[0].UserName ?? "");
            }
            else if (taken.Contains(entry.UserName.ToUpperInvariant()))
            {
                problems.Add(new PeopleProblem(entry.Row, headings.NameOf(PeopleField.UserName) ?? headings.NameOf(PeopleField.Name), new Refusal("roster.user-name-taken", entry.UserName)));
            }
        }
    }

    private void Rename(string before, string after)
    {
        foreach (var entry in departments.Values.ToList())
        {
            departments[entry.Name] = entry with
            {
                Leader = entry.Leader == before ? after : entry.Leader,
                Head = entry.Head == before ? after : entry.Head,
                Handler = entry.Handler == before ? after : entry.Handler,
            };
        }
    }

    /// <summary>In a list of people the duties say who heads a department.</summary>
    private DepartmentEntry Placed(DepartmentEntry entry)
    {
        if (!headings.IsByPerson)
            return entry;
        var members = people.Where(person => person.Department == entry.Name).ToList();
        return entry with
        {
            Head = members.Find(person => person.Duties.HasFlag(Duty.DepartmentHead))?.UserName,
            Handler = members.Find(person => person.Duties.HasFlag(Duty.Handler) && !person.Duties.HasFlag(Duty.DepartmentHead))?.UserName,
        };
    }

    [GeneratedRegex(@"^(?<name>[^(（]*)([(（](?<title>[^)）]*)[)）]?)?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Titled();
}
