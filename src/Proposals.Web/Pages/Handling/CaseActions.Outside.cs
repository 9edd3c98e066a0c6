using Proposals.Assignment;

namespace Proposals.Web.Pages.Handling;

/// <summary>How the case may leave the bureau, or get company: asked for and entered by the office.</summary>
public sealed partial class CaseActions
{
    /// <summary>Some request for a further unit waits for its answer.</summary>
    public bool MayAnswerUnit => file.AddedUnits.Any(request => request.Granted is null) && MayDoNow(nameof(AnswerAddUnit));

    private IEnumerable<CaseAction> Outside(bool isOver)
    {
        if (isOver)
            yield break;
        var isReplied = Subject.RepliedOn is not null || Reply?.DeliveredOn is not null;
        if (!isReplied)
        {
            yield return To(nameof(RequestReturn));
            yield return To(nameof(RequestAddUnit));
        }

        if (MayAnswerUnit)
            yield return To(nameof(AnswerAddUnit));
        yield return To(nameof(WithdrawCase));
        yield return To(nameof(RecordReassignment));
        if (!isReplied)
            yield return To(nameof(VoidCase));
    }
}
