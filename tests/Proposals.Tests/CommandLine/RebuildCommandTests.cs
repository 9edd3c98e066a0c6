using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Scenes;
using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary>Every date of the database follows from its facts: added up anew nothing differs, and what was changed behind the product's back is named.</summary>
public sealed class RebuildCommandTests
{
    [Fact]
    public async Task Of_the_demo_nothing_differs_and_a_date_changed_by_hand_is_named()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal((0, ""), await RunAsync(office, "rebuild"));
        await office.ReadAsync(db => db.Database.ExecuteSqlAsync($"UPDATE deadlines SET \"DueOn\" = '2030-01-01' WHERE \"Kind\" = 'Reply' AND \"CaseId\" = (SELECT \"Id\" FROM cases WHERE \"CaseNumber\" = '12')"));
        var (exit, said) = await RunAsync(office, "rebuild");
        Assert.Equal(1, exit);
        Assert.Contains("Suggestion 12: Reply/1 is 2030-01-01", said, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(office, "rebuild", "everything")).Exit);
    }

    private static async Task<(int Exit, string Said)> RunAsync(Office office, params string[] args)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        return (await RebuildCommand.RunAsync(office.Services, args, output, errors, TestContext.Current.CancellationToken), output.ToString());
    }
}
