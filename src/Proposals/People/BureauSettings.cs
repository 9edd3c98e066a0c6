using System.Text.Json.Nodes;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Persistence;

namespace Proposals.People;

/// <summary>Whose installation this is: the one row that says what the bureau is called, on pages, on paper and in other people's lists.</summary>
public sealed class BureauSettings
{
    public const int OnlyId = 1;

    /// <summary>Subject of its chain.</summary>
    public const string Chain = "bureau";

    public int Id { get; init; } = OnlyId;

    /// <summary>云澜区经贸旅游局.</summary>
    public required string Name { get; set; }

    /// <summary>How lists call it, one name a line: 区经贸旅游局, 经贸旅游局.</summary>
    public string ShortNames { get; set; } = "";

    public string Address { get; set; } = "";

    public string Phone { get; set; } = "";

    /// <summary>The three steps of a first start are behind us.</summary>
    public bool IsSetUp { get; set; }

    public IEnumerable<string> Names => ShortNames.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Prepend(Name);
}

/// <summary>What an admin or the office's director may set on the bureau.</summary>
public sealed record BureauDetails(string Name, string ShortNames)
{
    public string Address { get; init; } = "";

    public string Phone { get; init; } = "";

    internal Refusal? Check() =>
        ActRefusals.Check("BureauName", Name, Lengths.Name)
        ?? ActRefusals.Check(nameof(ShortNames), ShortNames, Lengths.Remark, required: false)
        ?? ActRefusals.Check(nameof(Address), Address, Lengths.Subject, required: false)
        ?? ActRefusals.Check(nameof(Phone), Phone, Lengths.Phone, required: false);

    internal void WriteTo(BureauSettings settings)
    {
        settings.Name = Name.Trim();
        settings.ShortNames = ShortNames.Trim();
        settings.Address = Address.Trim();
        settings.Phone = Phone.Trim();
    }

    internal JsonObject Describe() => new() { ["what"] = CanonicalText.ToNode(this) };
}
