using System.Globalization;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Kill;

/// <summary>The ordinary way of a case with everybody at his own desk, and the clerk's way with the paper slips and a letter that comes back once.</summary>
internal sealed class Plans(IReadOnlyDictionary<string, string> ids)
{
    private const string Clerk = "xujing";
    private const string Director = "yumin";
    private const string Leader = "fangxiaolan";
    private const string Head = "wanghaitao";
    private const string Handler = "zhengning";
    private const string Day = "OnBehalf.OccurredOn";

    private static int pictures;

    public static IReadOnlyList<string> People { get; } = [Clerk, Director, Leader, Head, Handler];

    private readonly DateOnly today = OfficeClock.Day(TimeProvider.System.GetUtcNow());

    public IReadOnlyList<Plan> All =>
    [
        new Plan("desks",
        [
            Register(alsoReceive: false),
            new Deed(Clerk, "receive", (form, _) => form.With(Day, Ago(38))),
            new Deed(Director, "allocation/propose", (form, _) => form.With(Day, Ago(37)).With("Input.DepartmentId", Department)),
            new Deed(Leader, "allocation/decide", (form, _) => form.With(Day, Ago(36)).With("Input.Agrees", "true")),
            new Deed(Head, "accept", (form, _) => form.With(Day, Ago(35)).With("Input.HandlerId", ids[Handler])),
            Meeting(25), Meeting(15), Draft(10), Review("Head", Head, 9), Review("Office", Director, 9), .. Ending,
        ]),
        new Plan("slips",
        [
            Register(alsoReceive: true),
            new Deed(Clerk, "allocation/propose", (form, _) => form.With(Day, Ago(37)).With("Input.DepartmentId", Department).With("Input.OnPaper", "true").With("Input.DecidedOn", Ago(36))
                .With("Input.NamesHandler", "true").WithFile("OnBehalf.Original.New", "分办单.png", Picture())),
            Meeting(25), Meeting(15), Draft(12), Review("Head", Head, 11, agrees: false), Draft(10), Review("Head", Head, 9), Review("Office", Director, 9), .. Ending,
        ]),
    ];

    private string Department => ids["旅游科"];

    private IEnumerable<Deed> Ending =>
    [
        Review("Deputy", Leader, 8),
        new Deed(Clerk, "reply/seal", (form, story) => form.With(Day, Ago(7)).With("Input.Number", $"云经旅提〔{today.Year}〕{story.Number}号")),
        new Deed(Handler, "reply/deliver", (form, _) => form.With("Delivery.Handed[0].IsDone", "true").With("Delivery.Handed[0].On", Ago(6)).With("Delivery.Copies[0].IsDone", "true").With("Delivery.Copies[0].On", Ago(5))),
        new Deed(Clerk, "feedback/record", (form, _) => form.With(Day, Ago(2)).With("Input.Attitude", "Satisfied").With("Input.Result", "Satisfied").WithFile("Input.Scan.New", "征询意见表.png", Picture())),
        new Deed(Clerk, "archive", (form, _) => form.With("Input.Remark", "材料齐全")),
    ];

    private Deed Register(bool alsoReceive) => new(Clerk, "", (form, story) => form
        .With("Input.Kind", "CppccProposal").With("Input.CaseNumber", story.Number).With("Input.Subject", "关于旅游厕所的提案").With("Input.LeadName", "陈启明").With("Input.AssigningBody", "区政协提案委")
        .With("Input.AssignedOn", Ago(40)).With("Input.IsNotClassified", "true").With("Input.TermNumber", "15").With("Input.SessionNumber", "5").With("Input.IsInterSession", "false").With("Input.HandlingYear", $"{today.Year}")
        .With("Input.AlsoReceive", alsoReceive ? "true" : "false").With("Input.ReceivedOn", Ago(38)));

    private Deed Meeting(int daysAgo) => new(Handler, "consultations/record", (form, _) => form
        .With(Day, Ago(daysAgo)).With("Input.Kind", "Visit").With("Input.ProposersPoints", "希望增加公厕。").WithFile("Input.Proofs.New", "现场照片.png", Picture()));

    private Deed Draft(int daysAgo) => new(Handler, "reply/draft", (form, _) => form.With(Day, Ago(daysAgo)).With("Input.ResultClass", "A").With("Input.Body", "一、关于旅游厕所。已新建两座。")) { KeepsDraft = true };

    private Deed Review(string stage, string who, int daysAgo, bool agrees = true) => new(who, $"review/{stage}", (form, _) => form
        .With(Day, Ago(daysAgo)).With("Input.Agrees", agrees ? "true" : "false").With("Input.Opinion", agrees ? "" : "请补充数据。"));

    private string Ago(int days) => today.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static byte[] Picture() => DemoPaper.Draw(Interlocked.Increment(ref pictures));
}
