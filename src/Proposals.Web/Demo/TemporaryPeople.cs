using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proposals.People;
using Proposals.Persistence;

namespace Proposals.Web.Demo;

/// <summary>Rows for signing in until the demo bureau is made by acts; then this file goes.</summary>
internal static class TemporaryPeople
{
    private static readonly (string UserName, string Name, string Title, Duty Duties, string? Department)[] People =
    [
        ("xujing", "许婧", "专管员", Duty.OfficeClerk, "办公室"),
        ("yumin", "俞敏", "办公室主任", Duty.OfficeDirector, "办公室"),
        ("zhengning", "郑宁", "经办人", Duty.Handler, "旅游科"),
        ("wanghaitao", "王海涛", "科长", Duty.DepartmentHead, "旅游科"),
        ("fangxiaolan", "方晓岚", "副局长", Duty.DeputyLeader, null),
        ("shenliqun", "沈立群", "局长", Duty.Principal, null),
        ("duqing", "杜青", "督查员", Duty.Supervisor, null),
        ("zhouyiming", "周一鸣", "系统管理员", Duty.Admin, null),
        ("gumingyuan", "顾明远", "副局长", Duty.DeputyLeader, null),
        ("sunguoqiang", "孙国强", "科长", Duty.DepartmentHead, "商贸发展科"),
        ("heyue", "何悦", "经办人", Duty.Handler, "商贸发展科"),
        ("qianyifan", "钱一帆", "科长", Duty.DepartmentHead, "招商服务科"),
        ("gaoxiang", "高翔", "经办人", Duty.Handler, "招商服务科"),
        ("fengyulan", "冯玉兰", "科长", Duty.DepartmentHead, "农产品安全科"),
        ("caolei", "曹磊", "经办人", Duty.Handler, "农产品安全科"),
        ("jiangwen", "蒋文", "科长", Duty.DepartmentHead, "产业规划科"),
        ("tangke", "唐可", "经办人", Duty.Handler, "产业规划科"),
        ("wujia", "吴佳", "经办人", Duty.Handler, "产业规划科"),
        ("linyue", "林岳", "督查员", Duty.Supervisor, null),
    ];

    public static async Task AddAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<ProposalsDbContext>();
        if (await db.Users.AnyAsync(cancellationToken))
            return;
        var accounts = services.GetRequiredService<UserManager<Person>>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var departments = People.Select(person => person.Department).OfType<string>().Distinct()
            .Select((name, position) => new Department { Id = DepartmentId.New(now), Name = name, Position = position, IsOffice = name == "办公室" })
            .ToDictionary(department => department.Name);
        db.Departments.AddRange(departments.Values);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var (userName, name, title, duties, department) in People)
        {
            var person = new Person
            {
                UserName = userName,
                DisplayName = name,
                Title = title,
                Duties = duties,
                DepartmentId = department is null ? null : departments[department].Id,
                IsDisabled = userName == "wujia",
                SeesOnlyFrom = userName == "linyue" ? "区政府督查室" : null,
            };
            var made = await accounts.CreateAsync(person, DemoAccounts.Password);
            if (!made.Succeeded)
                throw new InvalidOperationException($"The demo account {userName} was refused: {string.Join("; ", made.Errors.Select(error => error.Description))}");
        }
    }
}
