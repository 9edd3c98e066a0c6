using Microsoft.EntityFrameworkCore;
using Proposals.Tests.Intake.Lists;
using Proposals.Tests.Scenes;
using Proposals.Web.CommandLine;

namespace Proposals.Tests.CommandLine;

/// <summary>What <c>import FILE</c> says, does, and ends with.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class ImportCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("lists").FullName;
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dry_run_says_the_same_of_a_workbook_and_a_GB18030_file_and_stores_nothing()
    {
        await using var office = await Office.OpenAsync();
        var before = await CasesAsync(office);
        Assert.Equal(0, await RunAsync(office, File("list.xlsx", new SampleList().Workbook()), "--dry-run", "--sender", "区人大常委会代表工委"));
        var workbook = Said();
        Assert.Equal(0, await RunAsync(office, File("list.csv", new SampleList().Gb18030()), "--dry-run", "--sender", "区人大常委会代表工委"));

        Assert.Equal(workbook, string.Concat(Said().Split('\n').Where(line => !line.Contains("按合并单元格", StringComparison.Ordinal)).Select(line => line + "\n"))[..^1]);
        Assert.Contains("共60行，属于本局7行：新登记7件，已登记0件，有问题0行。", workbook, StringComparison.Ordinal);
        Assert.Contains("第14行\t新登记\t111\t关于提升农贸市场改造标准的建议\t周明远\t主办\t2026-03-17", workbook, StringComparison.Ordinal);
        Assert.Equal(before, await CasesAsync(office));
    }

    [Fact]
    public async Task A_bad_row_is_told_and_ends_with_1()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(1, await RunAsync(office, File("list.csv", new SampleList().With(7, "2026.2.30").Gb18030()), "--dry-run"));
        Assert.Contains("  第7行“交办日期”：“2026.2.30”不是能确定的日期", Said(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_office_account_registers_the_list_once()
    {
        await using var office = await Office.OpenAsync();
        var before = await CasesAsync(office);
        var file = File("list.csv", System.Text.Encoding.UTF8.GetBytes("区十六届人大五次会议代表建议\n编号,案由,代表,主办单位,交办日期\n9001,关于夜市的建议,沈月,区经贸旅游局,2026-01-05\n9002,关于公厕的建议,沈月,区经贸旅游局,2026-01-05\n"));

        Assert.Equal(0, await RunAsync(office, file, "--as", "xujing", "--not-classified", "--received"));
        Assert.Contains("已登记并签收2件", Said(), StringComparison.Ordinal);
        Assert.Equal(0, await RunAsync(office, file, "--as", "xujing", "--not-classified"));
        Assert.Contains("清单里的办件都已登记，没有新增。", Said(), StringComparison.Ordinal);
        Assert.Equal(before + 2, await CasesAsync(office));
    }

    [Theory]
    [InlineData("zhengning", "“zhengning”不是在用的办公室账号，不能登记办件。")]
    [InlineData("nobody", "“nobody”不是在用的办公室账号，不能登记办件。")]
    public async Task Only_an_account_of_the_office_registers(string name, string sentence)
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(2, await RunAsync(office, File("list.csv", new SampleList().Gb18030()), "--as", name, "--not-classified"));
        Assert.Contains(sentence, errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_registered_without_the_word_that_nothing_is_classified()
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(2, await RunAsync(office, File("list.csv", new SampleList().Gb18030()), "--as", "xujing"));
        Assert.Contains("本系统不得录入涉密内容", errors.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("old .xls", "另存为 .xlsx 后再导入")]
    [InlineData("50 MB", "文件超过5 MB")]
    [InlineData("sheet that unpacks to 100 MB", "文件解开后大得不正常")]
    public async Task A_file_that_cannot_be_read_ends_with_1_and_the_pages_sentence(string name, string sentence)
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(1, await RunAsync(office, File("list.xlsx", HostileFiles.All[name].Make()), "--dry-run"));
        Assert.Contains(sentence, errors.ToString(), StringComparison.Ordinal);
        Assert.Equal("", Said());
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import list.xlsx")]
    [InlineData("import list.xlsx --dry-run --as xujing")]
    [InlineData("import list.xlsx more.xlsx --dry-run")]
    [InlineData("import list.xlsx --dry-run --date 17.3.2026")]
    [InlineData("import list.xlsx --dry-run --kind Letter")]
    [InlineData("import list.xlsx --as")]
    [InlineData("import list.xlsx --dry-run --fast")]
    [InlineData("import absent.xlsx --dry-run")]
    public async Task What_is_not_understood_ends_with_2(string line)
    {
        await using var office = await Office.OpenAsync();
        Assert.Equal(2, await ImportCommand.RunAsync(office.Services, line.Split(' '), output, errors, Cancel));
        Assert.Contains(line.Contains("absent", StringComparison.Ordinal) ? "absent.xlsx: no such file" : "usage: import FILE", errors.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        output.Dispose();
        errors.Dispose();
    }

    private string File(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    private Task<int> RunAsync(Office office, params string[] args)
    {
        output.GetStringBuilder().Clear();
        return ImportCommand.RunAsync(office.Services, ["import", .. args], output, errors, Cancel);
    }

    private string Said() => output.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);

    private static Task<int> CasesAsync(Office office) => office.ReadAsync(db => db.Cases.CountAsync(Cancel));
}
