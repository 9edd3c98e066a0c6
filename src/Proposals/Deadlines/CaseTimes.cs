namespace Proposals.Deadlines;

/// <summary>What happened to a case's clocks: pauses and extensions, in order. Most cases have neither.</summary>
public sealed record CaseTimes(IReadOnlyList<ClockPause> Pauses, IReadOnlyList<ExtensionRequest> Extensions)
{
    public static CaseTimes None { get; } = new([], []);

    public ClockPause? Running => Pauses.FirstOrDefault(pause => pause.ResumedOn is null);

    public IReadOnlyList<Standstill> StandstillsOf(Deadline line) =>
    [
        .. Pauses.Where(pause => !(line.MetOn <= pause.PausedOn) && !(line.DroppedOn <= pause.PausedOn)).OrderBy(pause => pause.PausedOn)
            .Select(pause => new Standstill(pause.PausedOn, pause.ResumedOn, pause.Id)),
    ];

    public IReadOnlyList<GrantedDate> GrantedTo(Deadline line) =>
    [
        .. Extensions.Where(request => request.Kind == line.Kind && request.Round == line.Round && request is { EffectiveOn: not null, GrantedUntil: not null } && !(request.EffectiveOn > line.MetOn))
            .OrderBy(request => request.EffectiveOn).ThenBy(request => request.Id)
            .Select(request => new GrantedDate(request.EffectiveOn ?? default, request.GrantedUntil ?? default, request.Id)),
    ];
}
