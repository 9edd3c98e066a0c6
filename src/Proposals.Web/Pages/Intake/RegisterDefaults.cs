using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Intake;

/// <summary>What a slip says without saying it: session of the last case of its family, year and season of its date.</summary>
internal static class RegisterDefaults
{
    private const string Congress = "区人大常委会代表工委";
    private const string Cppcc = "区政协提案委";
    private const string Inspectorate = "区政府督查室";

    public static string BodyOf(ItemKind kind) => kind == ItemKind.CppccProposal ? Cppcc : Congress;

    /// <summary>Who sent a list: as its title says it, else whose items they are; null where neither tells.</summary>
    public static string? SenderOf(ListTitle title) => title.Sender ?? (title.Kind is { } kind ? BodyOf(kind) : null);

    public static async Task<IReadOnlyList<string>> BodiesAsync(ProposalsDbContext db, CancellationToken cancellationToken)
    {
        var used = await db.Cases.AsNoTracking().Select(subject => subject.AssigningBody).Distinct().OrderBy(body => body).Take(50).ToListAsync(cancellationToken);
        return [.. new[] { Congress, Cppcc, Inspectorate }.Union(used)];
    }

    public static async Task<ItemKind> LastKindAsync(ProposalsDbContext db, CancellationToken cancellationToken) =>
        await db.Cases.AsNoTracking().OrderByDescending(subject => subject.RegisteredAt).Select(subject => (ItemKind?)subject.Kind).FirstOrDefaultAsync(cancellationToken)
            ?? ItemKind.CppccProposal;

    public static Task<(int Term, int Session)?> LastSessionAsync(ProposalsDbContext db, RegisterInput input, CancellationToken cancellationToken) =>
        UsualSession.LastAsync(db, input.Kind == ItemKind.CppccProposal, input.Level, cancellationToken);

    public static async Task<IReadOnlyList<string>> UnitsAsync(ProposalsDbContext db, CancellationToken cancellationToken) =>
        await db.CaseUnits.AsNoTracking().Select(unit => unit.Name).Distinct().OrderBy(name => name).Take(100).ToListAsync(cancellationToken);

    /// <summary>The act that the slip makes; null in a field takes what follows from the rest.</summary>
    public static RegisterCase Read(RegisterInput input, DateOnly assignedOn, (int Term, int Session)? last)
    {
        var lead = new ProposerEntry(input.LeadName ?? "", input.IsCollective ? ProposerRole.Collective : ProposerRole.Lead)
        {
            Group = input.Group?.Trim() ?? "",
            WorkUnit = input.WorkUnit?.Trim() ?? "",
            Phone = input.Phone?.Trim() ?? "",
            ContactPerson = input.ContactPerson?.Trim() ?? "",
        };
        return new RegisterCase(input.Kind ?? default, input.CaseNumber ?? "", input.Subject ?? "", input.AssigningBody ?? "", assignedOn, [lead, .. ProposerLines.Read(input.Others)])
        {
            IsNotClassified = input.IsNotClassified,
            Level = input.Level,
            TermNumber = input.TermNumber ?? last?.Term ?? 0,
            SessionNumber = input.SessionNumber ?? last?.Session ?? 0,
            IsInterSession = input.IsInterSession ?? UsualSession.IsBetween(assignedOn),
            OurRole = input.Role,
            OtherUnits = UnitLines.Read(input.Role, input.Role == OurRole.CoOrganizer ? input.LeadUnit : null, input.OtherUnits),
            HandlingYear = input.HandlingYear ?? assignedOn.Year,
            Content = input.Content ?? "",
            AssignmentOpinion = input.AssignmentOpinion ?? "",
            IsKey = input.IsKey,
            LedById = input.LedById,
            SupervisedBy = input.SupervisedBy?.Trim() ?? "",
            Attachments = input.Attachments.Stored,
        };
    }

    public static RegisterPreview? Preview(RegisterInput input, (int Term, int Session)? last, OfficeRules rules)
    {
        if (input.AssignedOn is not { } assignedOn || input.Kind is null)
            return null;
        var act = Read(input, assignedOn, last);
        var owed = act.OurRole == OurRole.CoOrganizer ? DeadlineKind.CoOpinion : DeadlineKind.Reply;
        var inForce = rules.InForceOn(assignedOn);
        var due = inForce.Due(assignedOn, owed);
        var shown = new ProposalCase
        {
            Id = default,
            Kind = act.Kind,
            Level = act.Level,
            TermNumber = act.TermNumber,
            SessionNumber = act.SessionNumber,
            IsInterSession = act.IsInterSession,
            CaseNumber = act.CaseNumber.Trim(),
            Subject = act.Subject,
            AssigningBody = act.AssigningBody,
            AssignedOn = assignedOn,
            OurRole = act.OurRole,
            HandlingYear = act.HandlingYear,
            IsKey = act.IsKey,
            RegisteredAt = default,
        };
        return new RegisterPreview(shown, due, due > inForce.Calendar.CoveredUntil);
    }
}

/// <summary>What the slip will be in the ledger, and until when it must be answered.</summary>
public sealed record RegisterPreview(ProposalCase Case, DateOnly Due, bool IsProvisional)
{
    public bool KnowsSession => Case.IsInterSession || (Case.TermNumber > 0 && Case.SessionNumber > 0);
}
