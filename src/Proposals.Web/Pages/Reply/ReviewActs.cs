using Proposals.Reply;

namespace Proposals.Web.Pages.Reply;

/// <summary>Which act each box of the signing sheet is.</summary>
public static class ReviewActs
{
    public static string Code(ReviewStage stage) => stage switch
    {
        ReviewStage.Head => nameof(ReviewByHead),
        ReviewStage.Office => nameof(ReviewByOffice),
        ReviewStage.Deputy => nameof(ReviewByDeputy),
        _ => nameof(SignReply),
    };

    public static ReviewAct Of(ReviewStage stage, bool agrees, string? opinion) => stage switch
    {
        ReviewStage.Head => new ReviewByHead(agrees) { Opinion = opinion ?? "" },
        ReviewStage.Office => new ReviewByOffice(agrees) { Opinion = opinion ?? "" },
        ReviewStage.Deputy => new ReviewByDeputy(agrees) { Opinion = opinion ?? "" },
        _ => new SignReply(agrees) { Opinion = opinion ?? "" },
    };
}
