using Microsoft.AspNetCore.Identity;

namespace Proposals.People;

/// <summary>An account and the person behind it. Never deleted: history names it. Its key is Identity's plain Guid.</summary>
public sealed class Person : IdentityUser<Guid>
{
    public required string DisplayName { get; set; }

    /// <summary>职务 as people say it: 局长, 科长 …</summary>
    public string Title { get; set; } = "";

    public Duty Duties { get; set; }

    public DepartmentId? DepartmentId { get; set; }

    public bool IsDisabled { get; set; }

    public bool MustChangePassword { get; set; }

    /// <summary>A supervisor from outside reads only what this body assigned; null reads all.</summary>
    public string? SeesOnlyFrom { get; set; }
}
