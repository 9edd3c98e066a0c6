using System.Net;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Intake;
using Proposals.Tests.Scenes;
using Proposals.Web.Demo;

namespace Proposals.Tests.Faults;

/// <summary>Forms that come twice, late, or under a key that is not theirs.</summary>
public sealed class RepeatTests
{
    private const string NightMarkets = "12";

    [Fact]
    public async Task The_same_key_is_one_act_also_much_later_and_from_another_process()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, "501");
        var request = new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), story.Revision, new ActLine(new ReceiveCase()));
        Assert.False((await bureau.RunAsync(story.Id, request, story.Now)).WasRepeated);
        await using var other = bureau.Again();
        await new LaterActs(other, story).ProposeAsync();

        var again = await other.RunAsync(story.Id, request, story.Now.AddDays(90));

        Assert.True(again is { IsDone: true, WasRepeated: true }, again.Refusal?.Code);
        Assert.Equal(["RegisterCase", "ReceiveCase", "ProposeAllocation"], await ActsAsync(bureau, story));
    }

    [Fact]
    public async Task A_key_of_somebody_elses_act_is_no_proof_that_mine_was_done()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, "502");
        var key = Guid.NewGuid();
        await story.TryAsync("许婧", new ReceiveCase(), key: key);

        var outcome = await story.TryAsync("俞敏", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")), key: key);

        Assert.Equal("act.key-used", outcome.Refusal?.Code);
        Assert.Equal(["RegisterCase", "ReceiveCase"], await ActsAsync(bureau, story));
    }

    [Fact]
    public async Task A_key_of_another_act_or_another_case_is_no_proof_either()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, "503");
        var other = await RegisteredAsync(bureau, "504");
        var key = Guid.NewGuid();
        await story.TryAsync("许婧", new ReceiveCase(), key: key);

        Assert.Equal("act.key-used", (await other.TryAsync("许婧", new ReceiveCase(), key: key)).Refusal?.Code);
        Assert.Equal("act.key-used", (await story.TryAsync("许婧", new ProposeAllocation(await bureau.DepartmentAsync("旅游科")), key: key)).Refusal?.Code);
        var sheet = new SheetRequest(bureau.Id("俞敏"), Guid.NewGuid(), [new CaseLines(other.Id, other.Revision, new ActLine(new ReceiveCase()))]);
        Assert.Null((await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(sheet, other.Now, Cancel))).Refusal);
        var stolen = sheet with { ActorId = bureau.Id("许婧") };
        Assert.NotNull((await bureau.WithAsync<CaseActs, SheetOutcome>(acts => acts.RunSheetAsync(stolen, other.Now, Cancel))).Refusal);
        Assert.Equal(["RegisterCase", "ReceiveCase"], await ActsAsync(bureau, other));
    }

    [Fact]
    public async Task An_old_form_after_newer_acts_is_refused_by_name()
    {
        await using var bureau = await Bureau.OpenAsync();
        var story = await RegisteredAsync(bureau, "505");
        var old = new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), story.Revision, new ActLine(new ReceiveCase()));
        await story.DoAsync("俞敏", new ReceiveCase());

        Assert.Equal("act.overtaken", (await bureau.RunAsync(story.Id, old, story.Now)).Refusal?.Code);
        Assert.Equal("act.overtaken", (await bureau.RunAsync(story.Id, old with { Revision = story.Revision + 5 }, story.Now)).Refusal?.Code);
        Assert.Equal(["RegisterCase", "ReceiveCase"], await ActsAsync(bureau, story));
    }

    [Fact]
    public async Task A_form_with_a_picture_sent_twice_stores_the_picture_once()
    {
        await using var office = await Office.OpenAsync();
        using var client = await office.AsAsync("zhengning");
        var id = await office.ReadAsync(db => db.Cases.Where(known => known.CaseNumber == NightMarkets).Select(known => known.Id).SingleAsync());
        var address = $"/cases/{id}/consultations/record";
        var form = (await PaperForm.OpenAsync(client, address)).With("Input.Kind", "Visit").With("Input.ProposersPoints", "希望划定经营时段。").WithFile("Input.Proofs.New", "现场照片.png", DemoPaper.Draw(9002));
        var before = await office.ReadAsync(db => db.Files.CountAsync());

        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await form.SendAsync(client, address)).StatusCode);

        Assert.Equal(before + 1, await office.ReadAsync(db => db.Files.CountAsync()));
        Assert.Equal(1, await office.ReadAsync(db => db.AuditEntries.CountAsync(entry => entry.IdempotencyKey == Guid.Parse(form["Seal.Key"]))));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<CaseDriver> RegisteredAsync(Bureau bureau, string number) =>
        new CaseDriver(bureau).RegisterAsync(CaseDriver.Registration(number, new DateOnly(2025, 3, 17)));

    private static Task<List<string>> ActsAsync(Bureau bureau, CaseDriver story)
    {
        var subject = CaseActs.SubjectOf(story.Id);
        return bureau.ReadAsync(db => db.AuditEntries.Where(entry => entry.Subject == subject).OrderBy(entry => entry.Number).Select(entry => entry.Act).ToListAsync());
    }

    /// <summary>What the office did meanwhile.</summary>
    private sealed class LaterActs(Bureau bureau, CaseDriver story)
    {
        public async Task ProposeAsync()
        {
            var act = new ProposeAllocation(await bureau.DepartmentAsync("旅游科"));
            var outcome = await bureau.RunAsync(story.Id, new ActRequest(bureau.Id("俞敏"), Guid.NewGuid(), story.Revision + 1, new ActLine(act)), story.Now.AddDays(1));
            Assert.Null(outcome.Refusal);
        }
    }
}
