using System.Diagnostics;
using Proposals.Intake.Lists;

namespace Proposals.Tests.Intake.Lists;

[Trait("Asks", "NoDatabase")]
public sealed class HostileFileTests
{
    /// <summary>Allocated in all, so never held at once.</summary>
    private const long Most = 250L * 1024 * 1024;

    public static TheoryData<string> Names => [.. HostileFiles.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_hostile_file_is_refused_by_its_own_reason_in_bounded_memory_and_time(string name)
    {
        var (code, make) = HostileFiles.All[name];
        var bytes = make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Stopwatch.StartNew();

        var reading = ListFile.Read(bytes);

        time.Stop();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(code, reading.Refusal?.Code);
        Assert.Empty(reading.Sheets);
        Assert.True(allocated < Most, $"{name}: {allocated / 1024 / 1024} MB");
        Assert.True(time.Elapsed < TimeSpan.FromSeconds(20), $"{name}: {time.Elapsed}");
    }

    [Fact]
    public void Outside_links_are_told_and_never_followed()
    {
        var reading = ListFile.Read(HostileFiles.WithOutsideLinks());
        Assert.True(reading.HasOutsideLinks);
        Assert.Equal(7, ListScene.Read(reading).Ours.Count);
        Assert.False(ListFile.Read(new SampleList().Workbook()).HasOutsideLinks);
    }

    [Fact]
    public void Pasted_text_has_the_same_bounds()
    {
        Assert.Equal("list.empty", ListFile.ReadPasted(" \n ").Refusal?.Code);
        Assert.Equal("list.too-much-text", ListFile.ReadPasted(new string('x', 3_000_000)).Refusal?.Code);
        Assert.Equal("list.too-many-columns", ListFile.ReadPasted(new string('\t', 100) + "x").Refusal?.Code);
        Assert.Equal("list.web-page", ListFile.ReadPasted("<table><tr><td>案号</td></tr></table>").Refusal?.Code);
        Assert.Equal("list.broken", ListFile.ReadTravelled("案号\t案由").Refusal?.Code);
        Assert.Equal("list.empty", ListFile.ReadTravelled("").Refusal?.Code);
    }
}
