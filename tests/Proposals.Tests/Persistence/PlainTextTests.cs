using Proposals.Persistence;

namespace Proposals.Tests.Persistence;

/// <summary>What is typed stays as it was typed, but for what nobody can see.</summary>
[Trait("Asks", "NoDatabase")]
public sealed class PlainTextTests
{
    [Theory]
    [InlineData("甲\0乙", "甲乙")]
    [InlineData("甲\u0001\u000B\u001B[31m\u007F\u0085乙", "甲[31m乙")]
    [InlineData("照片\u202Egnp.exe", "照片gnp.exe")]
    [InlineData("12\u200B\uFEFF号\u2060", "12号")]
    [InlineData("半\uD83D个", "半个")]
    [InlineData("\uDE00半", "半")]
    [InlineData("完\uD83D", "完")]
    [InlineData("\uFFFE\uFFFF", "")]
    public void What_nobody_can_see_goes(string typed, string kept) => Assert.Equal(kept, PlainText.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData("一、关于线路。\r\n\t已推出两条。")]
    [InlineData("👨‍👩‍👧‍👦🏳️‍🌈𠮷")]
    [InlineData("<b>&amp;'\"=1+1 ½ é \u3000")]
    public void Everything_else_stays(string typed) => Assert.Same(typed, PlainText.Of(typed));
}
