using System.Collections.Frozen;

namespace Proposals.Intake.Lists;

/// <summary>How lists head their columns. Assembly offices, government offices and the systems they export from each have their own words.</summary>
internal static class HeadingWords
{
    /// <summary>Known as a heading, but nothing the ledger keeps.</summary>
    private const string Ordinal = "序号 序 顺序 顺序号 NO NO.";

    private static readonly (ListField Field, string Words)[] Table =
    [
        (ListField.Number, "案号 编号 建议号 提案号 议案号 建议编号 提案编号 议案编号 件号 案件号 建议提案号 建议提案编号 建议案号 提案案号 总编号 代表建议编号 代表建议号 政协提案号 政协提案编号 建议/提案编号 建议、提案编号 案件编号 号数"),
        (ListField.Subject, "案由 标题 题目 建议名称 提案名称 议案名称 建议标题 提案标题 建议题目 提案题目 建议案由 提案案由 建议提案名称 建议提案标题 建议提案题目 件名 名称 题名 事由 案题 代表建议标题 建议/提案标题 建议、提案标题 建议/提案名称"),
        (ListField.Proposers, "提案人 提案者 代表 领衔代表 建议人 提出人 第一提案人 第一提案者 领衔人 领衔提案人 领衔代表姓名 代表姓名 委员 委员姓名 提案委员 建议代表 领衔 姓名 提案单位 提案人姓名 代表委员 代表/委员 代表、委员 提议人 代表(委员) 提案人(单位) 建议人(代表) 提出代表 建议提出人 提出人姓名 领衔代表(提案人)"),
        (ListField.CoProposers, "联名代表 联名人 联名 联名委员 联名提案人 联名(附议)人 其他提案人 其他联名人 联合提案人"),
        (ListField.Seconders, "附议人 附议代表 附议委员 附议 附议提案人 附议人姓名"),
        (ListField.Group, "代表团 界别 所在代表团 所属代表团 所属界别 代表团(界别) 代表团/界别 代表团、界别 所在界别 选区"),
        (ListField.WorkUnit, "工作单位 工作单位及职务 单位及职务 单位职务"),
        (ListField.Phone, "联系电话 电话 手机 手机号 手机号码 联系方式 电话号码 代表电话 委员电话"),
        (ListField.ContactPerson, "联系人 提案联系人 集体提案联系人"),
        (ListField.Kind, "类别 种类 类型 件别 建议类别 提案类别 建议提案类别 文种 性质"),
        (ListField.Session, "届次 届别 会次 会议届次 届次会议 所属届次 会议 会议名称"),
        (ListField.AssignedOn, "交办日期 交办时间 交办日 转办日期 转办时间 转交日期 下达日期"),
        (ListField.Units, "承办单位 办理单位 承办部门 责任单位 承办单位及方式 承办"),
        (ListField.LeadUnits, "主办单位 主办 主办部门 牵头单位 牵头部门 牵头承办单位 主(独)办单位 主办(独办)单位 独(主)办单位 独办(主办)单位 主办/独办单位 独办/主办单位"),
        (ListField.CoUnits, "会办单位 会办 会办部门 协办单位 协办 协办部门 配合单位 参与单位 会(协)办单位 协(会)办单位 会办(协办)单位 协办(会办)单位 会同办理单位"),
        (ListField.SplitUnits, "分办单位 分办 分别办理单位 分办部门"),
        (ListField.Method, "办理方式 承办方式 办理类型 承办类型 承办性质 办理性质 办理形式 承办形式"),
        (ListField.DueOn, "办理期限 答复期限 办理时限 办结时限 办结期限 办复期限 答复时限 完成时限 截止日期 限办日期 要求办结时间 要求答复时间 答复截止日期"),
        (ListField.Opinion, "交办意见 批示意见 审查意见 办理要求 拟办意见 领导批示 交办要求"),
        (ListField.Content, "内容 建议内容 提案内容 主要内容 正文 内容摘要 建议提案内容"),
        (ListField.Key, "重点 是否重点 重点件 重点建议 重点提案 是否重点件 是否重点建议 是否重点提案"),
        (ListField.Remarks, "备注 备考 附注 说明"),
    ];

    private static readonly FrozenDictionary<string, ListField?> Known =
        Table.SelectMany(row => Split(row.Words).Select(word => (word, (ListField?)row.Field))).Concat(Split(Ordinal).Select(word => (word, (ListField?)null)))
            .ToFrozenDictionary(pair => pair.word, pair => pair.Item2);

    /// <summary>Parts of longer headings, tried where the whole is unknown: 区人大建议编号 is a number all the same.</summary>
    private static readonly (string Part, ListField Field)[] Parts =
    [
        ("建议编号", ListField.Number), ("提案编号", ListField.Number), ("案号", ListField.Number),
        ("会办单位", ListField.CoUnits), ("协办单位", ListField.CoUnits), ("分办单位", ListField.SplitUnits), ("主办单位", ListField.LeadUnits), ("牵头单位", ListField.LeadUnits), ("承办单位", ListField.Units),
        ("交办日期", ListField.AssignedOn), ("交办时间", ListField.AssignedOn), ("联名", ListField.CoProposers), ("附议", ListField.Seconders),
        ("领衔代表", ListField.Proposers), ("提案人", ListField.Proposers), ("提案者", ListField.Proposers), ("案由", ListField.Subject), ("标题", ListField.Subject), ("办理期限", ListField.DueOn), ("答复期限", ListField.DueOn),
    ];

    /// <summary>联名（附议）人: whoever knows the list must say which of the two they are.</summary>
    public static bool IsMixed(string heading) => heading.Contains("联名", StringComparison.Ordinal) && heading.Contains("附议", StringComparison.Ordinal);

    /// <summary>Whether the text is a heading at all, and what it heads.</summary>
    public static bool Knows(string cell, out ListField? field)
    {
        field = null;
        if (cell.Length is 0 or > 24)
            return false;
        var text = CellText.Fold(cell).TrimEnd('*', ':').TrimStart('*').ToUpperInvariant();
        if (Known.TryGetValue(text, out field) || Known.TryGetValue(WithoutBrackets(text), out field))
            return true;
        if (text.Length > 12 || Array.Find(Parts, known => text.Contains(known.Part, StringComparison.Ordinal)) is not { Part: not null } part)
            return false;
        field = part.Field;
        return true;
    }

    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = text.IndexOf(')', StringComparison.Ordinal);
        return open >= 0 && close > open ? text[..open] + text[(close + 1)..] : text;
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
