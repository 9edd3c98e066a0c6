namespace Proposals.Persistence;

/// <summary>Column lengths, named once: a form's limit and its column must not drift apart.</summary>
public static class Lengths
{
    /// <summary>A person, a unit, a department: the longest official unit name seen has 38 characters.</summary>
    public const int Name = 64;

    /// <summary>A code of ours: act, state, activity type.</summary>
    public const int Code = 80;

    /// <summary>The engine's name for an instance, a wait or an incident: a case's id and a number for each level below it.</summary>
    public const int EngineId = 160;

    /// <summary>The name under which all versions of a workflow stand; Elsa draws 16 characters. With its prefix it must fit the audit's subject.</summary>
    public const int DefinitionId = 64;

    /// <summary>A case's subject; assembly rules ask for 30, real ones reach 120.</summary>
    public const int Subject = 200;

    /// <summary>One remark of a person: an opinion, a reason, a place.</summary>
    public const int Remark = 2000;

    /// <summary>A proposal's or a reply's text: three printed pages are about 3,000 characters.</summary>
    public const int LongText = 50_000;

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public const int Hash = 64;

    public const int FileName = 200;

    public const int Phone = 40;

    /// <summary>What the engine says, made to fit its column: a drawing's words are as long as their author liked, and PostgreSQL keeps no zero in a text.</summary>
    public static string Fitting(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;
        if (kept.Length <= most)
            return kept;
        return kept[..(char.IsHighSurrogate(kept[most - 1]) ? most - 1 : most)];
    }
}
