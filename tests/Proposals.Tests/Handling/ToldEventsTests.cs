using System.Text.Json.Nodes;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Web.Pages.Handling;
using Proposals.Workflows.Execution;

namespace Proposals.Tests.Handling;

/// <summary>Entries written before a case could have more than one instance.</summary>
public sealed class ToldEventsTests
{
    private static readonly CaseId caseId = CaseId.New(new DateTimeOffset(2026, 4, 17, 1, 0, 0, TimeSpan.Zero));
    private static readonly DateTimeOffset now = new(2026, 4, 17, 1, 20, 0, TimeSpan.Zero);

    [Fact]
    public void A_start_and_an_answer_are_read_as_what_they_were()
    {
        var version = Guid.NewGuid();
        var start = Assert.Single(Read($$"""{"definition":"{{version}}","facts":{"round":1},"start":true}"""));
        Assert.Equal((caseId.ToString(), version), (start.InstanceId, start.VersionId));
        Assert.Equal(1, Assert.IsType<Start>(start.Happened).Facts["round"]?.GetValue<int>());

        var answer = Assert.IsType<Answer>(Assert.Single(Read($$"""{"activity":"receive","facts":{},"port":"Received","wait":"{{caseId}}.1"}""")).Happened);
        Assert.Equal(($"{caseId}.1", "Received"), (answer.WaitId, answer.Port));
    }

    [Theory]
    [InlineData("""{"engine":{"activity":"reviewByHead","facts":{},"port":"Passed","wait":"w.7"}}""")]
    [InlineData("""{"engine":{"facts":{},"told":[{"event":"answer","instance":"w","outputs":{},"port":"Passed","wait":"w.7"}]}}""")]
    public void The_step_that_the_system_skipped_is_found(string text)
    {
        var entry = new AuditEntry { Subject = "case:x", Number = 1, Act = "SkipStep", RecordedAt = now, Text = text, PreviousHash = "", Hash = "" };
        Assert.Equal("w.7", Assert.Single(TrailReader.Read([entry])).SkippedWait);
    }

    private static IEnumerable<ToldEvent> Read(string engine) => ToldEvents.Read(caseId, JsonNode.Parse(engine)?.AsObject() ?? [], now);
}
