using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.FollowUp;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Reply;

namespace Proposals.Web.Demo;

/// <summary>The cases of this year that the present acts can produce. No case is faked ahead of its feature.</summary>
internal sealed partial class DemoCases(DemoSchedule schedule, DemoCalendar calendar)
{
    private const string CongressBody = "区人大常委会代表工委";
    private const string CppccBody = "区政协提案委";

    public void WriteAll()
    {
        TourismAndCulture();
        BusinessClimate();
        NightMarkets();
        FarmersMarkets();
        FoodTraceability();
        OldShoppingStreet();
        CanalFootpaths();
        ColdChain();
        OldBrands();
        AccessibleSights();
        BusConnections();
        TourismBuses();
        PublicToilets();
        StreetGuidelines();
    }

    /// <summary>C01: the whole story, four consultations, sent back once, handed over by the principal.</summary>
    private void TourismAndCulture()
    {
        var assigned = calendar.Wd(-150);
        var story = Tourism("C01", assigned);
        story.Opened(Proposal("258", "关于加快发展商旅文紧密结合的旅游产业的提案", assigned, Member("陈启明")));
        story.Met(story.Day(8), ContactKind.Visit, "委员工作单位", "希望商业、旅游、文化资源统一规划，形成可走、可看、可买的线路。", "先梳理资源清单，再谈线路。");
        story.Met(story.Day(21), ContactKind.Symposium, "局三楼会议室", "建议把特色街区、博物馆和商圈串联起来，统一标识。", "同意分两批推出线路，标识由局统一设计。");
        story.Met(story.Day(33), ContactKind.Phone, "", "询问资源清单进度。", "答复稿完成后当面沟通。");
        story.Submitted(story.Day(38), "A", "一、关于统一规划。已完成全区商旅文资源清单。\n二、关于线路。推出两条精品线路。");
        story.HeadSays(story.Day(39), false, "请逐条对应委员的三点建议作答，并补充时间安排。");
        story.Met(story.Day(42), ContactKind.Visit, "委员工作单位", "认可答复稿方向，希望写明标识完成时间。", "在答复中写明第三季度完成。");
        story.Submitted(story.Day(43), "A", "一、关于统一规划商旅文资源。我局已完成资源清单，并纳入全区旅游发展规划。\n二、关于串联线路。已推出“老街寻味”“运河夜游”两条线路。\n三、关于统一标识。特色街区导览标识已于第三季度全部更新。");
        story.HeadSays(story.Day(44), true, "已按意见修改，同意报审。");
        story.OfficeSays(story.Day(45), true, "要素齐全，类别标注无误。");
        story.LeaderSigns(story.Day(47));
        story.Sealed(story.Day(48));
        story.Met(story.Day(52), ContactKind.Visit, "委员工作单位", "对办理工作表示满意，希望继续关注运河沿线。", "将运河沿线纳入下一年工作。", withLeader: "沈立群");
        story.Delivered(story.Day(52), "沈立群");
        story.Copied(story.Day(53), CppccBody);
        story.Answered(story.Day(57), Rating.Satisfied, Rating.Satisfied, "四次面商，局长亲自上门，非常感谢。");
        story.Archived(story.Day(60));
    }

    /// <summary>C02: a key item with five promises; two kept, one late, one near, one far.</summary>
    private void BusinessClimate()
    {
        var assigned = calendar.Wd(-130);
        var story = new DemoStory(schedule, calendar, new DemoCase("C02"), assigned) { Department = "招商服务科", Leader = "顾明远", Head = "钱一帆", Handler = "高翔" };
        story.Opened(Proposal("31", "关于加强安商稳商、发展区域经济的提案", assigned, Member("单晓峰")) with { IsKey = true, LedById = schedule.Id("顾明远"), SupervisedBy = "区政协副主席" });
        story.Met(story.Day(9), ContactKind.Visit, "委员企业", "企业最关心政策稳定和问题有人管。", "研究建立固定的沟通和办事机制。");
        story.Planned(story.Day(16), story.Day(18), "围绕安商稳商形成常态化服务机制，让企业问题有人管、管得好。",
            ("建立企业家联谊会", calendar.Wd(-35)),
            ("强化政府对企业的服务，确定联络员", calendar.Wd(-20)),
            ("实行重大问题现场办公", calendar.Wd(-3)),
            ("举办涉企政策通报会", calendar.Wd(8)),
            ("建立企业服务回访", calendar.Today.AddDays(90)));
        story.Met(story.Day(25), ContactKind.Symposium, "区安商办会议室", "希望重大问题能现场办公，一次解决。", "形成五项举措初稿，再征求意见。");
        story.Met(story.Day(40), ContactKind.Visit, "委员企业", "认可五项举措，希望写明责任科室和时间。", "五项举措逐项写明责任人和完成时限。", withLeader: "顾明远");
        story.Submitted(story.Day(44), "B", "我局围绕安商稳商提出五项举措：建立企业家联谊会，强化政府对企业的服务，实行重大问题现场办公，举办涉企政策通报会，建立企业服务回访。逐项责任科室和完成时限附后。", promisesMoney: false,
        [
            BusinessPromise("建立企业家联谊会", calendar.Wd(-35)),
            BusinessPromise("强化政府对企业的服务，确定联络员", calendar.Wd(-20)),
            BusinessPromise("实行重大问题现场办公", calendar.Wd(-3)),
            BusinessPromise("举办涉企政策通报会", calendar.Wd(8)),
            BusinessPromise("建立企业服务回访", calendar.Today.AddDays(90)),
        ]);
        story.HeadSays(story.Day(45), true, "同意报审。");
        story.OfficeSays(story.Day(46), true, "承诺事项已逐项列明。");
        story.LeaderSigns(story.Day(47));
        story.PrincipalSigns(story.Day(48));
        story.Sealed(story.Day(49));
        story.Delivered(story.Day(51), "顾明远");
        story.Copied(story.Day(52), CppccBody);
        story.Answered(story.Day(58), Rating.Satisfied, Rating.Satisfied, "五项举措务实，期待落实。");
        story.Measured(calendar.Wd(-40), 0, MeasureState.Done, "首批会员46家。");
        story.Kept(calendar.Wd(-40), calendar.Wd(-38), 0, "企业家联谊会已成立，首批会员46家。", "查看成立大会纪要和会员名册，属实。");
        story.Measured(calendar.Wd(-25), 1, MeasureState.Done, "重点企业联络员已公布。");
        story.Kept(calendar.Wd(-25), calendar.Wd(-22), 1, "已为重点企业确定联络员并公布电话。", "抽查五家企业，均已知晓联络员。");
        story.Measured(calendar.Wd(-9), 2, MeasureState.InProgress, "现场办公制度已拟定。");
        story.Progressed(calendar.Wd(-9), 2, "现场办公制度已拟定，首次现场办公因场地调整推迟。");
    }

    /// <summary>C03: near its date with only one valid consultation; the gate is still shut.</summary>
    private void NightMarkets()
    {
        var assigned = calendar.AssignedSoThatDue(DeadlineKind.Reply, calendar.Wd(4), due => due > calendar.Today && calendar.IsWorkingDay(due));
        var story = Tourism("C03", assigned);
        story.Opened(Suggestion("12", "关于规范夜市街区管理的建议", assigned, Member("吕素琴"),
            new ProposerEntry("范建国", ProposerRole.CoProposer) { Group = "城北代表团" }, new ProposerEntry("施雯", ProposerRole.CoProposer) { Group = "城北代表团" }));
        story.Met(story.Day(15), ContactKind.SiteInspection, "运河夜市", "占道和油烟问题突出，希望划定经营时段。", "会同属地街道提出时段方案。");
        story.Met(calendar.Wd(-6), ContactKind.Phone, "", "询问时段方案。", "近日再次上门沟通。");
    }

    /// <summary>C04: overdue, and it lies with the leader. Its allocation was approved on paper.</summary>
    private void FarmersMarkets()
    {
        var assigned = calendar.AssignedSoThatDue(DeadlineKind.Reply, calendar.Wd(-2), due => due < calendar.Today);
        var story = Commerce("C04", assigned);
        story.Opened(Suggestion("27", "关于提升农贸市场改造标准的建议", assigned, Member("葛长春")), allocatedOnPaper: true);
        story.Met(story.Day(12), ContactKind.Visit, "代表联络站", "希望改造标准包含排水、采光和无障碍。", "列入新标准讨论稿。");
        story.Met(story.Day(25), ContactKind.SiteInspection, "城西农贸市场", "现场指出摊位过密、通道过窄。", "新标准写明通道最小宽度。");
        story.Submitted(calendar.Wd(-6), "A", "一、关于改造标准。新标准已写入排水、采光、无障碍和通道宽度四项要求。\n二、关于已改造市场。对城西农贸市场先行整改。");
        story.HeadSays(calendar.Wd(-5), true, "同意报审。");
        story.OfficeSays(calendar.Wd(-4), true, "临近期限，请尽快签发。");
    }

    /// <summary>C05: replied in time, the form is owed; one visit was entered late.</summary>
    private void FoodTraceability()
    {
        var assigned = calendar.Wd(-60);
        var story = new DemoStory(schedule, calendar, new DemoCase("C05"), assigned) { Department = "农产品安全科", Leader = "顾明远", Head = "冯玉兰", Handler = "曹磊" };
        story.Opened(Proposal("176", "关于推进食用农产品安全追溯的提案", assigned, Member("汤文静")));
        story.Met(story.Day(10), ContactKind.Visit, "委员工作单位", "追溯码要让买菜的人看得懂、扫得出。", "先在两家市场试点。");
        story.Met(story.Day(24), ContactKind.SiteInspection, "试点市场", "试点市场扫码率偏低，建议摊主培训。", "安排两场培训。", recordedOn: story.Day(28));
        story.Submitted(story.Day(38), "A", "一、关于追溯码。两家试点市场已全面启用，摊位公示到位。\n二、关于培训。已完成两场摊主培训，扫码率明显提高。");
        story.HeadSays(story.Day(39), true, "同意报审。");
        story.OfficeSays(story.Day(41), true, "同意。");
        story.LeaderSigns(story.Day(43));
        story.Sealed(story.Day(44));
        story.Delivered(calendar.Wd(-12), "曹磊");
        story.Copied(calendar.Wd(-11), CppccBody, isUploaded: false);
        story.Urged(calendar.Wd(-2), "汤文静委员", "电话提醒征询意见表，委员答复本周寄回。");
    }

    /// <summary>C12: a collective proposal waiting for the leader's decision.</summary>
    private void OldBrands()
    {
        var assigned = calendar.Wd(-4);
        var story = Commerce("C12", assigned);
        story.Registered(calendar.Wd(-3), Proposal("203", "关于扶持老字号品牌的提案", assigned,
            new ProposerEntry("民建区基层委", ProposerRole.Collective) { Group = "民建", ContactPerson = "顾小满" }));
        story.Received(calendar.Wd(-3));
        story.AllocationProposed(calendar.Wd(-2), "建议由商贸发展科办理，请方晓岚同志审定。");
    }

    /// <summary>C13: the office's first click.</summary>
    private void AccessibleSights()
    {
        var assigned = calendar.LastWorkingDay;
        Tourism("C13", assigned).Registered(assigned, Suggestion("64", "关于推广景区无障碍设施的建议", assigned, Member("蔡红梅")));
    }

    private DemoStory Tourism(string code, DateOnly assigned) =>
        new(schedule, calendar, new DemoCase(code), assigned) { Department = "旅游科", Leader = "方晓岚", Head = "王海涛", Handler = "郑宁" };

    private DemoStory Commerce(string code, DateOnly assigned) =>
        new(schedule, calendar, new DemoCase(code), assigned) { Department = "商贸发展科", Leader = "方晓岚", Head = "孙国强", Handler = "何悦" };

    private Promise BusinessPromise(string text, DateOnly due) =>
        new(text, due) { DepartmentId = schedule.Department("招商服务科"), ResponsibleId = schedule.Id("高翔") };

    private static ProposerEntry Member(string name) => new(name, ProposerRole.Lead) { WorkUnit = "云澜区某单位", Phone = "130-0000-0000" };

    private RegisterCase Proposal(string number, string subject, DateOnly assigned, params IReadOnlyList<ProposerEntry> proposers) =>
        Registration(ItemKind.CppccProposal, number, subject, CppccBody, 15, assigned, proposers);

    private RegisterCase Suggestion(string number, string subject, DateOnly assigned, params IReadOnlyList<ProposerEntry> proposers) =>
        Registration(ItemKind.Suggestion, number, subject, CongressBody, 16, assigned, proposers);

    private RegisterCase Registration(ItemKind kind, string number, string subject, string body, int term, DateOnly assigned, IReadOnlyList<ProposerEntry> proposers) =>
        new(kind, number, subject, body, assigned, proposers)
        {
            IsNotClassified = true,
            TermNumber = term,
            SessionNumber = 5,
            IsInterSession = assigned.Month > 5,
            HandlingYear = calendar.Today.Year,
            Content = "（演示）为进一步做好相关工作，结合调研情况提出如下意见：一、加强统筹；二、分步实施；三、注重实效。",
        };
}
