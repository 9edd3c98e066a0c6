using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake.Lists;

namespace Proposals.Intake.TakeOver;

/// <summary>Has the story of a row told and used: whole, and where that fails up to the last stage that nothing speaks against.</summary>
/// <param name="use">Tries the acts, or does them.</param>
internal sealed class LedgerTeller(LedgerColumns columns, LedgerStaff staff, RuleProfile profile, Guid clerkId, DateTimeOffset now, Func<ToldRow, Task<TakenRow>> use)
{
    /// <param name="row">As it was read, with what is wrong in its cells.</param>
    /// <param name="entry">What it says.</param>
    /// <param name="standing">The item, where a list registered it before.</param>
    /// <param name="mayBePart">Whether it may be used up to what is sure.</param>
    public async Task<TakenRow> TellAsync(TakenRow row, LedgerEntry entry, ProposalCase? standing, bool mayBePart)
    {
        var whole = row.Problems.Count > 0 ? row : await UseAsync(row, entry, standing);
        if (whole.Problems.Count == 0 || !mayBePart || entry.Ending is not null)
            return whole;
        var stage = whole.Problems.Min(problem => LedgerStages.Of(problem.Field)) - 1;
        for (; stage >= LedgerStages.Registered; stage--)
        {
            var part = await UseAsync(row with { Problems = [] }, entry.UpTo(stage), standing);
            if (part.AlreadyThere is not null)
                break;
            if (part.Problems.Count == 0)
                return Part(whole, part, stage);
        }

        return whole;
    }

    private async Task<TakenRow> UseAsync(TakenRow row, LedgerEntry entry, ProposalCase? standing)
    {
        var (told, problems, notes) = new LedgerStory(standing is null ? entry : Standing(entry, standing), standing, staff, profile, clerkId, now).Tell();
        var known = row with
        {
            Acts = [.. told.Select(act => act.Field)],
            Notes = [.. standing is null ? [] : Joined(row, standing), .. row.Notes, .. notes],
            Problems = [.. problems.Select(problem => new LedgerProblem(columns.NameOf(problem.Field), problem.Reason) { Field = problem.Field })],
        };
        if (known.Problems.Count > 0)
            return known;
        if (standing is not null && told.Count == 1)
            return known with { AlreadyThere = IntakeRefusals.AlreadyRegistered(row.CaseNumber, OfficeClock.Day(standing.RegisteredAt)), Notes = [] };
        return await use(new ToldRow(known, columns, new ActRequest(clerkId, Guid.NewGuid(), standing?.Revision ?? 0, [.. told.Select(act => act.Line)]), standing));
    }

    /// <summary>In the preview an offer beside the problems; once it is done, a row that was taken and says what it lacks.</summary>
    private TakenRow Part(TakenRow whole, TakenRow part, int stage)
    {
        string[] leftOut = [.. whole.Says.Where(field => LedgerStages.Of(field) > stage).Select(field => columns.NameOf(field)).OfType<string>().Distinct()];
        return part.CaseId is null
            ? whole with { SureState = part.State, LeftOut = leftOut }
            : part with { WhyPart = [new Refusal("ledger.left-out", string.Join('、', leftOut)), .. whole.Problems.Select(problem => problem.Reason)] };
    }

    /// <summary>What was registered holds; the ledger tells only what came after it.</summary>
    private static LedgerEntry Standing(LedgerEntry entry, ProposalCase subject) => entry with
    {
        ReceivedOn = subject.ReceivedOn ?? entry.ReceivedOn,
        Registration = entry.Registration with { OurRole = subject.OurRole, IsKey = subject.IsKey, AssignedOn = subject.AssignedOn },
    };

    private static IEnumerable<Refusal> Joined(TakenRow row, ProposalCase subject)
    {
        yield return new Refusal("ledger.joins", OfficeClock.Day(subject.RegisteredAt));
        if (CellText.Fold(row.Subject) != CellText.Fold(subject.Subject))
            yield return new Refusal("ledger.other-subject", subject.Subject);
    }
}

/// <summary>A row with the acts that its story came to.</summary>
/// <param name="Standing">The case they go on with; null where they begin with its registration.</param>
internal sealed record ToldRow(TakenRow Row, LedgerColumns Columns, ActRequest Request, ProposalCase? Standing);
