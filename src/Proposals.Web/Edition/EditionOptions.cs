using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Edition;

/// <summary>Section <c>Edition</c>: the scale-out edition's second process. Left out, nobody but people may call.</summary>
public sealed class EditionOptions
{
    public const string Section = "Edition";

    /// <summary>What both sides sign their messages with.</summary>
    [MinLength(32)]
    public string? Secret { get; set; }
}
