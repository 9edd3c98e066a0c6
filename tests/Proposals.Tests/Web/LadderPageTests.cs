using Microsoft.EntityFrameworkCore;
using Proposals.Deadlines;
using Proposals.Tests.Papers;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Web;

/// <summary>Ladders, rates and words through the pages of the rules: said in the office's words, changed by ticks, told before they hold.</summary>
public sealed class LadderPageTests
{
    private const string Rules = "/admin/rules";
    private const string Edit = "/admin/rules/edit";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_rules_say_whom_a_deadline_reaches_and_when()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var page = await admin.GetStringAsync(Rules, Cancel);
        Assert.Contains("期限前20个工作日列入清单；前10个工作日蓝色提醒（经办人、科室负责人）；前5个工作日黄色预警（分管领导）；超期后红色督办（主要领导）", page, StringComparison.Ordinal);
        Assert.Contains("不早于09:00", page, StringComparison.Ordinal);
        Assert.Contains("举措时限超期后，复函的黄色预警即日发出", page, StringComparison.Ordinal);
        Assert.Contains("应办1件起不低于100%、应办11件起不低于75%、应办50件起不低于50%", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_sent_back_as_it_came_changes_nothing()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var form = PaperForm.Read(await admin.GetStringAsync(Edit, Cancel), "form.rules-form");
        Assert.Contains("与最新版本相同", await SendAsync(admin, form, Edit), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ladder_is_added_another_removed_and_each_deadline_is_told_what_it_gets_now()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var form = PaperForm.Read(await admin.GetStringAsync(Edit, Cancel), "form.rules-form")
            .With("Input.Ladder.Ladders[0].Rungs[1].Days", "12")
            .With("Input.Ladder.Ladders[1].IsRemoved", "true")
            .With("Input.Ladder.Ladders[2].Kinds", nameof(DeadlineKind.FirstContact))
            .With("Input.Ladder.Ladders[2].Rungs[2].IsOn", "true")
            .With("Input.Ladder.Ladders[2].Rungs[2].Days", "3");
        var wrong = await SendAsync(admin, form, Edit);
        Assert.Contains("第2组梯次的“黄色预警”没有选发给谁", wrong, StringComparison.Ordinal);

        Assert.True(wrong.IndexOf(">第2组</legend>", StringComparison.Ordinal) > wrong.IndexOf(">删去这一组</legend>", StringComparison.Ordinal));

        // A refused form keeps its three ladders, the removed one still ticked.
        var preview = await SendAsync(admin, PaperForm.Read(wrong, "form.rules-form").With("Input.Ladder.Ladders[2].Rungs[2].To", nameof(Receiver.DeputyLeader)), Edit);
        Assert.Contains("复函、征询意见表、重新办理、承诺事项、会办意见：蓝色提醒", preview, StringComparison.Ordinal);
        Assert.Contains("期限前12个工作日（经办人、科室负责人）", preview, StringComparison.Ordinal);
        Assert.Contains("首次联系：黄色预警", preview, StringComparison.Ordinal);
        Assert.Contains("退办期限：红色督办", preview, StringComparison.Ordinal);
        var publish = PaperForm.Read(preview, "form[action*='Publish']").With("Publish.Note", "按新办法修改");
        Assert.Contains("第2版已启用", await SendAsync(admin, publish, $"{Edit}?handler=Publish"), StringComparison.Ordinal);
        var ladder = await office.WithAsync<OfficeRules, LadderRules>(rules => Task.FromResult(rules.Profile.Ladder));
        Assert.Null(ladder.Of(DeadlineKind.ReturnWindow));
        Assert.Equal([Receiver.DeputyLeader], ladder.Of(DeadlineKind.FirstContact)?.Of(RungLevel.Yellow)?.To ?? []);
        Assert.Equal(12, ladder.Of(DeadlineKind.Reply)?.Of(RungLevel.Blue)?.WorkingDaysBefore);
    }

    [Fact]
    public async Task Rates_and_words_are_changed_and_the_pages_count_and_speak_by_them()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        using var clerk = await office.AsAsync("xujing");
        var before = await clerk.GetStringAsync("/statistics", Cancel);
        Assert.Contains("面商率（1次）", before, StringComparison.Ordinal);
        Assert.Contains("面商率（2次）", before, StringComparison.Ordinal);
        Assert.Contains("应办满11件的，目标不低于75%", before, StringComparison.Ordinal);
        Assert.Contains("未达标", before, StringComparison.Ordinal);

        var form = PaperForm.Read(await admin.GetStringAsync(Edit, Cancel), "form.rules-form")
            .With("Input.Rates.Times", "3")
            .With("Input.Rates.Targets[1].Percent", "175")
            .With("Input.Rates.Words[3].Text", "见面沟通")
            .With("Input.Rates.Words[5].Text", "催办单")
            .With("Input.Rates.Words[1].Text", "单办");
        var wrong = await SendAsync(admin, form, Edit);
        Assert.Contains("目标175%不对", wrong, StringComparison.Ordinal);
        var preview = await SendAsync(admin, PaperForm.Read(wrong, "form.rules-form").With("Input.Rates.Targets[1].Percent", "70"), Edit);
        Assert.Contains("1次、2次", preview, StringComparison.Ordinal);
        Assert.Contains("应办11件起不低于70%", preview, StringComparison.Ordinal);
        Assert.Contains("见面沟通", preview, StringComparison.Ordinal);
        await SendAsync(admin, PaperForm.Read(preview, "form[action*='Publish']").With("Publish.Note", "按新办法修改"), $"{Edit}?handler=Publish");

        var after = await clerk.GetStringAsync("/statistics", Cancel);
        Assert.Contains("见面沟通率（3次）", after, StringComparison.Ordinal);
        Assert.DoesNotContain("率（1次）", after, StringComparison.Ordinal);
        var id = await office.ReadAsync(db => db.Cases.Where(subject => subject.OurRole == Proposals.Intake.OurRole.SoleOrganizer && subject.Contacts > 0).Select(subject => subject.Id).FirstAsync());
        var page = await clerk.GetStringAsync($"/cases/{id}", Cancel);
        Assert.Contains("见面沟通记录", page, StringComparison.Ordinal);
        Assert.Contains("有效见面沟通", page, StringComparison.Ordinal);
        Assert.Contains("单办", page, StringComparison.Ordinal);
        Assert.DoesNotContain("独办", page, StringComparison.Ordinal);
        Assert.DoesNotContain("面商", after, StringComparison.Ordinal);

        // A paper that is made today has today's words, also of a case under older rules.
        var warned = await office.ReadAsync(db => db.Rungs.Where(rung => rung.Level == RungLevel.Yellow && rung.State == RungState.Raised).OrderBy(rung => rung.Id).Select(rung => new { rung.CaseId, rung.Id }).FirstAsync());
        var tab = await clerk.GetStringAsync($"/cases/{warned.CaseId}?tab=Deadlines", Cancel);
        Assert.Contains("催办单", tab, StringComparison.Ordinal);
        Assert.DoesNotContain("预警单", tab, StringComparison.Ordinal);
        using var slip = await clerk.GetAsync($"/cases/{warned.CaseId}/slips/{warned.Id}", Cancel);
        Assert.Contains("催办单", slip.Content.Headers.ContentDisposition?.FileNameStar, StringComparison.Ordinal);
        Assert.EndsWith("打印时）", Printed.Open(await slip.Content.ReadAsByteArrayAsync(Cancel)).Cell("当前环节"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_event_in_a_file_is_named_with_its_line_and_nothing_changes()
    {
        await using var office = await Office.OpenAsync();
        using var admin = await office.AsAsync("zhouyiming");
        var json = await admin.GetStringAsync("/admin/rules/1/export", Cancel);
        Assert.Contains("\"ladder\"", json, StringComparison.Ordinal);
        Assert.Contains("\"rates\"", json, StringComparison.Ordinal);
        Assert.Contains("\"words\"", json, StringComparison.Ordinal);
        Assert.Contains("$.ladder.ladders[1].kinds[0]", await ImportAsync(admin, json.Replace("\"ReturnWindow\"\n", "\"Anniversary\"\n", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("不能是前-5个工作日", await ImportAsync(admin, json.Replace("\"workingDaysBefore\": 5,", "\"workingDaysBefore\": -5,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, await office.WithAsync<OfficeRules, int>(rules => Task.FromResult(rules.Book.Versions.Count)));
    }

    private static async Task<string> ImportAsync(HttpClient admin, string json) =>
        await SendAsync(admin, (await PaperForm.OpenAsync(admin, "/admin/rules/import")).With("Publish.Text", json), "/admin/rules/import");

    private static async Task<string> SendAsync(HttpClient client, PaperForm form, string address)
    {
        using var answer = await form.SendAsync(client, address);
        return answer.Headers.Location is { } next ? await client.GetStringAsync(next, Cancel) : await answer.Content.ReadAsStringAsync(Cancel);
    }
}
