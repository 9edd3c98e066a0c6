using System.Globalization;
using System.Text;

namespace Proposals.Web.Demo;

/// <summary>Last year's ledger as the office kept it in a spreadsheet: ten items, taken over in one go.</summary>
internal sealed class DemoLedger(DemoCalendar calendar, DateOnly takenOver)
{
    /// <summary>Working days from the first assignment to the day the ledger is taken over.</summary>
    private const int Age = 190;

    private const string Headings = "案号\t届次\t案由\t提案人\t交办单位\t交办日期\t我局角色\t签收日期\t科室\t分管领导\t经办人\t分办日期\t第一次面商\t第二次面商\t例外放行理由\t送审日期\t签发日期\t签发人\t类别\t发文字号\t送达日期\t态度\t结果\t反馈日期\t承诺事项\t归档日期";

    private readonly StringBuilder text = new(Headings + "\n");
    private int place;

    public static IReadOnlyDictionary<string, string> Numbers { get; } = Enumerable.Range(1, 10).ToDictionary(place => $"L{place:00}", place => (300 + place).ToString(CultureInfo.InvariantCulture));

    public string Write()
    {
        Row("关于建设文旅导览服务点的建议", false, "袁立成", "旅游科", "方晓岚", "郑宁", "B", "建成3处导览服务点");
        Row("关于引进连锁便利店的提案", true, "丁晓梅", "商贸发展科", "方晓岚", "何悦", "B", "新增便利店20家");
        Row("关于优化招商项目服务的提案", true, "贺志远", "招商服务科", "顾明远", "高翔", "B", "实行项目服务专员制度");
        Row("关于加强活禽交易管理的建议", false, "朱秋萍", "农产品安全科", "顾明远", "曹磊", "B", "完成两个交易点改造", oneMeeting: true);
        Row("关于编制物流用地规划的提案", true, "邵文斌", "产业规划科", "顾明远", "唐可", "B", "完成物流用地专项规划");
        Row("关于增加景区公共停车位的提案", true, "章丽华", "旅游科", "方晓岚", "郑宁", "B", "新增景区停车位200个");
        Row("关于培育夜间经济示范街的建议", false, "汪国平", "商贸发展科", "方晓岚", "何悦", "A", "");
        Row("关于开展安商政策宣讲的建议", false, "金晓燕", "招商服务科", "顾明远", "高翔", "A", "");
        Row("关于完善食用农产品检测公示的提案", true, "郭建华", "农产品安全科", "顾明远", "曹磊", "A", "");
        Row("关于设立区级物流发展基金的提案", true, "苏明", "产业规划科", "顾明远", "唐可", "C", "");
        return text.ToString();
    }

    private void Row(string subject, bool isCppcc, string proposer, string department, string leader, string handler, string resultClass, string promise, bool oneMeeting = false)
    {
        place++;
        var assigned = calendar.After(takenOver, place - Age);
        string Day(int workingDays) => calendar.After(assigned, workingDays).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        string[] cells =
        [
            Numbers[$"L{place:00}"], isCppcc ? "区政协十五届四次会议" : "区十六届人大四次会议", subject, proposer, isCppcc ? "区政协提案委" : "区人大常委会代表工委", Day(0), "独办",
            Day(1), department, leader, handler, Day(3), Day(10) + " 走访", oneMeeting ? "" : Day(24) + " 座谈", oneMeeting ? "代表长期在外，书面同意不再面商" : "",
            Day(36), Day(40), leader, resultClass, $"云经旅提〔{assigned.Year}〕{place}号", Day(45) + " 上门", "满意", place == 10 ? "基本满意" : "满意", Day(52),
            promise.Length == 0 ? "" : $"{promise}（{calendar.Today.AddDays(60 + place).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}前）", promise.Length == 0 ? Day(55) : "",
        ];
        text.AppendJoin('\t', cells).Append('\n');
    }
}
