using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Audit;

public sealed class ChainTests
{
    [Theory]
    [InlineData("UPDATE audit_entries SET \"Text\" = replace(\"Text\", '2025-03-24', '2025-03-21') WHERE \"Subject\" = {0} AND \"Number\" = 4", 4)]
    [InlineData("DELETE FROM audit_entries WHERE \"Subject\" = {0} AND \"Number\" = 3", 3)]
    [InlineData("DELETE FROM audit_entries WHERE \"Subject\" = {0} AND \"Number\" = 5", 5)]
    public async Task A_changed_or_missing_entry_is_named(string tampering, int firstBad)
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.AcceptedAsync();
        var subject = CaseActs.SubjectOf(story.Id);
        Assert.Null(await VerifyAsync(bureau, subject));

        await bureau.ReadAsync(db => db.Database.ExecuteSqlRawAsync(tampering, subject));

        Assert.Equal(firstBad, await VerifyAsync(bureau, subject));
    }

    [Fact]
    public async Task An_entry_says_who_decided_who_entered_and_when()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = new CaseDriver(bureau);
        await story.RegisterAsync(CaseDriver.Registration("258", new DateOnly(2025, 3, 17)));
        await story.On(3, 18).DoAsync("许婧", new Proposals.Intake.ReceiveCase());
        await story.DoAsync("俞敏", new Proposals.Assignment.ProposeAllocation(await bureau.DepartmentAsync("旅游科")));
        await story.On(3, 26).DoAsync("许婧", new Proposals.Assignment.DecideAllocation(true), occurredOn: new DateOnly(2025, 3, 24), decidedBy: "方晓岚");

        var entry = (await story.FileAsync()).Trail[^1];
        Assert.Equal(bureau.Id("许婧"), entry.RecordedById);
        Assert.Contains($"\"decidedBy\":\"{bureau.Id("方晓岚")}\"", entry.Text, StringComparison.Ordinal);
        Assert.Contains("\"occurredOn\":\"2025-03-24\"", entry.Text, StringComparison.Ordinal);
        Assert.Contains("\"recordedAt\":\"2025-03-26T02:00:00.000Z\"", entry.Text, StringComparison.Ordinal);
    }

    private static Task<int?> VerifyAsync(Bureau bureau, string subject) =>
        bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(subject, TestContext.Current.CancellationToken));
}
