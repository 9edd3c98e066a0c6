using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;
using Proposals.Intake.TakeOver;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Intake;

/// <summary>A ledger as a clerk pastes it: headings, and rows of which only some cells are filled.</summary>
internal sealed class LedgerTable(Bureau bureau)
{
    public static DateTimeOffset Now { get; } = OfficeClock.At(new DateOnly(2025, 6, 20), new TimeOnly(10, 0));

    private static readonly string[] Headings =
    [
        "序号", "案号", "届次", "案由", "提案人", "交办单位", "交办日期", "我局角色", "其他单位", "签收日期", "科室", "分管领导", "经办人", "分办日期", "第一次面商", "第二次面商", "例外放行", "送审日期", "签发日期", "签发人",
        "类别", "发文字号", "送达日期", "满意度", "反馈日期", "重新交办日期", "承诺事项", "归档日期", "重点", "退办/撤案",
    ];

    private readonly List<string[]> rows = [];

    /// <param name="number">案号.</param>
    /// <param name="cells">Heading and text; what every row has is there already.</param>
    public LedgerTable Row(string number, params (string Heading, string Text)[] cells)
    {
        var row = new string[Headings.Length];
        Array.Fill(row, "");
        foreach (var (heading, text) in (ReadOnlySpan<(string, string)>)
            [("序号", $"{rows.Count + 1}"), ("案号", number), ("届次", "区政协十五届四次会议"), ("案由", $"关于第{number}件事项的提案"), ("提案人", "陈启明"), ("交办单位", "区政协提案委"), ("交办日期", "2025-03-17"), .. cells])
            row[Array.IndexOf(Headings, heading)] = text;
        rows.Add(row);
        return this;
    }

    public string Text => string.Join('\n', rows.Prepend(Headings).Select(row => string.Join('\t', row.Select(cell => cell.Contains('\n', StringComparison.Ordinal) ? $"\"{cell}\"" : cell))));

    public IReadOnlySet<int> AsFarAsSure { get; init; } = new HashSet<int>();

    public Task<LedgerReading> PreviewAsync() => WithAsync((ledger, question) => ledger.PreviewAsync(Sheet(), question, Now, TestContext.Current.CancellationToken));

    public Task<LedgerReading> TakeAsync(Guid? key = null) => WithAsync((ledger, question) => ledger.TakeAsync(Sheet(), question, key ?? Guid.NewGuid(), Now, TestContext.Current.CancellationToken));

    public static string Words(LedgerReading reading) =>
        string.Join('\n', reading.Rows.SelectMany(row => row.Problems.Select(problem => $"{row.Number} {problem.Column} {Words(problem.Reason)}")));

    public static string Words(Refusal refusal) => $"{refusal.Code}({string.Join(", ", refusal.Arguments.Select(Word))})";

    private static string? Word(object? argument) => argument switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        ActName act => act.Code,
        _ => argument?.ToString(),
    };

    private ListSheet Sheet()
    {
        var reading = ListFile.ReadPasted(Text);
        Assert.Null(reading.Refusal);
        return reading.Sheets[0];
    }

    private Task<LedgerReading> WithAsync(Func<LedgerTakeOver, LedgerQuestion, Task<LedgerReading>> use) =>
        bureau.WithAsync<LedgerTakeOver, LedgerReading>(ledger => use(ledger, new LedgerQuestion(bureau.Id("许婧"), 2025, "") { AsFarAsSure = AsFarAsSure }));
}
