using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Pages.People;

/// <summary>What an admin fills in about a person; the same for a new one and a known one.</summary>
public sealed class PersonInput
{
    [Required, StringLength(Lengths.Name), Display(Name = "Person_Name")]
    public string DisplayName { get; set; } = "";

    [StringLength(Lengths.Name), Display(Name = "Person_Title")]
    public string? Title { get; set; }

    [Display(Name = "Person_Department")]
    public Guid? DepartmentId { get; set; }

    [Display(Name = "Person_Duties")]
    public List<Duty> Duties { get; set; } = [];

    [StringLength(Lengths.Name), Display(Name = "Person_SeesOnlyFrom")]
    public string? SeesOnlyFrom { get; set; }

    /// <summary>Where reminders reach him by the office's gateway.</summary>
    [StringLength(Lengths.Phone), Display(Name = "Person_Phone")]
    public string? Phone { get; set; }

    [StringLength(PersonDetails.EmailLength), Display(Name = "Person_Email")]
    public string? Email { get; set; }

    public static PersonInput Of(Person person) => new()
    {
        DisplayName = person.DisplayName,
        Title = person.Title,
        DepartmentId = person.DepartmentId?.Value,
        Duties = [.. Proposals.People.Duties.All.Where(duty => person.Duties.HasFlag(duty))],
        SeesOnlyFrom = person.SeesOnlyFrom,
        Phone = person.PhoneNumber,
        Email = person.Email,
    };

    public PersonDetails Details() =>
        new(DisplayName, Title ?? "", Duties.Aggregate(Duty.None, (all, duty) => all | duty), DepartmentId is { } department ? new DepartmentId(department) : null)
        {
            SeesOnlyFrom = SeesOnlyFrom,
            Phone = Phone,
            Email = Email,
        };

    /// <summary>A body to see from narrows what a supervisor reads; on anybody else it would silently hide cases he works on. Mail to what is no address is found out only when it is needed.</summary>
    public void Check(ModelStateDictionary state, string prefix, IStringLocalizer text)
    {
        if (!string.IsNullOrWhiteSpace(SeesOnlyFrom) && !Duties.Contains(Duty.Supervisor))
            state.AddModelError($"{prefix}.{nameof(SeesOnlyFrom)}", text["Person_SeesOnlyFromWrong"]);
        if (!string.IsNullOrWhiteSpace(Email) && !System.Net.Mail.MailAddress.TryCreate(Email.Trim(), out _))
            state.AddModelError($"{prefix}.{nameof(Email)}", text["Person_EmailWrong"]);
    }
}

/// <summary>What the form's partial draws.</summary>
public sealed record PersonForm(PersonInput Input, IReadOnlyList<Department> Departments, bool DutiesAreFixed)
{
    /// <summary>Duties side by side as 三员分立 keeps them apart.</summary>
    public static IReadOnlyList<(string Key, IReadOnlyList<Duty> Duties)> Groups { get; } =
    [
        ("Cases", [.. Proposals.People.Duties.All.Where(duty => Proposals.People.Duties.Staff.HasFlag(duty))]),
        ("Supervision", [Duty.Supervisor]),
        ("Admin", [Duty.Admin]),
    ];
}
