using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>登记主办复函: the paper with which our part of a 会办件 ends.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class LeadReplyPage(ActDesk desk, IStringLocalizer<ReplyText> text) : ActPage(desk)
{
    public sealed class LeadReplyInput
    {
        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public LeadReplyInput Input { get; set; } = new();

    public override string ActCode => nameof(FileLeadReply);

    public string LeadUnit => CaseFile.Case.UnitThatLeads()?.Name ?? "—";

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override CaseAct Act() => new FileLeadReply(Input.Paper.Stored is [var paper, ..] ? paper : null);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["LeadReply_Done"]);
}
