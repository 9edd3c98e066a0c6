namespace Proposals.Deadlines;

/// <summary>The years that a written day may lie in. Another one is a slip of the pen, and terms that counted from it could leave every calendar.</summary>
public static class OfficeYears
{
    public const int First = 2000;

    public const int Last = 2100;

    public static bool Hold(int year) => year is >= First and <= Last;

    public static bool Hold(DateOnly day) => Hold(day.Year);
}
