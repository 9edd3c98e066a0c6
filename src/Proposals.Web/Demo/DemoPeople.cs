using Proposals.People;

namespace Proposals.Web.Demo;

/// <summary>云澜区经贸旅游局: invented people in invented departments.</summary>
internal static class DemoPeople
{
    public const string BureauName = "云澜区经贸旅游局";

    public static IReadOnlyList<(string UserName, string Name, string Title, Duty Duties, string? Department)> People { get; } =
    [
        ("shenliqun", "沈立群", "局长", Duty.Principal | Duty.DeputyLeader, null),
        ("fangxiaolan", "方晓岚", "副局长", Duty.DeputyLeader, null),
        ("gumingyuan", "顾明远", "副局长", Duty.DeputyLeader, null),
        ("yumin", "俞敏", "办公室主任", Duty.OfficeDirector | Duty.DepartmentHead, "办公室"),
        ("xujing", "许婧", "建议提案专管员", Duty.OfficeClerk | Duty.Handler, "办公室"),
        ("wanghaitao", "王海涛", "旅游科科长", Duty.DepartmentHead | Duty.Handler, "旅游科"),
        ("zhengning", "郑宁", "旅游科科员", Duty.Handler, "旅游科"),
        ("sunguoqiang", "孙国强", "商贸发展科科长", Duty.DepartmentHead | Duty.Handler, "商贸发展科"),
        ("heyue", "何悦", "商贸发展科科员", Duty.Handler, "商贸发展科"),
        ("qianyifan", "钱一帆", "招商服务科科长", Duty.DepartmentHead | Duty.Handler, "招商服务科"),
        ("gaoxiang", "高翔", "招商服务科科员", Duty.Handler, "招商服务科"),
        ("fengyulan", "冯玉兰", "农产品安全科科长", Duty.DepartmentHead | Duty.Handler, "农产品安全科"),
        ("caolei", "曹磊", "农产品安全科科员", Duty.Handler, "农产品安全科"),
        ("jiangwen", "蒋文", "产业规划科科长", Duty.DepartmentHead | Duty.Handler, "产业规划科"),
        ("tangke", "唐可", "产业规划科科员", Duty.Handler, "产业规划科"),
        ("wujia", "吴佳", "产业规划科科员", Duty.Handler, "产业规划科"),
        ("duqing", "杜青", "督查员", Duty.Supervisor, null),
        ("linyue", "林岳", "区政府督查室", Duty.Supervisor, null),
        ("zhouyiming", "周一鸣", "系统管理员", Duty.Admin, null),
    ];

    public static IReadOnlyList<(string Name, string Remit, string Leader, string Head, string? Handler)> Departments { get; } =
    [
        ("办公室", "牵头、登记、催办、核稿", "沈立群", "俞敏", "许婧"),
        ("旅游科", "旅游", "方晓岚", "王海涛", "郑宁"),
        ("商贸发展科", "三产、商贸中心、夜间经济", "方晓岚", "孙国强", "何悦"),
        ("招商服务科", "安商稳商", "顾明远", "钱一帆", "高翔"),
        ("农产品安全科", "动物检疫、食用农产品安全", "顾明远", "冯玉兰", "曹磊"),
        ("产业规划科", "规划、物流", "顾明远", "蒋文", "唐可"),
    ];

    public static BureauDetails Bureau { get; } = new("云澜区经贸旅游局", "区经贸旅游局\n经贸旅游局\n区经旅局")
    {
        Address = "云澜区运河路18号",
        Phone = "0571-0000 0000",
    };

    /// <summary>Left the bureau; the account stays for the history and lets nobody in.</summary>
    public const string Leaver = "吴佳";

    public const int LeftWorkingDaysAgo = 15;

    public const string Admin = "周一鸣";

    public const string OutsideSupervisor = "林岳";

    public const string OutsideBody = "区政府督查室";
}
