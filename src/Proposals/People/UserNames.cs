using System.Text;
using Proposals.Acts;
using Proposals.Persistence;

namespace Proposals.People;

/// <summary>What a sign-in name may be. A person's own name is one: an office remembers it, and nobody has to spell it in letters.</summary>
public static class UserNames
{
    private const string Signs = ".-_@+·";

    public static Refusal? Check(string userName)
    {
        var name = userName.Trim();
        return name.Length is 0 or > Lengths.Name || name.EnumerateRunes().Any(letter => !Rune.IsLetterOrDigit(letter) && !Signs.Contains(letter.ToString(), StringComparison.Ordinal))
            ? PeopleRefusals.UnfitUserName
            : null;
    }
}
