using Proposals.Deadlines;
using Proposals.Workflows.Catalogue;
using Proposals.Workflows.Definitions;
using Proposals.Workflows.Proof;

namespace Proposals.Designer.Gate;

/// <summary>A rule that looks at each human step by itself.</summary>
internal abstract class StepRule : ProofRule
{
    public override IEnumerable<Problem> Check(FlowProof proof) =>
        proof.Activities.Where(activity => activity.Descriptor.Kind == ActivityKind.HumanStep).Select(Check).OfType<Problem>();

    protected abstract Problem? Check(ProvenActivity step);

    protected Problem Of(ProvenActivity step, string chinese, string english) =>
        new(Code, step.Id, new BilingualProblem($"“{step.Title}”（{step.Id}）{chinese}", $"\"{step.Title}\" ({step.Id}) {english}"));
}

/// <summary>Somebody has an act that answers it; the engine would wait for ever on any other.</summary>
internal sealed class EveryStepHasAnAct : StepRule
{
    public override string Code => "step.mute";

    protected override Problem? Check(ProvenActivity step) => step.Descriptor.Ports.All(port => port.Act is null)
        ? Of(step, "的出口没有对应的办理操作，谁也办不了这一步，流程会停在这里。请换成“办理步骤”里的步骤。",
            "has no act that answers it, so that nobody could do this step and a case would stand there for ever. Use one of the office's own steps instead.")
        : null;
}

internal sealed class EveryStepHasAnOwner : StepRule
{
    private const string Who = "who";

    public override string Code => "step.owner";

    protected override Problem? Check(ProvenActivity step)
    {
        if (step.Descriptor.Inputs.FirstOrDefault(input => input.Name == Who) is not { } asked)
        {
            return null;
        }

        var who = step.Written[Who];
        return step.Written.IsComputed(Who)
            ? Of(step, "由谁办理要由脚本算出，无法事先核验。请直接选定。", "leaves it to a script who does it, which cannot be proved. Choose one.")
            : who.Length == 0 ? Of(step, "没有写由谁办理。请选定。", "does not say who does it. Choose one.")
            : asked.Choices.All(choice => choice.Value != who) ? Of(step, $"的办理人“{who}”无法识别。请从列表中选定。", $"names \"{who}\" as the one who does it, who is not known. Choose one of the list.")
            : null;
    }
}

/// <summary>A term of its own, or one that the rules name.</summary>
internal sealed class EveryStepHasATerm(RuleProfile profile) : StepRule
{
    private const string Term = "term";

    public override string Code => "step.term";

    protected override Problem? Check(ProvenActivity step)
    {
        if (step.Descriptor.Inputs.All(input => input.Name != Term))
        {
            return null;
        }

        var term = step.Written[Term];
        return step.Written.IsComputed(Term)
            ? Of(step, "的环节期限要由脚本算出，无法事先核验。请直接填写。", "leaves its term to a script, which cannot be proved. Write it.")
            : term.Length == 0 ? Of(step, "没有环节期限。请填写，例如5wd（5个工作日）。", "has no term. Write one, such as 5wd (5 working days).")
            : profile.RuleOf(term) is not null ? null
            : Of(step, $"的环节期限“{term}”无法识别。请写成5wd（工作日）、10d（日）或3m（月）。", $"has the term \"{term}\", which cannot be read. Write 5wd (working days), 10d (days) or 3m (months).");
    }
}
