using Proposals.People;
using Proposals.Reply;
using Proposals.Web.Acts;

namespace Proposals.Web.Pages.Reply;

/// <summary>A page that enters the boxes of a 发文稿纸; drawn by the partial _SheetBoxes.</summary>
public interface ISigningSheet
{
    SigningInput Sheet { get; }

    ActDesk Desk { get; }

    /// <summary>Nothing was signed before this day.</summary>
    DateOnly Earliest { get; }

    IReadOnlyList<Person> Signers(ReviewStage stage);
}
