namespace Proposals.Workflows.Scripting;

/// <summary>How much script one definition may hold in all: parsing it must stay a matter of milliseconds.</summary>
internal sealed class ScriptAllowance
{
    public const int MaxCharacters = 128 * 1024;

    private int left = MaxCharacters;

    public bool TryTake(int characters) => (left -= characters) >= 0;
}
