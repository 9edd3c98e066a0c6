using Proposals.Intake.Lists;

namespace Proposals.People.Roster;

/// <summary>What a column of a list of people means.</summary>
internal enum PeopleField
{
    Department,
    Leader,
    Head,
    Handlers,
    Remit,
    Name,
    Title,
    Duty,
    UserName,

    /// <summary>分管科室 of a leader who has a row of his own.</summary>
    Leads,
}

/// <summary>The row that names the columns: a department a row, or a person a row.</summary>
internal sealed record PeopleHeadings(int Row, IReadOnlyDictionary<PeopleField, int> Columns, IReadOnlyList<string> Words)
{
    private const int Searched = 20;

    private static readonly (PeopleField Field, string Words)[] Table =
    [
        (PeopleField.Department, "科室 处室 部门 所在科室 科室名称 处室名称"),
        (PeopleField.Leader, "分管领导 分管局领导 分管副局长"),
        (PeopleField.Head, "科长 科室负责人 负责人 处长 处室负责人"),
        (PeopleField.Handlers, "经办人 承办人 经办人员 工作人员 科员"),
        (PeopleField.Remit, "职能 主要职能 科室职能 工作职责"),
        (PeopleField.Name, "姓名 名字 人员"),
        (PeopleField.Title, "职务 职位 岗位"),
        (PeopleField.Duty, "身份 角色 职责 办理身份"),
        (PeopleField.UserName, "登录名 用户名 账号 登录账号"),
        (PeopleField.Leads, "分管科室 分管处室 分管部门"),
    ];

    public bool IsByPerson => Columns.ContainsKey(PeopleField.Name);

    public static PeopleHeadings? Find(ListSheet sheet)
    {
        for (var row = 0; row < Math.Min(Searched, sheet.Rows.Count); row++)
        {
            var columns = new Dictionary<PeopleField, int>();
            for (var column = 0; column < sheet.Width; column++)
            {
                if (Of(sheet.Rows[row][column]) is { } field)
                    columns.TryAdd(field, column);
            }

            if (columns.Count >= 2 && (columns.ContainsKey(PeopleField.Name) || columns.ContainsKey(PeopleField.Department)))
                return new PeopleHeadings(row, columns, sheet.Rows[row]);
        }

        return null;
    }

    public string Cell(IReadOnlyList<string> row, PeopleField field) => Columns.TryGetValue(field, out var column) ? CellText.OneLine(row[column]) : "";

    public string? NameOf(PeopleField field) => Columns.TryGetValue(field, out var column) ? Words[column] : null;

    private static PeopleField? Of(string heading)
    {
        var text = CellText.Fold(heading);
        var bracket = text.IndexOf('(', StringComparison.Ordinal);
        text = bracket > 0 ? text[..bracket] : text;
        return Table.Where(row => row.Words.Split(' ').Contains(text)).Select(row => (PeopleField?)row.Field).FirstOrDefault();
    }
}
