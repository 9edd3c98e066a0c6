using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Papers;
using Proposals.Web.Accounts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Handling;

/// <summary>办理台账 as a workbook, narrowed as the page is that asks for it.</summary>
[Authorize(Policy = Permissions.ReadCases)]
public sealed class LedgerExportPage(LedgerQuery ledger, LedgerLines lines, TimeProvider clock) : LedgerFilterPage
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        // A paper of the office, whatever language its reader has the pages in.
        CultureInfo.CurrentUICulture = Languages.Chinese;
        var me = User.Visibility();
        var today = OfficeClock.Day(clock.GetUtcNow());
        Year ??= await ledger.YearsAsync(me, cancellationToken) is [var newest, ..] ? newest : 0;
        // Gone by itself when the answer has been sent; so a long ledger never stands in memory.
        var file = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        try
        {
            await LedgerWorkbook.WriteAsync(file, lines.ReadAsync(me, Filter(), today, cancellationToken), cancellationToken);
            file.Position = 0;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }

        Response.Headers.CacheControl = "private, no-store";
        return File(file, Workbook, PrintedName.Of($"{(Year is 0 or null ? "" : $"{Year}年")}办理台账 {DateText.InTable(today)}", "xlsx"));
    }
}
