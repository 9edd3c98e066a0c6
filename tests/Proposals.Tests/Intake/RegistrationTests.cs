using Proposals.Acts;
using Proposals.Assignment;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Intake;

public sealed class RegistrationTests
{
    private static readonly DateOnly Assigned = new(2025, 3, 17);

    [Fact]
    public async Task Nothing_classified_and_nothing_incomplete_is_registered()
    {
        await using var bureau = await Bureau.OpenAsync();
        var good = CaseDriver.Registration("258", Assigned);

        Assert.Equal("intake.classified", await RefusalOfAsync(bureau, good with { IsNotClassified = false }));
        Assert.Equal("act.missing", await RefusalOfAsync(bureau, good with { Subject = "  " }));
        Assert.Equal("act.too-long", await RefusalOfAsync(bureau, good with { Subject = new string('长', 201) }));
        Assert.Equal("intake.one-lead-proposer", await RefusalOfAsync(bureau, good with { Proposers = [] }));
        Assert.Equal("intake.co-needs-lead", await RefusalOfAsync(bureau, good with { OurRole = OurRole.CoOrganizer }));
        Assert.Equal("intake.lead-needs-others", await RefusalOfAsync(bureau, good with { OurRole = OurRole.LeadOrganizer }));
        Assert.Equal("intake.sole-has-no-others", await RefusalOfAsync(bureau, good with { OtherUnits = [new UnitEntry("区住建局", OtherUnitRole.CoOrganizer)] }));
        Assert.Equal("act.in-the-future", await RefusalOfAsync(bureau, good with { AssignedOn = new DateOnly(2025, 3, 19) }));
        Assert.Empty(await bureau.ReadAsync(db => Task.FromResult(db.Cases.ToList())));
    }

    [Fact]
    public async Task The_same_number_of_another_session_is_another_case()
    {
        await using var bureau = await Bureau.OpenAsync();
        var first = CaseDriver.Registration("258", Assigned);

        Assert.Null(await RefusalOfAsync(bureau, first));
        Assert.Equal("intake.already-registered", await RefusalOfAsync(bureau, first));
        Assert.Null(await RefusalOfAsync(bureau, first with { SessionNumber = 4 }));
        Assert.Null(await RefusalOfAsync(bureau, first with { Kind = ItemKind.Suggestion }));
    }

    [Fact]
    public async Task Registering_and_signing_for_it_is_one_form()
    {
        await using var bureau = await Bureau.OpenAsync();
        var outcome = await bureau.RunAsync(null, new ActRequest(bureau.Id("许婧"), Guid.NewGuid(), 0,
            new ActLine(CaseDriver.Registration("258", Assigned)), new ActLine(new ReceiveCase())), Now);

        Assert.Null(outcome.Refusal);
        var file = await bureau.WithAsync<CaseFileQuery, CaseFile?>(query => query.FindAsync(bureau.SeesAs("许婧"), outcome.CaseId, TestContext.Current.CancellationToken));
        Assert.Equal(CaseState.Received, file?.Case.State);
        Assert.Equal(["拟办"], file?.Waiting.Select(step => step.Name));
    }

    [Theory]
    [InlineData("郑宁")]
    [InlineData("方晓岚")]
    [InlineData("杜青")]
    [InlineData("周一鸣")]
    public async Task Only_the_office_registers(string who)
    {
        await using var bureau = await Bureau.OpenAsync();
        Assert.Equal("act.not-entitled", await RefusalOfAsync(bureau, CaseDriver.Registration("258", Assigned), who));
    }

    private static DateTimeOffset Now => new(2025, 3, 18, 2, 0, 0, TimeSpan.Zero);

    private static async Task<string?> RefusalOfAsync(Bureau bureau, RegisterCase registration, string who = "许婧") =>
        (await bureau.RunAsync(null, new ActRequest(bureau.Id(who), Guid.NewGuid(), 0, new ActLine(registration)), Now)).Refusal?.Code;
}
