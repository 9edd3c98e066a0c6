using Proposals.Reply;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>Which outcomes are a signature, and which take one back.</summary>
internal static class SigningSteps
{
    public static bool Signs(Passage passed) => passed.Is(ReplySteps.Deputy, "Signed") || passed.Is(ReplySteps.Principal, "Signed");

    /// <summary>A text that is sent back, or written anew, has to be signed again; so has one that the principal must sign as well.</summary>
    public static bool Unsigns(Passage passed) =>
        passed.Is(ReplySteps.Draft, "Submitted") || passed.Is(ReplySteps.PrincipalSigns, "Yes") || (passed.Port == "SentBack" && ReplySteps.Reviews.Contains(passed.Activity.Type));
}
