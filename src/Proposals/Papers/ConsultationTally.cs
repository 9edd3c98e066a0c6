using Proposals.Deadlines;
using Proposals.Handling;

namespace Proposals.Papers;

/// <summary>有效面商1次（共联系2次）, as papers say it in the place's own word.</summary>
public static class ConsultationTally
{
    public static string Of(ProposalCase subject, RuleProfile profile)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(profile);
        return $"有效{profile.WordOf(OfficeWord.Consultation)}{subject.ValidConsultations}次（共联系{subject.Contacts}次）";
    }
}
