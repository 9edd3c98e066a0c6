using Proposals.FollowUp;
using Proposals.Handling;

namespace Proposals.Web.Demo;

/// <summary>办理方案 and 承诺事项 of a demo case.</summary>
internal sealed partial class DemoStory
{
    /// <summary>Each measure is the department's and its handler's.</summary>
    public void Planned(DateOnly submittedOn, DateOnly approvedOn, string goal, params IReadOnlyList<(string Text, DateOnly DueOn)> measures)
    {
        schedule.On(submittedOn, 300, subject, Handler, _ => new SubmitPlan(goal,
            [.. measures.Select(measure => new MeasureEntry(measure.Text, measure.DueOn) { DepartmentId = schedule.Department(Department), PersonId = schedule.Id(Handler) })]));
        schedule.On(approvedOn, 310, subject, Leader, _ => new ApprovePlan(true) { Opinion = "同意，逐项抓好落实。" });
    }

    public void Measured(DateOnly on, int measure, MeasureState state, string remark) =>
        schedule.On(on, 390, subject, Handler, known => new UpdateMeasure(known.MeasureIds[measure], state) { Remark = remark });

    public void Progressed(DateOnly on, int commitment, string text) =>
        schedule.On(on, 400, subject, Handler, known => new RecordProgress(known.CommitmentIds[commitment], CommitmentState.InProgress, text));

    /// <summary>The handler reports it kept with a proof, the office looks and clears it.</summary>
    public void Kept(DateOnly reportedOn, DateOnly clearedOn, int commitment, string text, string finding)
    {
        var proof = schedule.NextPaper("落实佐证");
        schedule.On(reportedOn, 400, subject, Handler, known => new RecordProgress(known.CommitmentIds[commitment], CommitmentState.Kept, text) { ProofId = proof.Id }, proof: proof);
        schedule.On(clearedOn, 110, subject, Clerk, known => new ClearCommitment(known.CommitmentIds[commitment], finding));
    }
}
