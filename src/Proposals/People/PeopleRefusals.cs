using Microsoft.AspNetCore.Identity;
using Proposals.Acts;

namespace Proposals.People;

public static class PeopleRefusals
{
    public static Refusal AdminActsOnNoCase { get; } = new("people.admin-acts-on-no-case");

    public static Refusal SupervisorActsOnNoCase { get; } = new("people.supervisor-acts-on-no-case");

    public static Refusal NotYourself { get; } = new("people.not-yourself");

    public static Refusal StillNeeded(string name, int waiting, int handled) => new("people.still-needed", name, waiting, handled);

    public static Refusal NamedInDepartment(string name, string department) => new("people.named-in-department", name, department);

    public static Refusal DepartmentExists(string name) => new("people.department-exists", name);

    public static Refusal LacksDuty(string name, Duty duty) => new("people.lacks-duty", name, duty);

    public static Refusal NoCalendarFeed { get; } = new("people.no-calendar-feed");

    public static Refusal UnfitUserName { get; } = new("identity.InvalidUserName");

    public static Refusal NoDepartments { get; } = new("people.no-departments");

    /// <summary>Without whoever holds it the work cannot begin.</summary>
    public static Refusal NobodyHolds(Duty duty) => new("people.nobody-holds", duty);

    /// <summary>Identity's own error codes, worded by the face like every refusal.</summary>
    public static Refusal? Of(IdentityResult result) =>
        result.Succeeded ? null : new Refusal($"identity.{result.Errors.Select(error => error.Code).FirstOrDefault()}");
}
