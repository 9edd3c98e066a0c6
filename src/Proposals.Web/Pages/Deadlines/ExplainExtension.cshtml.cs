using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>书面说明延期: the letter to the proposer, with which the granted date comes into force.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class ExplainExtensionPage(ActDesk desk, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class ExplainInput
    {
        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public ExplainInput Input { get; set; } = new();

    public ExtensionRequest? Asked => CaseFile.Extensions.LastOrDefault(request => request is { IsPending: true, Granted: true, ExplainedOn: null });

    public override string ActCode => nameof(ExplainExtension);

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new ExplainExtension(Input.Paper.Stored is [var paper, ..] ? paper : null);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Asked?.GrantedUntil is { } until ? text["Explain_Done", DateText.InSentence(until)].Value : Desk.Words.Done(ActCode));
}
