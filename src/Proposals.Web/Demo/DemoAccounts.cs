namespace Proposals.Web.Demo;

/// <summary>The people of the demo bureau as the sign-in page offers them. What to try is a text named after the account.</summary>
public sealed record DemoAccount(string UserName, string Name, string Title, bool IsTile = false);

public static class DemoAccounts
{
    public const string Password = "Yunlan@2026";

    public static IReadOnlyList<DemoAccount> All { get; } =
    [
        new("xujing", "许婧", "办公室经办", IsTile: true),
        new("yumin", "俞敏", "办公室主任", IsTile: true),
        new("zhengning", "郑宁", "旅游科 经办人", IsTile: true),
        new("wanghaitao", "王海涛", "旅游科 科长", IsTile: true),
        new("fangxiaolan", "方晓岚", "副局长（分管领导）", IsTile: true),
        new("shenliqun", "沈立群", "局长（主要领导）", IsTile: true),
        new("duqing", "杜青", "督查员", IsTile: true),
        new("zhouyiming", "周一鸣", "系统管理员"),
        new("gumingyuan", "顾明远", "副局长（分管领导）"),
        new("sunguoqiang", "孙国强", "商贸发展科 科长"),
        new("heyue", "何悦", "商贸发展科 经办人"),
        new("qianyifan", "钱一帆", "招商服务科 科长"),
        new("gaoxiang", "高翔", "招商服务科 经办人"),
        new("fengyulan", "冯玉兰", "农产品安全科 科长"),
        new("caolei", "曹磊", "农产品安全科 经办人"),
        new("jiangwen", "蒋文", "产业规划科 科长"),
        new("tangke", "唐可", "产业规划科 经办人"),
        new("linyue", "林岳", "区政府督查室 督查员"),
    ];

    public static IEnumerable<DemoAccount> Tiles => All.Where(account => account.IsTile);

    public static IEnumerable<DemoAccount> Others => All.Where(account => !account.IsTile);
}
