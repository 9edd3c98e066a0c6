using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>The rule profiles and calendars as this process knows them.</summary>
public sealed class OfficeRules
{
    private volatile RuleBook book = RuleBook.Shipped;

    public RuleBook Book => book;

    /// <summary>What holds where no case is meant: the newest version in force.</summary>
    public RuleProfile Profile => book.Versions[^1];

    public WorkCalendar Calendar => Current.Calendar;

    public RulesInForce Current => book.Of(Profile);

    /// <summary>What a case is handled under: its own version, until it is moved to another.</summary>
    public RulesInForce Of(ProposalCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return book.Of(book[subject.RulesVersion]);
    }

    public RulesInForce InForceOn(DateOnly day) => book.Of(book.InForceOn(day));

    /// <summary>The same calendar under another profile: an office elsewhere.</summary>
    public OfficeRules Under(Func<RuleProfile, RuleProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new OfficeRules { book = book with { Versions = [change(Profile)] } };
    }
}
