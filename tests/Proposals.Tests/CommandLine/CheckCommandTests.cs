using Proposals.Tests.Designer.Gate;
using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary><c>-- check FILE.json</c> as somebody would type it.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class CheckCommandTests
{
    [Fact]
    public async Task A_lawful_file_may_be_published_and_a_mutation_is_told_with_its_way()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid()}.json");
        try
        {
            await File.WriteAllTextAsync(file, new Drawing().Json(), TestContext.Current.CancellationToken);
            var (code, said) = await CheckAsync(file);
            Assert.Equal((0, $"{file}: may be published"), (code, said.Trim()));

            await File.WriteAllTextAsync(file, new Drawing().Cut("approveAllocation", "SentBack").Json(), TestContext.Current.CancellationToken);
            (code, said) = await CheckAsync(file);
            Assert.Equal(1, code);
            Assert.Contains("Error: approveAllocation: port.unwired: ", said, StringComparison.Ordinal);
            Assert.Contains("start.Done -> receive.Received -> proposeAllocation.Submitted -> approveAllocation.SentBack", said, StringComparison.Ordinal);
            Assert.Contains("1 errors, may not be published", said, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("usage: check FILE.json", "check")]
    [InlineData("nowhere.json: no such file", "check", "nowhere.json")]
    public async Task A_wrong_command_line_is_told(string expected, params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        Assert.Equal(2, await CheckCommand.RunAsync(args, output, errors));
        Assert.Equal(expected, errors.ToString().Trim());
    }

    private static async Task<(int Code, string Said)> CheckAsync(string file)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (await CheckCommand.RunAsync(["check", file], output, errors), output.ToString());
    }
}
