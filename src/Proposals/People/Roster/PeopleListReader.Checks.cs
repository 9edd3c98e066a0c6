using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.Persistence;

namespace Proposals.People.Roster;

/// <summary>What is wrong with a list of people, and what it leaves open.</summary>
public sealed partial class PeopleListReader
{
    private void Check(PersonEntry entry, PeopleField field)
    {
        var refusal = ActRefusals.Check(nameof(PersonDetails.DisplayName), entry.Name, Lengths.Name)
            ?? ActRefusals.Check(nameof(PersonDetails.Title), entry.Title, Lengths.Name, required: false)
            ?? UserNames.Check(entry.UserName)
            ?? (entry.Duties == Duty.None ? null : new PersonDetails(entry.Name, entry.Title, entry.Duties, null).Check());
        if (refusal is not null)
            problems.Add(new PeopleProblem(entry.Row, headings.NameOf(field), refusal));
    }

    /// <summary>张 三 is padded to the width of 王小明; 李四 王五 are two people, and nobody knows who of them is meant for what.</summary>
    private bool HoldsTwo(int row, string cell, PeopleField field)
    {
        if (cell.Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Count(piece => piece.Length > 1 && piece.All(letter => letter > '\u2E80')) < 2)
            return false;
        problems.Add(new PeopleProblem(row, headings.NameOf(field), new Refusal("roster.two-names", DayText.Shorten(cell.Trim()))));
        return true;
    }

    private List<Refusal> Notes(IReadOnlyList<Person> known)
    {
        var duties = known.Select(person => person.Duties).Concat(people.Select(person => person.Duties)).Aggregate(Duty.None, (all, held) => all | held);
        string[] principals = [.. people.Where(person => person.Known is null && person.Duties.HasFlag(Duty.Principal)).Select(person => person.Name), .. known.Where(person => person.Duties.HasFlag(Duty.Principal)).Select(person => person.DisplayName)];
        return [.. new[] { Duty.OfficeClerk, Duty.OfficeDirector, Duty.Principal }.Where(duty => !duties.HasFlag(duty)).Select(PeopleRefusals.NobodyHolds),
            .. principals.Length > 1 ? new[] { new Refusal("roster.several-principals", string.Join('、', principals)) } : []];
    }

    /// <summary>Of the list's departments, those that have neither in the list nor so far who must be there before work is given to them.</summary>
    private IEnumerable<Refusal> Lacking(IReadOnlyDictionary<string, Department> known) => departments.Values.Select(Placed)
        .Where(entry => !entry.IsOffice)
        .Where(entry => (entry.Head is null && known.GetValueOrDefault(entry.Name)?.HeadId is null) || (entry.Leader is null && known.GetValueOrDefault(entry.Name)?.LeaderId is null))
        .Select(entry => new Refusal("roster.department-lacks", entry.Name));
}
