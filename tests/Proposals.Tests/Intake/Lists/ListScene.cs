using System.Text.Json;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

/// <summary>Reads lists as the office of 云澜区经贸旅游局 does on 20 March 2026.</summary>
internal static class ListScene
{
    public static ListContext Context { get; } = new(new BureauNames(["云澜区经贸旅游局", "区经贸旅游局", "经贸旅游局"]), "区人大常委会代表工委", new DateOnly(2026, 3, 20)) { AssignedOn = new DateOnly(2026, 3, 18) };

    public static AssignmentList Read(string pasted, Func<ListContext, ListContext>? change = null) => Read(ListFile.ReadPasted(pasted), change);

    public static AssignmentList Read(byte[] bytes, Func<ListContext, ListContext>? change = null) => Read(ListFile.Read(bytes), change);

    public static AssignmentList Read(ListReading reading, Func<ListContext, ListContext>? change = null)
    {
        Assert.Null(reading.Refusal);
        var context = Context with { FillsDown = !reading.Sheets[0].KnowsMerges };
        return ListMeaning.Of(reading.Sheets[0], change is null ? context : change(context));
    }

    /// <summary>Everything a list comes to, for comparing.</summary>
    public static string Text(AssignmentList list) => JsonSerializer.Serialize(new { list.Rows, list.Others, list.OtherUnits, list.Ours, list.Title });

    /// <summary>The one row of a small table under the usual headings.</summary>
    public static ListRow Row(string cells, string headings = "编号\t案由\t领衔代表\t主办单位\t会办单位\t交办日期", Func<ListContext, ListContext>? change = null) =>
        Assert.Single(Read($"区十六届人大五次会议代表建议\n{headings}\n{cells}\n", change).Ours);

    public static string Problems(ListRow row) => string.Join(' ', row.Problems.Select(problem => $"{problem.Column}={problem.Reason.Code}"));
}
