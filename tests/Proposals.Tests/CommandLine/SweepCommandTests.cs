using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Proposals.Deadlines;
using Proposals.Tests.Scenes;
using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary>The sweep by hand: as often as anybody likes, and never ahead of time but in the demo.</summary>
public sealed class SweepCommandTests
{
    [Fact]
    public async Task What_has_come_is_raised_once_and_told_in_numbers()
    {
        await using var office = await Office.OpenAsync();
        var calendar = office.Services.GetRequiredService<OfficeRules>().Calendar;
        var at = $"{calendar.WorkingDaysFrom(OfficeClock.Day(TimeProvider.System.GetUtcNow()), 6):yyyy-MM-dd}T09:00";
        var before = await office.ReadAsync(db => db.Rungs.CountAsync());
        var (exit, said) = await RunAsync(office, isDevelopment: true, "sweep", "--at", at);
        var raised = await office.ReadAsync(db => db.Rungs.CountAsync()) - before;
        Assert.True(exit == 0 && raised > 0, said);
        Assert.EndsWith(" 0 left", said.Trim(), StringComparison.Ordinal);
        Assert.Equal((0, "0 raised, 0 passed over, 0 left"), await RunAsync(office, isDevelopment: true, "sweep", "--at", at));
        Assert.Equal((0, "0 raised, 0 passed over, 0 left"), await RunAsync(office, isDevelopment: false, "sweep"));
    }

    [Theory]
    [InlineData("TIME lies in the future", "sweep", "--at", "2099-01-02T09:00")]
    [InlineData("is no time", "sweep", "--at", "tomorrow")]
    [InlineData("is no time", "sweep", "--at", "2025-02-30T09:00")]
    [InlineData("TIME lies in 1999", "sweep", "--at", "1999-01-02T09:00")]
    [InlineData("usage", "sweep", "--at")]
    [InlineData("usage", "sweep", "now")]
    public async Task A_wrong_command_line_says_what_is_wrong_and_raises_nothing(string wrong, params string[] args)
    {
        await using var office = await Office.OpenAsync();
        var before = await office.ReadAsync(db => db.Rungs.CountAsync());
        var (exit, said) = await RunAsync(office, isDevelopment: false, args);
        Assert.Equal(2, exit);
        Assert.Contains(wrong, said, StringComparison.Ordinal);
        Assert.Equal(before, await office.ReadAsync(db => db.Rungs.CountAsync()));
    }

    private static async Task<(int Exit, string Said)> RunAsync(Office office, bool isDevelopment, params string[] args)
    {
        await using var said = new StringWriter();
        return (await SweepCommand.RunAsync(office.Services, args, isDevelopment, said, said, TestContext.Current.CancellationToken), said.ToString().Trim());
    }
}
