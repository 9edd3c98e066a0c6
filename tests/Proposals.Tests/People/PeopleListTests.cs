using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Intake.Lists;
using Proposals.People;
using Proposals.People.Roster;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.People;

public sealed class PeopleListTests
{
    private static readonly DateTimeOffset Now = new(2025, 3, 1, 1, 0, 0, TimeSpan.Zero);

    private const string ByDepartment = """
        科室	分管领导	科长	经办人
        办公室	沈立群（局长）	俞敏	许婧
        旅游科	方晓岚（副局长）	王海涛	郑宁、吴佳
        商贸发展科	方晓岚	孙国强	何悦
        """;

    [Fact]
    public async Task One_table_of_departments_makes_departments_and_accounts_with_their_duties()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, ByDepartment);
        Assert.Empty(sheet.Problems);
        Assert.Empty(sheet.Notes);
        var (issued, refusal) = await EnterAsync(bureau, sheet);

        Assert.Null(refusal);
        Assert.Equal(9, issued.Count);
        Assert.Equal(issued.Count, issued.Select(account => account.Password).Distinct().Count());
        var people = await bureau.ReadAsync(db => db.Users.ToDictionaryAsync(person => person.DisplayName));
        Assert.Equal(Duty.Principal | Duty.DeputyLeader, people["沈立群"].Duties);
        Assert.Equal(Duty.DepartmentHead | Duty.OfficeDirector, people["俞敏"].Duties);
        Assert.Equal(Duty.Handler | Duty.OfficeClerk, people["许婧"].Duties);
        Assert.Equal(Duty.DeputyLeader, people["方晓岚"].Duties);
        Assert.Equal("副局长", people["方晓岚"].Title);
        Assert.Equal("郑宁", people["郑宁"].UserName);
        Assert.All(people.Values, person => Assert.True(person.MustChangePassword));
        var tourism = await bureau.ReadAsync(db => db.Departments.SingleAsync(department => department.Name == "旅游科"));
        Assert.Equal((people["方晓岚"].Id, people["王海涛"].Id, people["郑宁"].Id), (tourism.LeaderId, tourism.HeadId, tourism.DefaultHandlerId));
        Assert.True(await bureau.ReadAsync(db => db.Departments.Where(department => department.Name == "办公室").Select(department => department.IsOffice).SingleAsync()));

        var again = await ReadAsync(bureau, ByDepartment);
        Assert.All(again.People, person => Assert.NotNull(person.Known));
        Assert.Empty((await EnterAsync(bureau, again)).Issued);
        Assert.Equal(9, await bureau.ReadAsync(db => db.Users.CountAsync()));
    }

    [Fact]
    public async Task A_person_a_row_with_duties_and_sign_in_names()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, """
            姓名	科室	职务	身份	分管科室	登录名
            沈立群		局长	主要领导	办公室	shenliqun
            方晓岚		副局长	分管领导	旅游科	fangxiaolan
            俞敏	办公室	办公室主任	办公室主任		yumin
            许婧	办公室	专管员	办公室经办		xujing
            王海涛	旅游科	科长	科长		wanghaitao
            张伟	旅游科	科员	经办人		zhangwei
            张伟	旅游科	科员	经办人		zhangwei2
            杜青		督查员	督查员		duqing
            """);
        Assert.Empty(sheet.Problems);
        Assert.Null((await EnterAsync(bureau, sheet)).Refusal);
        Assert.Equal(["zhangwei", "zhangwei2"], await bureau.ReadAsync(db => db.Users.Where(person => person.DisplayName == "张伟").Select(person => person.UserName ?? "").Order().ToListAsync()));
        var leader = await bureau.ReadAsync(db => db.Departments.Where(department => department.Name == "旅游科").Select(department => db.Users.Single(person => person.Id == department.LeaderId).DisplayName).SingleAsync());
        Assert.Equal("方晓岚", leader);
    }

    [Fact]
    public async Task One_bad_row_and_nothing_is_made()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, """
            姓名	科室	职务	身份
            郑宁	旅游科	科员	经办人
            郑宁	旅游科	科员	经办人
            何 悦	商贸科	科员	扫地僧
            李|四	商贸科	科员	经办人
            """);
        Assert.Equal([(3, "roster.same-name"), (4, "roster.unknown-duty"), (5, "identity.InvalidUserName")], sheet.Problems.Select(problem => (problem.Row ?? 0, problem.Reason.Code)));
        Assert.NotNull((await EnterAsync(bureau, sheet)).Refusal);
        Assert.Equal(0, await bureau.ReadAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await bureau.ReadAsync(db => db.Departments.CountAsync()));
    }

    [Fact]
    public async Task A_refusal_in_the_middle_takes_everything_back()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, ByDepartment);
        var sly = sheet with { People = [.. sheet.People, new PersonEntry(9, "赵六", "郑宁", "", Duty.Handler, "旅游科")] };
        Assert.Equal("identity.DuplicateUserName", (await EnterAsync(bureau, sly)).Refusal?.Code);
        Assert.Equal(0, await bureau.ReadAsync(db => db.Users.CountAsync()));
        Assert.Equal(0, await bureau.ReadAsync(db => db.Departments.CountAsync()));
        Assert.False(await bureau.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Act == "CreatePerson" || entry.Act == "CreateDepartment")));
    }

    [Theory]
    [InlineData("科室\t科长\t经办人\n旅游科\t王海涛\t李四 王五", "roster.two-names(李四 王五)")]
    [InlineData("姓名\t科室\t身份\n李四　王五\t旅游科\t经办人", "roster.two-names(李四　王五)")]
    [InlineData("姓名\t科室\t职务\n郑宁\t旅游科\t扫地僧", "roster.unknown-duty(扫地僧)")]
    [InlineData("姓名\t科室\t职务\n郑宁\t旅游科\t", "roster.no-duty()")]
    public async Task What_could_be_two_people_or_no_duty_is_named_with_its_word(string text, string expected)
    {
        await using var bureau = await Bureau.EmptyAsync();
        var problem = Assert.Single((await ReadAsync(bureau, text)).Problems);
        Assert.Equal(expected, $"{problem.Reason.Code}({string.Join(", ", problem.Reason.Arguments)})");
    }

    [Fact]
    public async Task A_padded_name_is_one_person_and_a_director_is_one_by_his_department()
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, """
            姓名	科室	职务
            俞敏	办公室	主任
            陆平	办公室	副主任
            何　悦	粮食中心	主任
            钱英	粮食中心	副主任
            """);
        Assert.Empty(sheet.Problems);
        Assert.Equal(
            [("俞敏", Duty.OfficeDirector | Duty.DepartmentHead), ("陆平", Duty.OfficeDirector), ("何悦", Duty.DepartmentHead | Duty.Handler), ("钱英", Duty.Handler)],
            sheet.People.Select(person => (person.Name, person.Duties)));
        Assert.Equal([("办公室", "俞敏"), ("粮食中心", "何悦")], sheet.Departments.Select(entry => (entry.Name, entry.Head)));
    }

    [Fact]
    public async Task A_second_principal_is_noted_and_what_a_department_has_already_is_not_missed()
    {
        await using var bureau = await Bureau.EmptyAsync();
        await EnterAsync(bureau, await ReadAsync(bureau, ByDepartment));

        var more = await ReadAsync(bureau, "姓名\t科室\t职务\n张三\t旅游科\t科长\n石磊\t\t局长");
        Assert.Empty(more.Problems);
        Assert.Equal("roster.several-principals(石磊、沈立群)", $"{Assert.Single(more.Notes).Code}({more.Notes[0].Arguments[0]})");
        Assert.Equal("roster.department-lacks", Assert.Single((await ReadAsync(bureau, "姓名\t科室\t职务\n张三\t新设科\t科长")).Notes).Code);
    }

    [Theory]
    [InlineData("什么\t都不是\n一\t二")]
    [InlineData("科室\t分管领导\n")]
    [InlineData("科室\t分管领导\n\t方晓岚")]
    [InlineData("姓名\t身份\n=1+1\t经办人")]
    [InlineData("姓名\t身份\n<b>x</b>\t经办人")]
    [InlineData("姓名\t身份\n长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长长\t经办人")]
    public async Task Whatever_is_pasted_is_refused_by_a_reason(string text)
    {
        await using var bureau = await Bureau.EmptyAsync();
        var sheet = await ReadAsync(bureau, text);
        Assert.NotEmpty(sheet.Problems);
    }

    [Fact]
    public async Task The_first_start_ends_only_when_the_office_could_begin()
    {
        await using var bureau = await Bureau.EmptyAsync();
        Task<Refusal?> FinishAsync() => bureau.WithAsync<PeopleActs, Refusal?>(acts => acts.FinishSetupAsync(null, Now, TestContext.Current.CancellationToken));
        Assert.Equal("act.missing", (await FinishAsync())?.Code);
        Assert.Null(await bureau.WithAsync<PeopleActs, Refusal?>(acts => acts.SaveBureauAsync(null, new BureauDetails("云澜区经贸旅游局", ""), Now, TestContext.Current.CancellationToken)));
        Assert.Equal("people.no-departments", (await FinishAsync())?.Code);
        await EnterAsync(bureau, await ReadAsync(bureau, "科室\t科长\t经办人\n办公室\t俞敏\t许婧"));
        Assert.Equal(PeopleRefusals.NobodyHolds(Duty.Principal).Code, (await FinishAsync())?.Code);
        await EnterAsync(bureau, await ReadAsync(bureau, ByDepartment));
        Assert.Null(await FinishAsync());
        Assert.True(await bureau.ReadAsync(db => db.Bureau.Select(settings => settings.IsSetUp).SingleAsync()));
    }

    private static Task<PeopleSheet> ReadAsync(Bureau bureau, string text)
    {
        var reading = ListFile.ReadPasted(text);
        Assert.Null(reading.Refusal);
        return bureau.WithAsync<PeopleListReader, PeopleSheet>(reader => reader.ReadAsync(reading.Sheets[0], TestContext.Current.CancellationToken));
    }

    private static Task<(IReadOnlyList<IssuedAccount> Issued, Refusal? Refusal)> EnterAsync(Bureau bureau, PeopleSheet sheet)
    {
        var drawn = 0;
        return bureau.WithAsync<PeopleActs, (IReadOnlyList<IssuedAccount>, Refusal?)>(acts => acts.EnterListAsync(null, sheet, () => $"Once-word-{++drawn}a", Now, TestContext.Current.CancellationToken));
    }
}
