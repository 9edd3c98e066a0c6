using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Handling;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Corrections;

/// <summary>A wrong paper: another takes its place, or it is struck out.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class WrongPaperPage(ActDesk desk, CorrectionWords words, IStringLocalizer<CorrectionsText> text) : CorrectionPage(desk, words)
{
    public sealed class PaperChoice
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Paper_What")]
        public bool? Replaces { get; set; }

        public PaperInput Right { get; set; } = new();
    }

    [BindProperty(SupportsGet = true)]
    public FileId FileId { get; set; }

    [BindProperty]
    public PaperChoice Input { get; set; } = new();

    public override string ActCode => Input.Replaces == false ? nameof(VoidPaper) : nameof(ReplacePaper);

    public FileEntry Wrong => CaseFile.Files.First(paper => paper.Id == FileId);

    public ChoiceSet What => new("Input.Replaces", text["Paper_What"], Input.Replaces?.ToString().ToLowerInvariant(),
        [new Choice("true", text["Paper_Replace"], text["Paper_ReplaceDetail"]), new Choice("false", text["Paper_Void"], text["Paper_VoidDetail"])]);

    protected override bool Exists => CaseFile.Files.Any(paper => paper.Id == FileId && paper.VoidedOn is null);

    protected override IEnumerable<PaperInput> Papers() => [Input.Right];

    protected override void CheckForm()
    {
        if (Input is { Replaces: true, Right.Stored.Count: 0 })
            ModelState.AddModelError("Input.Replaces", text["Paper_Missing"]);
    }

    protected override CaseAct Act() => Input.Replaces == true
        ? new ReplacePaper(FileId, Input.Right.Stored is [var right, ..] ? right : default, Reason)
        : new VoidPaper(FileId, Reason);
}
