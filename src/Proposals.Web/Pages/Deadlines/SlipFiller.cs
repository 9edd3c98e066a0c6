using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.Inbox;
using Proposals.Papers;
using Proposals.Web.Acts;
using Proposals.Web.Face;
using Proposals.Web.Pages.Handling;
using Proposals.Web.Pages.Inbox;

namespace Proposals.Web.Pages.Deadlines;

/// <summary>Fills a slip from its rung and its case; its words are those of the reader's language now.</summary>
public sealed class SlipFiller(Bureau bureau, DueNames names, DueWords due, RefusalWords labels, OfficeRules rules)
{
    private const string Office = "办公室";

    public async Task<LadderSlip> FillAsync(CaseFile file, RungRecord record, DateOnly today)
    {
        var (subject, rung, order) = (file.Case, record.Rung, record.Order);
        var profile = rules.OfPaper(subject);
        var raisedOn = OfficeClock.Day(rung.At);
        return new LadderSlip(PaperItem.Of(subject), await bureau.IssuerAsync(), rung.Level, profile)
        {
            To = [.. record.To.Select(person => Named(file, person))],
            AssigningBody = subject.AssigningBody,
            AssignedOn = subject.AssignedOn,
            Kind = rung.Kind,
            Deadline = names.Of(rung.Kind),
            About = file.Deadlines.FirstOrDefault(line => line.Id == rung.DeadlineId) is { } line ? DeadlineWords.Subject(file, line) ?? "" : "",
            DueOn = rung.DueOn,
            RaisedOn = raisedOn,
            Distance = due.Distance(rung.DueOn, raisedOn),
            Stage = today == raisedOn ? Stage(file) : $"{Stage(file)}（{DateText.InSentence(today)}打印时）",
            Consultations = subject.OwesOpinion ? "" : ConsultationTally.Of(subject, profile),
            Direction = order?.DirectedOn is { } on ? new SheetOpinion(order.Direction, file.NameOf(order.DirectedById), on) : null,
            AnswerBy = order?.AnswerBy,
        };
    }

    private static string Named(CaseFile file, Guid person) =>
        file.People.TryGetValue(person, out var known) && known.DepartmentId is { } department ? $"{known.DisplayName}（{file.NameOf(department)}）" : file.NameOf(person);

    private string Stage(CaseFile file)
    {
        var waiting = string.Join('、', file.Waiting.Select(step => $"{StepWords.Name(step)}（{Owner(file, step)}）"));
        return waiting.Length == 0 ? labels.Label(file.Case.State) : $"{labels.Label(file.Case.State)}：{waiting}";
    }

    private static string Owner(CaseFile file, Step step)
    {
        var names = step.WorkItems.Where(item => item.State == WorkItemState.Offered).Select(item => item.OwnerId is { } owner ? file.NameOf(owner) : Office).Distinct().ToList();
        return names.Count == 0 ? Office : string.Join('、', names);
    }
}
