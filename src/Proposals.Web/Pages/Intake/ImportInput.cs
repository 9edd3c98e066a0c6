using System.ComponentModel.DataAnnotations;
using Proposals.Intake;
using Proposals.Intake.Lists;
using Proposals.Persistence;

namespace Proposals.Web.Pages.Intake;

/// <summary>The list and what the clerk says of it. Between preview and confirmation the list itself travels here, because nothing is stored before.</summary>
public sealed class ImportInput
{
    public IFormFile? Upload { get; set; }

    public string? Pasted { get; set; }

    /// <summary>The tables that were read, as <see cref="TravelText"/> writes them.</summary>
    public string? Travelled { get; set; }

    public bool HasOutsideLinks { get; set; }

    public int Sheet { get; set; }

    /// <summary>Of this drawing of the form: confirmed twice, it registers once.</summary>
    public Guid Key { get; set; }

    /// <summary>The sheet to which <see cref="Columns"/> belong; on another one they are guessed anew.</summary>
    public int? ColumnsOf { get; set; }

    public List<ListField?> Columns { get; set; } = [];

    [StringLength(Lengths.Name), Display(Name = "Import_Sender")]
    public string? Sender { get; set; }

    [Display(Name = "Import_AssignedOn")]
    public DateOnly? AssignedOn { get; set; }

    [Display(Name = "Import_Kind")]
    public ItemKind? Kind { get; set; }

    [Display(Name = "Import_Level")]
    public AdministrativeLevel? Level { get; set; }

    [Range(1, 99), Display(Name = "Import_Term")]
    public int? Term { get; set; }

    [Range(1, 99), Display(Name = "Import_Session")]
    public int? Session { get; set; }

    [Display(Name = "Import_FillsDown")]
    public bool FillsDown { get; set; }

    [Display(Name = "Import_NotClassified")]
    public bool IsNotClassified { get; set; }

    [Display(Name = "Import_AlsoReceive")]
    public bool AlsoReceive { get; set; }

    [Display(Name = "Import_ReceivedOn")]
    public DateOnly? ReceivedOn { get; set; }

    /// <summary>A file or a text that was not read yet.</summary>
    public bool IsFresh => Upload is not null || !string.IsNullOrWhiteSpace(Pasted) || string.IsNullOrEmpty(Travelled);

    /// <summary>The columns were seen, and changed or left as they were.</summary>
    public bool HasChosen => ColumnsOf == Sheet && Columns.Count > 0;

    public ListOrder Order() => new(Sender ?? "")
    {
        AssignedOn = AssignedOn,
        Kind = Kind,
        Level = Level,
        Term = Term,
        Session = Session,
        FillsDown = FillsDown,
        Columns = HasChosen ? Chosen() : null,
    };

    /// <summary>Two columns with the same meaning: the first has it.</summary>
    public ListColumns Chosen()
    {
        var places = new Dictionary<ListField, int>();
        for (var column = 0; column < Columns.Count; column++)
        {
            if (Columns[column] is { } field)
                places.TryAdd(field, column);
        }

        return new ListColumns(places);
    }
}
