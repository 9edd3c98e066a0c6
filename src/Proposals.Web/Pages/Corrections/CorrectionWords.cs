using System.Globalization;
using Microsoft.Extensions.Localization;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Corrections;

/// <summary>What a field said before it was corrected, and who put it right.</summary>
public sealed record WasLine(string Field, string Before, string After, string Reason, string By, DateOnly On, FileId? EvidenceId);

/// <summary>Words corrected fields: codes and ids become what people read.</summary>
public sealed class CorrectionWords(RefusalWords words, KindWords kinds, IStringLocalizer<CorrectionsText> text)
{
    /// <summary>A whole proposal does not fit into a line of the timeline.</summary>
    private const int MostInLine = 60;

    public string Field(string code) => text[$"Field_{code}"];

    /// <summary>The sentence after the act.</summary>
    public string Sentence(IEnumerable<MovedDate> moves) => text["Moves_Note", string.Join(text["Semicolon"], moves.Select(Moved))];

    /// <summary>办理期限 2026-06-17 → 2026-06-20.</summary>
    public string Moved(MovedDate moved) => text["Moved", moved.Kind == DeadlineKind.Reply ? text["Moved_Reply"].Value : words.Label(moved.Kind), DateText.InTable(moved.Before), DateText.InTable(moved.After)];

    public IReadOnlyList<WasLine> Was(CaseFile file, Guid? row, params IReadOnlyCollection<string> fields) =>
    [
        .. file.Corrections.Where(known => known.RowId == row && fields.Contains(known.Field)).Select(known => new WasLine(
            Field(known.Field), Value(file, known.Field, known.Before), Value(file, known.Field, known.After), known.Reason, file.NameOf(known.ById), known.On, known.EvidenceId)),
    ];

    /// <summary>One line of the timeline: each field with both values.</summary>
    public string Line(CaseFile file, string field, string before, string after) =>
        text["Changed", Field(field), Short(Value(file, field, before)), Short(Value(file, field, after))];

    public string Value(CaseFile file, string field, string value) => value.Length == 0 ? text["Nothing"] : field switch
    {
        "Kind" => Enum.TryParse<ItemKind>(value, out var kind) ? kinds.Kind(kind) : value,
        "Level" => Label<AdministrativeLevel>(value),
        "OurRole" => Label<OurRole>(value),
        "KeyLevel" => Label<KeyLevel>(value),
        "ContactKind" => Label<ContactKind>(value),
        "DeliveryWay" or "SecondReplyWay" => Label<DeliveryWay>(value),
        "Attitude" or "Result" => Label<Rating>(value),
        "ProposerRole" => Enum.TryParse<ProposerRole>(value, out var role) ? kinds.ProposerRole(file.Case.Kind, role) : value,
        "IsInterSession" or "IsKey" => text[value == "true" ? "Yes" : "No"],
        "LedById" or "HandedOverById" or "CommitmentPerson" => Names(value, id => file.NameOf(id)),
        "StaffPresent" => Names(value, id => file.NameOf(id)),
        "ProposersPresent" => Names(value, id => file.Case.Proposers.Find(proposer => proposer.Id == id)?.Name ?? "—"),
        "CommitmentDepartment" => Names(value, id => file.NameOf(new DepartmentId(id))),
        "ScanId" or "Paper" => Names(value, id => file.Files.FirstOrDefault(paper => paper.Id.Value == id)?.Name ?? "—"),
        _ => value,
    };

    private static string Short(string value) => value.Length <= MostInLine ? value : string.Concat(value.AsSpan(0, MostInLine), "…");

    private string Label<TEnum>(string value)
        where TEnum : struct, Enum => Enum.TryParse<TEnum>(value, out var known) ? words.Label(known) : value;

    private string Names(string value, Func<Guid, string> name) =>
        string.Join(text["Comma"], value.Split(' ').Select(part => Guid.TryParse(part, CultureInfo.InvariantCulture, out var id) ? name(id) : part));
}
