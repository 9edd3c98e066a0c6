using System.ComponentModel.DataAnnotations;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.People;

public sealed class DepartmentInput
{
    /// <summary>More departments than this no bureau has; a larger number is a slip of the finger.</summary>
    private const int LastPosition = 999;

    [Required, StringLength(Lengths.Name), Display(Name = "Department_Name")]
    public string Name { get; set; } = "";

    [StringLength(Lengths.Subject), Display(Name = "Department_Remit")]
    public string? Remit { get; set; }

    [Range(1, LastPosition), Display(Name = "Department_Position")]
    public int Position { get; set; }

    [Display(Name = "Department_IsOffice")]
    public bool IsOffice { get; set; }

    [Display(Name = "Department_Leader")]
    public Guid? LeaderId { get; set; }

    [Display(Name = "Department_Head")]
    public Guid? HeadId { get; set; }

    [Display(Name = "Department_DefaultHandler")]
    public Guid? DefaultHandlerId { get; set; }

    public static DepartmentInput Of(Department department) => new()
    {
        Name = department.Name,
        Remit = department.Remit,
        Position = department.Position,
        IsOffice = department.IsOffice,
        LeaderId = department.LeaderId,
        HeadId = department.HeadId,
        DefaultHandlerId = department.DefaultHandlerId,
    };

    public DepartmentDetails Details() => new(Name, Remit ?? "", Position, IsOffice) { LeaderId = LeaderId, HeadId = HeadId, DefaultHandlerId = DefaultHandlerId };
}

/// <summary>What the form's partial draws: the input, and who may be chosen for each place.</summary>
public sealed record DepartmentForm(DepartmentInput Input, IReadOnlyDictionary<Guid, Person> Everyone, DepartmentId? Self)
{
    public IEnumerable<Person> Leaders => Holding(Duties.Leaders, Input.LeaderId);

    public IEnumerable<Person> Heads => Holding(Duty.DepartmentHead, Input.HeadId).OrderBy(IsElsewhere);

    public IEnumerable<Person> Handlers => Holding(Duty.Handler, Input.DefaultHandlerId).OrderBy(IsElsewhere);

    /// <summary>Whoever holds the place stays to be chosen, even if disabled since: saving another field must not empty this one.</summary>
    private IEnumerable<Person> Holding(Duty duty, Guid? present) =>
        Everyone.Values.Where(person => (person.Duties.Includes(duty) && !person.IsDisabled) || person.Id == present).OrderBy(person => person.UserName, StringComparer.Ordinal);

    private bool IsElsewhere(Person person) => person.DepartmentId != Self || Self is null;
}
