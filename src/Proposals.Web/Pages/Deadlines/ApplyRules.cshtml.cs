using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Pages.Corrections;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>改用办理规则: the newest version in force, and what it rules otherwise than the case's own.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ApplyRulesPage(ActDesk desk, CorrectionWords words) : ActPage(desk)
{
    public sealed class RulesInput
    {
        [Required, StringLength(Lengths.Remark), Display(Name = "Rules_Reason")]
        public string? Reason { get; set; }

        /// <summary>The version that was shown.</summary>
        public int Version { get; set; }
    }

    [BindProperty]
    public RulesInput Input { get; set; } = new();

    public override string ActCode => nameof(ApplyRules);

    public bool IsNewest => InForce.Profile.Version == Next.Version;

    public RuleProfile Next => Desk.Rules.Profile;

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Version = Next.Version;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new ApplyRules(Input.Version, Input.Reason?.Trim() ?? "");

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Done is { Moved.Count: > 0 } done ? $"{Desk.Words.Done(ActCode)} {words.Sentence(done.Moved)}" : Desk.Words.Done(ActCode));
}
