using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Proposals.Acts;
using Proposals.Audit;
using Proposals.Handling;
using Proposals.Intake;
using Proposals.Tests.Audit;
using Proposals.Tests.Scenes;

namespace Proposals.Tests.Corrections;

/// <summary>Every field that can be corrected, one after the other on one case.</summary>
public sealed class CorrectableFieldTests(LongStory told) : IClassFixture<LongStory>
{
    /// <summary>What says which row is meant, and why; and what holds the fields of several rows.</summary>
    private static readonly HashSet<string> NoFields =
    [
        nameof(CorrectionAct.Reason), nameof(CorrectionAct.EvidenceId), "AllocationId", "ConsultationId", "ReplyId", "DeliveryId", "FormId", "CommitmentId", "SecondReplyId", "PauseId", "ExtensionId", "UnitId", "FileId", "NewFileId",
        "Round", nameof(CorrectProposers.Changes), nameof(CorrectProposers.Added), nameof(CorrectProposers.Removed),
        // Only while nothing is signed, so it has a case of its own.
        nameof(CorrectRegistration.OurRole),
        // Of a case in which another unit leads; in Reply/CoOrganizerTests.
        nameof(Proposals.Reply.CorrectSentOpinion.OpinionSentOn),
    ];

    public static TheoryData<string> Fields => [.. CorrectableField.All.Select(known => known.Code)];

    [Theory, MemberData(nameof(Fields))]
    public async Task The_old_value_stays_readable_and_the_chain_and_the_workflow_agree(string code)
    {
        var field = CorrectableField.All.Single(known => known.Code == code);
        var before = await told.Story.FileAsync();
        var (old, known) = (field.Read?.Invoke(before), before.Corrections.Select(line => line.Id).ToHashSet());

        await told.Story.DoAsync(field.By, await field.Correct(before, told));

        var after = await told.Story.FileAsync();
        var correction = after.Corrections.First(line => line.Field == code && !known.Contains(line.Id));
        if (field.Read is not null)
        {
            Assert.Equal((old, field.Read(after)), (correction.Before, correction.After));
        }

        Assert.NotEqual(correction.Before, correction.After);
        Assert.Equal("登记时看错了", correction.Reason);
        Assert.Equal(told.Bureau.Id(field.By), correction.ById);
        var entry = JsonNode.Parse(after.Trail[^1].Text);
        var line = Assert.Single(entry?["corrected"]?.AsArray() ?? [], line => line?["field"]?.GetValue<string>() == code);
        Assert.Equal((correction.Before, correction.After), (line?["before"]?.GetValue<string>(), line?["after"]?.GetValue<string>()));
        Assert.Null(await told.Bureau.WithAsync<AuditBook, int?>(book => book.FirstBadAsync(CaseActs.SubjectOf(told.Story.Id), TestContext.Current.CancellationToken)));
        await Replays.AgreeAsync(told.Bureau, told.Story);
    }

    [Fact]
    public void Every_field_of_every_correction_is_tried()
    {
        var named = typeof(CorrectionAct).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CorrectionAct)))
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(property => property.Name).Where(name => !NoFields.Contains(name) && name is not "EqualityContract");
        Assert.Empty(named.Except(CorrectableField.All.Select(field => field.Code)));
    }

    [Fact]
    public void Every_field_has_its_name()
    {
        var folder = Path.Combine(Sources.Root, "src", "Proposals.Web", "Pages", "Corrections");
        foreach (var file in new[] { "CorrectionsText.resx", "CorrectionsText.en.resx" })
            Assert.Empty(CorrectableField.All.Select(field => $"Field_{field.Code}").Append("Field_OurRole").Append("Field_OpinionSentOn").Except(Sources.Texts(Path.Combine(folder, file)).Keys));
    }

    [Theory, MemberData(nameof(Fields))]
    public async Task Nobody_corrects_what_is_not_his(string code)
    {
        var field = CorrectableField.All.Single(known => known.Code == code);
        var file = await told.Story.FileAsync();
        string[] wrong = field.By switch
        {
            "郑宁" => ["杜青", "周一鸣", "何悦", "孙国强"],
            LongStory.Director when code is "DocumentNumber" or "SealedOn" or "GrantedUntil" or "ExtensionAnsweredOn" or "ExtensionAnswer" or "ExtensionExplainedOn" or "ContactPerson" or "ContactPhone" || code.StartsWith("Commitment", StringComparison.Ordinal) => ["杜青", "周一鸣", "郑宁", "王海涛", "沈立群"],
            LongStory.Director => ["杜青", "周一鸣", "郑宁", "王海涛", "沈立群", LongStory.Clerk],
            _ => ["杜青", "周一鸣", "郑宁", "王海涛", "方晓岚"],
        };
        if (code == "ProposerRemoved" && file.Case.Proposers.TrueForAll(proposer => proposer.Name != "钱英"))
        {
            return;
        }

        var act = await field.Correct(file, told);
        foreach (var who in wrong)
        {
            Assert.Equal("act.not-entitled", (await told.Story.TryAsync(who, act)).Refusal?.Code);
        }
    }
}
