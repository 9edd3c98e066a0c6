using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Persistence;

namespace Proposals.People;

/// <summary>What an admin may set on a person.</summary>
public sealed record PersonDetails(string DisplayName, string Title, Duty Duties, DepartmentId? DepartmentId)
{
    /// <summary>Identity's own column.</summary>
    public const int EmailLength = 256;

    public string? SeesOnlyFrom { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    internal Refusal? Check() =>
        ActRefusals.Check(nameof(DisplayName), DisplayName, Lengths.Name)
        ?? ActRefusals.Check(nameof(Title), Title, Lengths.Name, required: false)
        ?? ActRefusals.Check(nameof(Phone), Phone, Lengths.Phone, required: false)
        ?? ActRefusals.Check(nameof(Email), Email, EmailLength, required: false)
        ?? (Duties == Duty.None ? ActRefusals.Missing(nameof(Duties)) : null)
        ?? (Duties.HasFlag(Duty.Admin) && Duties != Duty.Admin ? PeopleRefusals.AdminActsOnNoCase : null)
        ?? (Duties.HasFlag(Duty.Supervisor) && Duties.Includes(People.Duties.Staff) ? PeopleRefusals.SupervisorActsOnNoCase : null);

    internal void WriteTo(Person person)
    {
        person.DisplayName = DisplayName.Trim();
        person.Title = Title.Trim();
        person.Duties = Duties;
        person.DepartmentId = DepartmentId;
        person.PhoneNumber = string.IsNullOrWhiteSpace(Phone) ? null : Phone.Trim();
        person.Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        person.SeesOnlyFrom = string.IsNullOrWhiteSpace(SeesOnlyFrom) ? null : SeesOnlyFrom.Trim();
    }

    internal JsonObject Describe(string? userName) => new() { ["userName"] = userName, ["what"] = CanonicalText.ToNode(this) };
}

public sealed record DepartmentDetails(string Name, string Remit, int Position, bool IsOffice)
{
    public Guid? LeaderId { get; init; }

    public Guid? HeadId { get; init; }

    public Guid? DefaultHandlerId { get; init; }

    internal async Task<Refusal?> CheckAsync(ProposalsDbContext db, DepartmentId self, CancellationToken cancellationToken)
    {
        var name = Name.Trim();
        return ActRefusals.Check(nameof(Name), Name, Lengths.Name)
            ?? ActRefusals.Check(nameof(Remit), Remit, Lengths.Subject, required: false)
            ?? (await db.Departments.AnyAsync(known => known.Name == name && known.Id != self, cancellationToken) ? PeopleRefusals.DepartmentExists(name) : null)
            ?? await HolderAsync(db, LeaderId, People.Duties.Leaders, cancellationToken)
            ?? await HolderAsync(db, HeadId, Duty.DepartmentHead, cancellationToken);
    }

    internal void WriteTo(Department department)
    {
        department.Name = Name.Trim();
        department.Remit = Remit;
        department.Position = Position;
        department.IsOffice = IsOffice;
        department.LeaderId = LeaderId;
        department.HeadId = HeadId;
        department.DefaultHandlerId = DefaultHandlerId;
        department.Revision++;
    }

    internal JsonObject Describe() => new() { ["what"] = CanonicalText.ToNode(this) };

    private static async Task<Refusal?> HolderAsync(ProposalsDbContext db, Guid? id, Duty duty, CancellationToken cancellationToken)
    {
        if (id is not { } holder)
        {
            return null;
        }

        var person = await db.Users.AsNoTracking().FirstOrDefaultAsync(known => known.Id == holder && !known.IsDisabled, cancellationToken);
        return person is null ? ActRefusals.UnknownPerson : person.Duties.Includes(duty) ? null : PeopleRefusals.LacksDuty(person.DisplayName, duty);
    }
}
