using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Proposals.Acts;
using Proposals.Deadlines;
using Proposals.People;
using Proposals.Persistence;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>批示 on a 督办单: what is to be done, and by when the leader wants to hear.</summary>
[Authorize(Policy = Permissions.ActOnCases)]
public sealed class DirectPage(ActDesk desk, DueNames names, DueWords due, IStringLocalizer<DeadlinesText> text) : ActPage(desk)
{
    public sealed class DirectInput
    {
        [Required(ErrorMessage = "Choose_Missing"), Display(Name = "Direct_Order")]
        public Guid? OrderId { get; set; }

        [Required, StringLength(Lengths.Remark), Display(Name = "Direct_Direction")]
        public string? Direction { get; set; }

        [Display(Name = "Direct_AnswerBy")]
        public DateOnly? AnswerBy { get; set; }
    }

    [BindProperty]
    public DirectInput Input { get; set; } = new();

    /// <summary>Which of several orders was tapped.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Order { get; set; }

    public override string ActCode => nameof(DirectSupervision);

    public IReadOnlyList<SupervisionOrder> Open => CaseFile.OpenOrders;

    /// <summary>Whose orders they are, and the principal.</summary>
    public override IReadOnlyList<Person> Deciders =>
    [
        .. CaseFile.People.Values.Where(person => Open.Any(order => DirectSupervision.MayDirect(person, order.LeaderId)))
            .OrderBy(person => person.Id != Chosen?.LeaderId).ThenBy(person => person.DisplayName, StringComparer.Ordinal),
    ];

    public ChoiceSet Orders => new("Input.OrderId", text["Direct_Order"], Input.OrderId?.ToString(), [.. Open.Select(order => new Choice(order.Id.ToString(), $"{DueName(order)} {DueText(order)}", About(order)))]);

    public string DueName(SupervisionOrder order) => LineOf(order) is { } line ? names.Of(line.Kind) : "";

    /// <summary>2026年3月31日（已超期2个工作日）.</summary>
    public string DueText(SupervisionOrder order) => LineOf(order) is { } line ? due.DateAndDistance(line.DueOn, Desk.Today) : "";

    public string? About(SupervisionOrder order) => LineOf(order) is { } line ? DeadlineWords.Subject(CaseFile, line) : null;

    protected override Task FillAsync(CancellationToken cancellationToken)
    {
        Input.OrderId = Chosen?.Id;
        if (OffersOnBehalf && Chosen is { } order && !DirectSupervision.MayDirect(CaseFile.People[Desk.Me], order.LeaderId))
            OnBehalf.DeciderId = order.LeaderId;
        return Task.CompletedTask;
    }

    protected override CaseAct Act() => new DirectSupervision(Input.OrderId ?? default, Input.Direction?.Trim() ?? "", Input.AnswerBy);

    protected override Task<string> NoteAsync(CancellationToken cancellationToken) => Task.FromResult<string>(text["Direct_Done"]);

    private SupervisionOrder? Chosen => Open.FirstOrDefault(order => order.Id == Order) ?? (Open.Count == 1 ? Open[0] : null);

    private Deadline? LineOf(SupervisionOrder order) => CaseFile.Deadlines.FirstOrDefault(line => line.Id == order.DeadlineId);
}
