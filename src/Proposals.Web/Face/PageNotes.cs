using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Proposals.Web.Face;

public static class PageNotes
{
    private const string Key = "note";

    /// <summary>One sentence that the next page shows after a redirect: what has just been done.</summary>
    public static void Say(this PageModel page, string sentence)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.TempData[Key] = sentence;
    }

    public static string? Take(ITempDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data[Key] as string;
    }
}
