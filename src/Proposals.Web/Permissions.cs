using Microsoft.AspNetCore.Authorization;
using Proposals.People;
using Proposals.Web.Accounts;

namespace Proposals.Web;

/// <summary>Who may open what. A page names one of these; whether a person may do an act on *this* case is asked by the act itself.</summary>
public static class Permissions
{
    /// <summary>Any account, whatever its duties: home, own password.</summary>
    public const string SignedIn = nameof(SignedIn);

    public const string ReadCases = nameof(ReadCases);

    public const string RegisterCases = nameof(RegisterCases);

    public const string ActOnCases = nameof(ActOnCases);

    /// <summary>工作交接: the office's director for everybody, a department's head for his own people.</summary>
    public const string HandOverWork = nameof(HandOverWork);

    /// <summary>提醒: whomever rungs, urgings and directions can reach.</summary>
    public const string ReadNotices = nameof(ReadNotices);

    public const string ReadStatistics = nameof(ReadStatistics);

    public const string ReadSupervision = nameof(ReadSupervision);

    public const string ManagePeople = nameof(ManagePeople);

    public const string ManageRules = nameof(ManageRules);

    /// <summary>Whoever draws them and whoever publishes them.</summary>
    public const string ReadWorkflows = nameof(ReadWorkflows);

    public const string DesignWorkflows = nameof(DesignWorkflows);

    /// <summary>Lets workflows that stopped go on. It shows the machine, not the cases.</summary>
    public const string RepairWorkflows = nameof(RepairWorkflows);

    /// <summary>运行状况: is everything well. Numbers of cases, not their content.</summary>
    public const string ReadOperations = nameof(ReadOperations);

    /// <summary>The author never publishes: the office's director does.</summary>
    public const string PublishWorkflows = nameof(PublishWorkflows);

    public static IReadOnlyDictionary<string, Duty> Holders { get; } = new Dictionary<string, Duty>
    {
        [ReadCases] = Duties.Staff | Duty.Supervisor,
        [RegisterCases] = Duties.Office,
        [ActOnCases] = Duties.Staff,
        [HandOverWork] = Duty.OfficeDirector | Duty.DepartmentHead,
        [ReadNotices] = Duties.Staff,
        [ReadStatistics] = Duties.Staff | Duty.Supervisor,
        [ReadSupervision] = Duty.Supervisor | Duties.Leaders | Duty.OfficeDirector,
        [ManagePeople] = Duty.Admin,
        [ManageRules] = Duty.Admin,
        [ReadWorkflows] = Duty.Admin | Duty.OfficeDirector,
        [DesignWorkflows] = Duty.Admin,
        [RepairWorkflows] = Duty.Admin,
        [ReadOperations] = Duty.Admin,
        [PublishWorkflows] = Duty.OfficeDirector,
    };

    public static IServiceCollection AddPermissions(this IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder().AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        foreach (var (permission, holders) in Holders)
            policies.AddPolicy(permission, policy => policy.RequireAuthenticatedUser().RequireAssertion(context => context.User.Duties().Includes(holders)));

        // A page that forgot its permission is closed. An address that leads nowhere stays a plain "not found".
        policies.SetFallbackPolicy(new AuthorizationPolicyBuilder()
            .RequireAssertion(context => context.Resource is HttpContext http && http.GetEndpoint() is null)
            .Build());
        return services;
    }
}
