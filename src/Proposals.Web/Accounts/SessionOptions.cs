using System.ComponentModel.DataAnnotations;

namespace Proposals.Web.Accounts;

/// <summary>Section <c>Sessions</c>: how long somebody stays signed in.</summary>
public sealed class SessionOptions
{
    public const string Section = "Sessions";

    /// <summary>Without a request for so long, the session is over. A meeting of an afternoon does not end it.</summary>
    [Range(1, 1440)]
    public int IdleMinutes { get; set; } = 240;

    /// <summary>However busy, after so long one signs in again: a working day with its overtime.</summary>
    [Range(1, 168)]
    public int LongestHours { get; set; } = 12;
}
