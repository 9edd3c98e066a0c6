using System.Diagnostics;
using System.Diagnostics.Metrics;
using Proposals.Acts;

namespace Proposals;

/// <summary>What the product tells of itself to whoever listens: acts by name and outcome, how long they take, how late messages and timers are. Names of acts and codes of refusals; never a person, a title, a number.</summary>
public static class ProductTelemetry
{
    public const string Name = "Proposals";

    private static readonly ActivitySource Source = new(Name);
    private static readonly Meter Figures = new(Name);
    private static readonly Counter<long> Acts = Figures.CreateCounter<long>("proposals.acts", "{act}", "Acts by name and outcome: done, repeated, failed, or the refusal's code.");
    private static readonly Histogram<double> Durations = Figures.CreateHistogram<double>("proposals.act.duration", "s", "How long a request of one or more acts took, its wait for the writer's turn included.");
    private static readonly Histogram<double> OutboxLags = Figures.CreateHistogram<double>("proposals.outbox.lag", "s", "How long a message waited to be sent.");
    private static readonly Histogram<double> TimerLags = Figures.CreateHistogram<double>("proposals.timer.lag", "s", "How long after its moment a timer fired.");
    private static readonly Gauge<int> Findings = Figures.CreateGauge<int>("proposals.watch.findings", "{finding}", "What the watchdog found when it looked last.");

    public static async Task<ActOutcome> WatchAsync(IReadOnlyList<string> acts, Func<Task<ActOutcome>> run)
    {
        using var activity = Source.StartActivity($"act {acts[0]}");
        var began = Stopwatch.GetTimestamp();
        try
        {
            var outcome = await run();
            Count(activity, outcome.Refusal is null ? acts : [acts[Math.Min(outcome.Line, acts.Count - 1)]], outcome.Refusal?.Code ?? (outcome.WasRepeated ? "repeated" : "done"), began);
            return outcome;
        }
        catch
        {
            activity?.SetStatus(ActivityStatusCode.Error);
            Count(activity, acts, "failed", began);
            throw;
        }
    }

    public static void Sent(TimeSpan lag) => OutboxLags.Record(lag.TotalSeconds);

    public static void Fired(TimeSpan lag) => TimerLags.Record(lag.TotalSeconds);

    public static void Found(int findings) => Findings.Record(findings);

    private static void Count(Activity? activity, IReadOnlyList<string> acts, string outcome, long began)
    {
        activity?.SetTag("proposals.outcome", outcome);
        foreach (var act in acts)
            Acts.Add(1, new("act", act), new("outcome", outcome));
        Durations.Record(Stopwatch.GetElapsedTime(began).TotalSeconds, new KeyValuePair<string, object?>("act", acts[0]), new("outcome", outcome));
    }
}
