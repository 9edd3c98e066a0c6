using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Persistence;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Assignment;

/// <summary>登记退办答复: granted or refused, as the assigning body wrote it.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class AnswerReturnPage(ActDesk desk, IStringLocalizer<AssignmentText> text) : ActPage(desk)
{
    public sealed class AnswerInput
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Return_AnswerOf")]
        public bool? Granted { get; set; }

        [StringLength(Lengths.Name), Display(Name = "Return_WentTo")]
        public string? WentTo { get; set; }

        [StringLength(Lengths.Remark), Display(Name = "Return_Answer")]
        public string? Answer { get; set; }

        public PaperInput Paper { get; set; } = new();
    }

    [BindProperty]
    public AnswerInput Input { get; set; } = new();

    public ReturnRequest? Asked => CaseFile.Returns.LastOrDefault(request => request is { Approved: true, Granted: null });

    public override string ActCode => nameof(AnswerReturn);

    /// <summary>The form has a paper of its own.</summary>
    public override bool OffersOnBehalf => false;

    public ChoiceSet Answers => YesNo.Choices("Input.Granted", text["Return_AnswerOf"], Input.Granted,
        new Choice("true", text["Return_Granted"], text["Return_GrantedWhat"]), new Choice("false", text["Return_Refused"], text["Return_RefusedWhat"]));

    protected override IEnumerable<PaperInput> Papers() => [Input.Paper];

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.WentTo = Asked?.SuggestedUnit;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new AnswerReturn(Input.Granted ?? false)
    {
        Answer = Input.Answer?.Trim() ?? "",
        WentTo = Input.Granted == true ? Input.WentTo?.Trim() ?? "" : "",
        PaperId = Input.Paper.Stored is [var paper, ..] ? paper : null,
    };

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) =>
        Task.FromResult<string>(Input.Granted == true ? text["Return_DoneGranted", Input.WentTo ?? Asked?.SuggestedUnit ?? ""] : text["Return_DoneRefused"]);
}
