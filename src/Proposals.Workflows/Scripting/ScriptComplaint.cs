namespace Proposals.Workflows.Scripting;

/// <summary>Why a script may not stand in a definition.</summary>
internal sealed record ScriptComplaint(string Code, string Chinese, string English)
{
    public static ScriptComplaint Construct(string name) => new(
        "script.construct", $"用了“{name}”，脚本只能用 ES5 写法。请改写这一处。", $"it uses {name}, and scripts are ES5 only. Rewrite that part.");
}

/// <summary>Carries a complaint out of the middle of a tree.</summary>
internal sealed class ScriptRefused(ScriptComplaint complaint) : Exception(complaint.English)
{
    public ScriptComplaint Complaint { get; } = complaint;
}
