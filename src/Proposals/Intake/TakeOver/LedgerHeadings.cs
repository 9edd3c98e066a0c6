using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Proposals.Intake.Lists;

namespace Proposals.Intake.TakeOver;

/// <summary>How offices head the columns of their own ledgers.</summary>
internal static partial class LedgerHeadings
{
    private static readonly (LedgerField Field, string Words)[] Table =
    [
        (LedgerField.Sender, "交办单位 交办机关 交办机构 交办部门 来源"),
        (LedgerField.Role, "我局角色 本局角色 我单位角色 角色 办理方式 承办方式 承办性质 主办/会办 主会办 我局承办方式"),
        (LedgerField.OtherUnits, "其他单位 其他承办单位 其他办理单位 相关单位"),
        (LedgerField.ReceivedOn, "签收日期 签收时间 签收 接收日期 收文日期 收件日期 收到日期"),
        (LedgerField.Department, "科室 承办科室 责任科室 办理科室 主办科室 牵头科室 承办处室 处室 责任处室"),
        (LedgerField.Leader, "分管领导 分管局领导 责任领导 分管局长 分管副局长"),
        (LedgerField.Handler, "经办人 承办人 具体经办人 具体承办人 经办人员 承办人员"),
        (LedgerField.AllocatedOn, "分办日期 分办时间 局内分办日期 局内分办 局内交办日期 审定日期"),
        (LedgerField.Meetings, "面商 面商日期 面商时间 面商情况 面商记录 见面日期 沟通日期"),
        (LedgerField.Override, "例外放行 例外放行理由 例外理由"),
        (LedgerField.SubmittedOn, "送审日期 送审时间 送审 拟稿日期 拟稿 拟稿/送审 拟稿送审日期 拟稿时间"),
        (LedgerField.SignedOn, "签发日期 签发时间 签发"),
        (LedgerField.Signatory, "签发人 签发领导"),
        (LedgerField.ResultClass, "结果类别 办理结果类别 答复类别 办理类别 结果分类 类别(A/B/C) 类别(ABC) A/B/C A/B/C类 ABC类"),
        (LedgerField.DocumentNumber, "发文字号 答复文号 文号 复函文号 发文号 复文文号 答复字号"),
        (LedgerField.DeliveredOn, "送达日期 送达时间 送达 答复日期 答复时间 办复日期 办复时间"),
        (LedgerField.Attitude, "态度 办理态度 对办理态度 态度评价"),
        (LedgerField.Result, "结果 办理结果 对办理结果 结果评价"),
        (LedgerField.FeedbackOn, "反馈日期 反馈时间 征询意见日期 意见表日期 征询日期"),
        (LedgerField.ReassignedOn, "重新交办日期 重新交办 再次交办日期 重办日期"),
        (LedgerField.Promises, "承诺 承诺事项 承诺事项及时限 承诺内容 承诺事项及完成时限"),
        (LedgerField.ArchivedOn, "归档日期 归档时间 归档 办结/归档 办结归档 办结归档日期 办结日期"),
    ];

    /// <summary>One rating for attitude and result alike.</summary>
    private static readonly FrozenSet<string> Ratings = ((string[])["满意度", "满意情况", "评价", "反馈意见", "满意程度", "反馈情况"]).ToFrozenSet();

    private static readonly FrozenDictionary<string, LedgerField> Known =
        Table.SelectMany(row => row.Words.Split(' ').Select(word => (word, row.Field))).ToFrozenDictionary(pair => pair.word, pair => pair.Field);

    public static IReadOnlyList<LedgerField> Read(string heading, IReadOnlyList<string> cells)
    {
        var text = CellText.Fold(heading).TrimEnd(':', '*');
        if (text is "类别" or "结果" or "办理结果" && cells.Count > 0 && cells.All(cell => ClassCell().IsMatch(CellText.Fold(cell))))
            return [LedgerField.ResultClass];
        if (Ratings.Contains(text))
            return [LedgerField.Attitude, LedgerField.Result];
        if (Known.TryGetValue(text, out var field) || Known.TryGetValue(WithoutBrackets(text), out field))
            return [field];
        return Meeting().IsMatch(text) ? [LedgerField.Meetings] : [];
    }

    private static string WithoutBrackets(string text) => text.IndexOf('(', StringComparison.Ordinal) is var open and > 0 ? text[..open] : text;

    [GeneratedRegex(@"^[A-Da-d]类?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClassCell();

    [GeneratedRegex(@"^第?[一二三四五六七八九\d]次(有效)?面商|^面商[一二三四五六七八九\d]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Meeting();
}
