using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Operations;

/// <summary>What leaves the machine, to whom, and that nothing does unasked.</summary>
[Trait("Asks", "OneDatabase")]
public sealed class TelemetryTests
{
    [Fact]
    public async Task Acts_and_requests_reach_a_collector_that_is_named_and_nobody_is_named_to_it()
    {
        using var collector = new Collector();
        await using var office = await Office.OpenAsync(("Telemetry:Endpoint", collector.Address), ("Telemetry:Protocol", "http/protobuf"));
        using var clerk = await office.AsAsync("xujing");
        var subject = await office.ReadAsync(db => db.Cases.AsNoTracking().Include(known => known.Proposers).SingleAsync(known => known.CaseNumber == "64"));
        Assert.Equal(HttpStatusCode.OK, (await clerk.GetAsync($"/cases?text={Uri.EscapeDataString(subject.Proposers[0].Name)}", Cancel)).StatusCode);
        using var received = await Office.PostAsync(clerk, $"/cases/{subject.Id}/receive", new() { ["Revision"] = $"{subject.Revision}" });

        office.Services.GetRequiredService<TracerProvider>().ForceFlush();
        office.Services.GetRequiredService<MeterProvider>().ForceFlush();

        Assert.Contains("/v1/traces", collector.Paths);
        Assert.Contains("/v1/metrics", collector.Paths);
        var told = collector.Text;
        Assert.Contains("proposals.acts", told, StringComparison.Ordinal);
        Assert.Contains("act ReceiveCase", told, StringComparison.Ordinal);
        Assert.Contains("proposals.outcome", told, StringComparison.Ordinal);
        foreach (var personal in new[] { subject.Subject, subject.Proposers[0].Name, Uri.EscapeDataString(subject.Proposers[0].Name), "许婧", "xujing", "url.query", "client.address", "user_agent" })
            Assert.DoesNotContain(personal, told, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Nothing_is_collected_where_no_collector_is_named()
    {
        await using var office = await Office.OpenAsync();
        Assert.Null(office.Services.GetService<TracerProvider>());
        Assert.Null(office.Services.GetService<MeterProvider>());
    }

    [Fact]
    public async Task An_address_that_is_none_keeps_the_product_from_starting()
    {
        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => Office.OpenAsync(("Telemetry:Endpoint", "collector")));
        Assert.Contains("Telemetry:Endpoint is 'collector'", refused.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
