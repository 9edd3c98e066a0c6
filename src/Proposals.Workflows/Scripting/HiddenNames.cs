namespace Proposals.Workflows.Scripting;

/// <summary>Names of what the rewriter calls. No script can spell them, so none can shadow or replace them.</summary>
internal static class HiddenNames
{
    public const string Add = "+";
    public const string Bits = "|";
    public const string Assign = "=";
    public const string Enter = "(";
    public const string Leave = ")";
    public const string Charge = "[";
    public const string Work = "]";
    public const string Compare = "<";
    public const string Pattern = "/";

    public static string New(string type) => "new " + type;
}
