using Proposals.Deadlines;
using Proposals.Web.Face;

namespace Proposals.Web.Acts;

/// <summary>When a draft was saved: 10:32 today, with its day before that.</summary>
public static class DraftMoment
{
    public static string Of(DateTimeOffset savedAt, DateOnly today)
    {
        var (day, time) = (OfficeClock.Day(savedAt), OfficeClock.Local(savedAt).ToString("HH:mm"));
        return day == today ? time : $"{DateText.Near(day, today)} {time}";
    }
}
