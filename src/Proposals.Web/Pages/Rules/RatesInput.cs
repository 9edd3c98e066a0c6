using System.ComponentModel.DataAnnotations;
using Proposals.Deadlines;

namespace Proposals.Web.Pages.Rules;

/// <summary>Rates, their targets and the place's own words as a form.</summary>
public sealed class RatesInput
{
    private const int MostOffered = 5;

    public sealed class TargetInput
    {
        [Display(Name = "Rates_FromItems")]
        public int? FromItems { get; set; }

        [Display(Name = "Rates_Percent")]
        public int? Percent { get; set; }
    }

    public sealed class WordInput
    {
        public OfficeWord Word { get; set; }

        public string? Text { get; set; }
    }

    public List<int> Times { get; set; } = [];

    public List<TargetInput> Targets { get; set; } = [];

    [Display(Name = "Rates_ResolvedLabel")]
    public int? Resolved { get; set; }

    public List<WordInput> Words { get; set; } = [];

    public IEnumerable<int> Offered => Enumerable.Range(1, MostOffered).Union(Times).Order();

    public static RatesInput Of(RuleProfile profile) => new()
    {
        Times = [.. profile.Rates.ConsultationRates],
        Targets = [.. profile.Rates.ConsultationTargets.Select(line => new TargetInput { FromItems = line.FromItems, Percent = line.Percent }), new TargetInput()],
        Resolved = profile.Rates.ResolvedPercent,
        Words = [.. Enum.GetValues<OfficeWord>().Select(word => new WordInput { Word = word, Text = profile.WordOf(word) })],
    };

    /// <summary>Half a row is kept with what no check lets through: it is refused, not lost.</summary>
    public RateRules Read() => new()
    {
        ConsultationRates = [.. Times.Distinct().Order()],
        ConsultationTargets = [.. Targets.Where(row => row.FromItems is not null || row.Percent is not null).Select(row => new LoadTarget(row.FromItems ?? -1, row.Percent ?? -1))],
        ResolvedPercent = Resolved,
    };

    public IReadOnlyDictionary<OfficeWord, string> ReadWords() => Words.DistinctBy(row => row.Word).ToDictionary(row => row.Word, row => row.Text?.Trim() ?? "");
}
