using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Deadlines;
using Proposals.Deadlines.Calendars;
using Proposals.Web.Accounts;
using Proposals.Web.Acts;
using Proposals.Web.Face;

namespace Proposals.Web.Pages.Rules;

/// <summary>导入放假安排: one year's list, shown with everything that it would move before anything is done.</summary>
[Authorize(Policy = Permissions.ManageRules)]
public sealed class ImportYearPage(OfficeRules rules, RuleActs acts, Redating redating, MovedWords words, RefusalWords refusals, TimeProvider clock, IStringLocalizer<RulesText> text) : CalendarPage(rules, refusals)
{
    private readonly OfficeRules known = rules;

    public sealed class YearInput
    {
        [Range(OfficeYears.First, OfficeYears.Last, ErrorMessage = "Validation_Year"), Display(Name = "Import_Year")]
        public int? Year { get; set; }

        [Display(Name = "Import_File")]
        public IFormFile? Upload { get; set; }

        [Display(Name = "Import_Text")]
        public string? Text { get; set; }
    }

    [BindProperty]
    public YearInput Input { get; set; } = new();

    /// <summary>Null until a list was read without a fault.</summary>
    public CalendarYear? Read { get; private set; }

    /// <summary>What was known of that year.</summary>
    public CalendarYear? Known { get; private set; }

    /// <summary>Days that were worked and are off now, or the other way round.</summary>
    public IReadOnlyList<CalendarDay> Changed { get; private set; } = [];

    public IReadOnlyList<MovedLine> Moved { get; private set; } = [];

    public void OnGet() => Input.Year = Calendar.Days.CoveredUntil.Year + 1;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
            return Page();
        if (Input.Upload is { } upload)
        {
            var (decoded, refusal) = await TextUpload.ReadAsync(upload, CalendarReader.LongestText * 4L, CalendarRefusals.TooLong, cancellationToken);
            if (refusal is not null)
            {
                Refuse(refusal);
                return Page();
            }

            ModelState.Remove("Input.Text");
            Input.Text = decoded;
        }

        await PreviewAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostConfirmAsync(int revision, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await PreviewAsync(cancellationToken) || Read is not { } year)
            return Page();
        if (await acts.ImportYearAsync(User.PersonId(), revision, Calendar.Name, year, clock.GetUtcNow(), cancellationToken) is { } refusal)
        {
            await PreviewAsync(cancellationToken);
            Refuse(refusal);
            return Page();
        }

        var moved = await redating.RunAsync(clock.GetUtcNow(), cancellationToken);
        this.Say($"{text["Said_Imported", year.Year]}{words.Sentence(moved)}");
        return Redirect("/admin/calendar");
    }

    private async Task<bool> PreviewAsync(CancellationToken cancellationToken)
    {
        var reading = CalendarReader.Read(Input.Text ?? "", Input.Year);
        if (reading.Year is not { } year)
        {
            Refuse(reading.Problems);
            return false;
        }

        if (CalendarYears.Check([.. Calendar.Years.Select(old => old.Year)], year.Year) is { } gap)
        {
            Refuse(gap);
            return false;
        }

        Read = year;
        Known = Calendar.Years.FirstOrDefault(old => old.Year == year.Year);
        var next = Calendar.With(year);
        Changed = [.. year.Days.Concat(Known?.Days ?? []).Select(day => day.Date).Distinct().Order()
            .Where(day => next.Days.IsWorkingDay(day) != Calendar.Days.IsWorkingDay(day)).Select(day => new CalendarDay(day, "", !next.Days.IsWorkingDay(day)))];
        Moved = await redating.PreviewAsync(known.Book.With(next), clock.GetUtcNow(), cancellationToken);
        return true;
    }
}
