using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>登记延期答复: until when, or not at all, as the assigning body wrote it.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AnswerExtensionPage(ActDesk desk, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class AnswerInput
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Extension_AnswerOf")]
        public bool? Granted { get; set; }

        [Display(Name = "Extension_GrantedUntil")]
        public DateOnly? Until { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Extension_Answer")]
        public string? Answer { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public ExtensionRequest? Asked => CaseFile.Extensions.LastOrDefault(request => request is { IsPending: true, Approved: true, Granted: null });

    public override string ActCode => nameof(AnswerExtension);

    /// <summary>The form has a paper of its own.</summary>
    public override bool OffersOnBehalf => false;

    public ChoiceSet Answers => new("Input.Granted", text["Extension_AnswerOf"], Input.Granted is { } made ? (made ? "true" : "false") : null,
        [new Choice("true", text["Extension_Granted"], text["Extension_GrantedWhat"]), new Choice("false", text["Extension_Refused"], text["Extension_RefusedWhat"])]);

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.Until = Asked?.AskedUntil;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new AnswerExtension(Input.Granted ?? false)
    {
        Until = Input.Granted == true ? Input.Until : null,
        Answer = Input.Answer?.Trim() ?? "",
        PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null,
    };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(text[Input.Granted == true ? "Extension_DoneGranted" : "Extension_DoneRefused"]);
}
