using System.ComponentModel.DataAnnotations;
using Proposals.Consultation;
using Proposals.Deadlines;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Rules;

/// <summary>A rule profile as a form.</summary>
public sealed class ProfileInput
{
    public sealed class TermInput
    {
        public DeadlineKind Kind { get; set; }

        public string? Text { get; set; }
    }

    public sealed class ClassInput
    {
        public string? Code { get; set; }

        public string? Chinese { get; set; }

        public string? English { get; set; }

        public bool Resolved { get; set; }

        public bool Planned { get; set; }

        public bool FollowUp { get; set; }

        public bool Upgraded { get; set; }
    }

    [Required, StringLength(Lengths.Name / 2), Display(Name = "Profile_Name")]
    public string? Name { get; set; }

    public List<TermInput> Terms { get; set; } = [];

    public bool Roll { get; set; }

    public List<DeadlineKind> Pausable { get; set; } = [];

    public List<DeadlineKind> Extendable { get; set; } = [];

    [Display(Name = "Profile_LateEntry")]
    public string? LateEntry { get; set; }

    [Range(0, 20), Display(Name = "Profile_Required")]
    public int Required { get; set; }

    [Range(0, 20), Display(Name = "Profile_RequiredAgain")]
    public int RequiredAgain { get; set; }

    public bool NeedsLeader { get; set; }

    public bool WarnDraft { get; set; }

    public List<ContactKind> FaceToFace { get; set; } = [];

    public List<PrincipalSignsFor> PrincipalSigns { get; set; } = [];

    [Range(0, 100), Display(Name = "Profile_Blue")]
    public int Blue { get; set; }

    [Range(0, 100), Display(Name = "Profile_Yellow")]
    public int Yellow { get; set; }

    [Display(Name = "Profile_DocumentNumber")]
    public string? DocumentNumber { get; set; }

    [Display(Name = "Profile_OpinionNumber")]
    public string? OpinionNumber { get; set; }

    public bool Draws { get; set; }

    [Display(Name = "Profile_Copies")]
    public string? Copies { get; set; }

    public bool Clearance { get; set; }

    public List<ClassInput> Classes { get; set; } = [];

    public LadderInput Ladder { get; set; } = new();

    public RatesInput Rates { get; set; } = new();

    public static ProfileInput Of(RuleProfile profile, WrittenTerms terms) => new()
    {
        Name = profile.Name,
        Terms = [.. ProfileCheck.Kinds.Select(kind => new TermInput { Kind = kind, Text = terms.Write(profile.Terms[kind]) })],
        Roll = profile.RollMonthTermsOverHolidays,
        Pausable = [.. profile.Pausable],
        Extendable = [.. profile.Extensions.Kinds],
        LateEntry = terms.Write(profile.LateEntryAfter),
        Required = profile.Consultations.Required,
        RequiredAgain = profile.Consultations.RequiredWhenRehandling,
        NeedsLeader = profile.Consultations.RehandlingNeedsLeader,
        WarnDraft = profile.Consultations.WarnWithoutOneOnDraft,
        FaceToFace = [.. profile.Consultations.FaceToFace],
        PrincipalSigns = [.. profile.PrincipalSigns],
        Blue = profile.Lights.BlueWorkingDays,
        Yellow = profile.Lights.YellowWorkingDays,
        DocumentNumber = profile.DocumentNumber,
        OpinionNumber = profile.OpinionNumber,
        Draws = profile.DrawsDocumentNumbers,
        Copies = string.Join('\n', profile.CopiesTo),
        Clearance = profile.ClearanceIsChecked,
        Classes =
        [
            .. profile.ResultClasses.Select(known => new ClassInput
            {
                Code = known.Code,
                Chinese = known.Chinese,
                English = known.English,
                Resolved = known.CountsAsResolved,
                Planned = known.CountsAsPlanned,
                FollowUp = known.NeedsFollowUp,
                Upgraded = known.MayBeUpgraded,
            }),
            new ClassInput(),
        ],
        Ladder = LadderInput.Of(profile.Ladder),
        Rates = RatesInput.Of(profile),
    };

    /// <summary>What the form does not show stays as it was.</summary>
    public RuleProfile Read(RuleProfile before, WrittenTerms terms) => before with
    {
        Name = Name?.Trim() ?? "",
        Terms = Terms.DistinctBy(row => row.Kind).ToDictionary(row => row.Kind, row => terms.Read(row.Text)),
        RollMonthTermsOverHolidays = Roll,
        Pausable = [.. Pausable.Distinct()],
        Extensions = before.Extensions with { Kinds = [.. Extendable.Distinct()] },
        LateEntryAfter = terms.Read(LateEntry),
        Consultations = before.Consultations with
        {
            Required = Required,
            RequiredWhenRehandling = RequiredAgain,
            RehandlingNeedsLeader = NeedsLeader,
            WarnWithoutOneOnDraft = WarnDraft,
            FaceToFace = [.. FaceToFace.Distinct()],
        },
        PrincipalSigns = [.. PrincipalSigns.Distinct()],
        Lights = new LightRules(Blue, Yellow),
        Ladder = Ladder.Read(),
        Rates = Rates.Read(),
        Words = Rates.ReadWords(),
        DocumentNumber = DocumentNumber?.Trim() ?? "",
        OpinionNumber = OpinionNumber?.Trim() ?? "",
        DrawsDocumentNumbers = Draws,
        CopiesTo = [.. (Copies ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        ClearanceIsChecked = Clearance,
        ResultClasses = [.. Classes.Where(row => !string.IsNullOrWhiteSpace(row.Code) || !string.IsNullOrWhiteSpace(row.Chinese))
            .Select(row => new ResultClass(row.Code?.Trim() ?? "", row.Chinese?.Trim() ?? "", row.English?.Trim() ?? "", row.Resolved, row.Planned, row.FollowUp, row.Upgraded))],
    };
}
