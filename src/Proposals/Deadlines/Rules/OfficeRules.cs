using Proposals.Handling;

namespace Proposals.Deadlines;

/// <summary>The rule profiles and calendars as this process knows them.</summary>
public sealed class OfficeRules
{
    private volatile Known known = new(RuleBook.Shipped, DateOnly.MaxValue);

    public RuleBook Book => known.Book;

    /// <summary>What holds where no case is meant: the newest version in force.</summary>
    public RuleProfile Profile => known.Book.InForceOn(known.Today);

    public WorkCalendar Calendar => Current.Calendar;

    public RulesInForce Current => known.Book.Of(Profile);

    /// <summary>What a case is handled under: its own version, until it is moved to another.</summary>
    public RulesInForce Of(ProposalCase subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        var book = known.Book;
        return book.Of(book[subject.RulesVersion]);
    }

    /// <summary>A paper is made by the case's own rules, in the words that the office has today.</summary>
    public RuleProfile OfPaper(ProposalCase subject) => Of(subject).Profile with { Words = Profile.Words };

    public RulesInForce InForceOn(DateOnly day)
    {
        var book = known.Book;
        return book.Of(book.InForceOn(day));
    }

    /// <summary>What was read last.</summary>
    public void Take(RuleBook book, DateOnly? today = null) => known = new Known(book, today ?? known.Today);

    /// <summary>The same calendar under another profile: an office elsewhere.</summary>
    public OfficeRules Under(Func<RuleProfile, RuleProfile> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return new OfficeRules { known = new Known(known.Book with { Versions = [change(Profile)] }, known.Today) };
    }

    private sealed record Known(RuleBook Book, DateOnly Today);
}
