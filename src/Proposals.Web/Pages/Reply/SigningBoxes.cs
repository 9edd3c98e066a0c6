using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Reply;

namespace Proposals.Web.Pages.Reply;

/// <summary>The rules of copying a signing sheet: whose box it usually is, what the page can see to be wrong, and which acts its boxes are.</summary>
public static class SigningBoxes
{
    /// <summary>Of those who may sign a box, the leader in charge where it is his.</summary>
    public static Guid? Usual(ReviewStage stage, IReadOnlyList<Person> signers, ProposalCase subject)
    {
        var inCharge = signers.FirstOrDefault(person => stage == ReviewStage.Deputy && person.Id == subject.LeaderId);
        return (inCharge ?? (signers is [var first, ..] ? first : null))?.Id;
    }

    /// <summary>Where the leader in charge is the principal, one signature is both.</summary>
    public static bool PrincipalSignsApart(CaseFile file, WrittenReply? reply, RuleProfile profile) =>
        CaseFacts.PrincipalSigns(file.Case, reply, profile) && !LedByPrincipal(file);

    public static bool LedByPrincipal(CaseFile file) =>
        file.Case.LeaderId is { } leader && file.People.TryGetValue(leader, out var person) && person.Duties.HasFlag(Duty.Principal);

    public static void Check(SigningInput sheet, ModelStateDictionary form, IStringLocalizer<ReplyText> text)
    {
        BoxInput? before = null;
        for (var index = 0; index < sheet.Boxes.Count; index++)
        {
            var box = sheet.Boxes[index];
            if (box.IsSigned)
                Check($"Sheet.Boxes[{index}]", box, before, form, text);
            before = box;
        }
    }

    public static IEnumerable<ActLine> Lines(SigningInput sheet) => sheet.Boxes.Where(box => box.IsSigned)
        .Select(box => new ActLine(ReviewActs.Of(box.Stage, true, box.Opinion)) { DecidedById = box.DeciderId, OccurredOn = box.On, OriginalId = Original(sheet) });

    public static FileId? Original(SigningInput sheet) => sheet.Original.Stored is [var original, ..] ? original : null;

    private static void Check(string name, BoxInput box, BoxInput? before, ModelStateDictionary form, IStringLocalizer<ReplyText> text)
    {
        if (before is { IsSigned: false })
            form.AddModelError($"{name}.IsSigned", text["Sheet_NoGap"]);
        if (box.DeciderId is null)
            form.AddModelError($"{name}.DeciderId", text["Sheet_NeedsDecider"]);
        if (box.On is null)
            form.AddModelError($"{name}.On", text["Sheet_NeedsDate"]);
        else if (before is { IsSigned: true } && box.On < before.On)
            form.AddModelError($"{name}.On", text["Sheet_Order"]);
    }
}
