using Proposals.Handling;
using Proposals.Persistence;

namespace Proposals.Acts;

/// <summary>Refusals that any act may meet.</summary>
public static class ActRefusals
{
    public static Refusal NoSuchCase { get; } = new("act.no-such-case");

    /// <summary>The database was busy with others for too long; nothing was done.</summary>
    public static Refusal Busy { get; } = new("act.busy");

    /// <summary>The database could not write it down; nothing was done.</summary>
    public static Refusal NotStored { get; } = new("act.not-stored");

    /// <summary>The form's key stands for another act, or another person's: what was asked now was not done.</summary>
    public static Refusal KeyUsed { get; } = new("act.key-used");

    public static Refusal OfStore(Conflict conflict) => conflict == Conflict.Full ? NotStored : Busy;

    /// <summary>Somebody else's act came first: who, and when.</summary>
    /// <param name="by">Null where the system itself acted: a timer fired.</param>
    /// <param name="at">When it was recorded.</param>
    public static Refusal Overtaken(string? by, DateTimeOffset at) => new("act.overtaken", by is null ? new SystemName() : by, at);

    public static Refusal NotEntitled(string person, string act) => new("act.not-entitled", person, new ActName(act));

    public static Refusal OnlyTheOfficeEntersForOthers { get; } = new("act.only-office-for-others");

    public static Refusal InTheFuture(DateOnly on) => new("act.in-the-future", on);

    public static Refusal BeforeItsCause(DateOnly on, DateOnly earliest) => new("act.before-its-cause", on, earliest);

    public static Refusal WrongState(CaseState state) => new("act.wrong-state", state);

    /// <summary>Something beside the ordinary steps has to be decided first.</summary>
    public static Refusal OnHold(HoldReason reason) => new("act.on-hold", reason);

    public static Refusal Missing(string field) => new("act.missing", new FieldName(field));

    public static Refusal TooLong(string field, int most) => new("act.too-long", new FieldName(field), most);

    public static Refusal UnknownPerson { get; } = new("act.unknown-person");

    /// <summary>Of one sheet for many cases: the case that stopped it, and why. None of them was changed.</summary>
    public static Refusal OfSheet(Intake.ItemKind kind, string caseNumber, Refusal why) => new("act.of-sheet", kind, caseNumber, why);

    public static Refusal UnknownFile { get; } = new("act.unknown-file");

    /// <summary>What was struck out proves nothing.</summary>
    public static Refusal VoidedFile(string name) => new("act.voided-file", name);

    /// <summary>Null when the text is there and fits.</summary>
    public static Refusal? Check(string field, string? value, int most = Lengths.Remark, bool required = true) =>
        string.IsNullOrWhiteSpace(value) ? (required ? Missing(field) : null) : value.Length > most ? TooLong(field, most) : null;
}

/// <summary>An argument that the face words as the name of an act.</summary>
public sealed record ActName(string Code);

/// <summary>An argument that the face words as 系统, which never looks like a person.</summary>
public sealed record SystemName;

/// <summary>An argument that the face words as the label of a field.</summary>
public sealed record FieldName(string Code);
