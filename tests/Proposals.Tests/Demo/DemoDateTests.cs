using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Handling;
using Proposals.People;
using Proposals.Tests.Deadlines;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Demo;

/// <summary>Every date that a visitor of the demo can ask about, and the case whose date moved.</summary>
public sealed class DemoDateTests
{
    [Theory]
    [MemberData(nameof(DemoFigureTests.Days), MemberType = typeof(DemoFigureTests))]
    public async Task Every_date_of_the_demo_adds_up_from_its_lines(DateOnly today)
    {
        await using var bureau = await Bureau.EmptyAsync();
        Assert.True(await DemoFigureTests.BuildAsync(bureau, OfficeClock.At(today, new TimeOnly(15, 0))));

        var cases = await bureau.ReadAsync(db => db.Cases.AsNoTracking().ToListAsync());
        var complaints = new List<string>();
        foreach (var subject in cases)
            complaints.AddRange((await ComplaintsAsync(bureau, subject)).Select(complaint => $"第{subject.CaseNumber}号 {complaint}"));
        Assert.Equal([], complaints);

        await ExtendedAsync(bureau, cases.Single(subject => subject.CaseNumber == "217"), today);
    }

    private static async Task<IReadOnlyList<string>> ComplaintsAsync(Bureau bureau, ProposalCase subject)
    {
        var lines = await LinesAsync(bureau, subject);
        Assert.NotEmpty(lines);
        var naive = WallCalendar.Shipped.Naive;
        var sums = new LineSums(lines, bureau.Rules.Of(subject), await TimesAsync(bureau, subject));
        var complaints = new List<string>();
        foreach (var line in lines)
        {
            var (sum, reasons) = (sums.Of(line), sums.ReasonsOf(line));
            if (sum.DueOn != line.DueOn)
                complaints.Add($"{line.Kind}: stored {line.DueOn:yyyy-MM-dd}, the sum says {sum.DueOn:yyyy-MM-dd}");
            if (naive.Of(reasons).DueOn != line.DueOn)
                complaints.Add($"{line.Kind}: stored {line.DueOn:yyyy-MM-dd}, the finger finds {naive.Of(reasons).DueOn:yyyy-MM-dd}");
            complaints.AddRange(new LineByLine(naive, reasons).Complaints(sum).Select(complaint => $"{line.Kind}: {complaint}"));
        }

        return complaints;
    }

    /// <summary>C14: extended while there was time, handed over afterwards; nothing about it warns today.</summary>
    private static async Task ExtendedAsync(Bureau bureau, ProposalCase subject, DateOnly today)
    {
        var calendar = bureau.Rules.Calendar;
        var lines = await LinesAsync(bureau, subject);
        var request = Assert.Single((await TimesAsync(bureau, subject)).Extensions);
        var reply = lines.Single(line => line.Kind == DeadlineKind.Reply);
        Assert.Equal((Light.Green, true, CaseState.InHandling, 1), (subject.LightOn(today), subject.IsExtended, subject.State, subject.ValidConsultations));
        Assert.Equal((calendar.WorkingDaysFrom(today, 20), calendar.WorkingDaysFrom(today, 20)), (reply.DueOn, subject.ReplyDueOn));
        Assert.True(reply.DueOn <= lines.Single(line => line.Kind == DeadlineKind.ReplyHardLimit).DueOn);
        Assert.InRange(request.From, request.EffectiveOn ?? DateOnly.MaxValue, calendar.WorkingDaysFrom(today, -4));
        var contact = lines.Single(line => line.Kind == DeadlineKind.FirstContact);
        Assert.True(contact.MetOn <= contact.DueOn, $"first met on {contact.MetOn}, due on {contact.DueOn}");

        var people = await bureau.ReadAsync(db => db.Users.AsNoTracking().ToDictionaryAsync(person => person.DisplayName));
        Assert.Equal((true, people["唐可"].Id), (people["吴佳"].IsDisabled, subject.HandlerId));
        var tenures = await bureau.ReadAsync(db => db.HandlerTenures.Where(tenure => tenure.CaseId == subject.Id).OrderBy(tenure => tenure.Id).ToListAsync());
        Assert.Equal([(people["吴佳"].Id, calendar.WorkingDaysFrom(today, -15)), (people["唐可"].Id, (DateOnly?)null)], tenures.Select(tenure => (tenure.HandlerId, tenure.UntilOn)));
        Assert.Equal([people["吴佳"].Id], await bureau.ReadAsync(db => db.Consultations.Where(held => held.CaseId == subject.Id).Select(held => held.HeldById).ToListAsync()));
    }

    private static Task<List<Deadline>> LinesAsync(Bureau bureau, ProposalCase subject) =>
        bureau.ReadAsync(async db => (await db.Deadlines.AsNoTracking().Where(line => line.CaseId == subject.Id).ToListAsync()).OrderBy(line => line.Id.Value).ToList());

    private static async Task<CaseTimes> TimesAsync(Bureau bureau, ProposalCase subject) => new(
        await bureau.ReadAsync(db => db.ClockPauses.AsNoTracking().Where(pause => pause.CaseId == subject.Id).ToListAsync()),
        await bureau.ReadAsync(db => db.ExtensionRequests.AsNoTracking().Where(request => request.CaseId == subject.Id).ToListAsync()));
}
