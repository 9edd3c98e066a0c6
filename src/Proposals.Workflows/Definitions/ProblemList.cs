namespace Proposals.Workflows.Definitions;

/// <summary>Collects what is wrong. Bounded, so that a hostile file cannot make a report larger than itself.</summary>
internal sealed class ProblemList
{
    private const int MaxProblems = 200;

    private readonly List<Problem> problems = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, string where, string chinese, string english) => Add(code, where, chinese, english, ProblemSeverity.Error);

    public void Warn(string code, string where, string chinese, string english) => Add(code, where, chinese, english, ProblemSeverity.Warning);

    public bool Has(string code) => problems.Exists(problem => problem.Code == code);

    public void Add(IReadOnlyList<Problem> found)
    {
        foreach (var problem in found)
            Add(problem.Code, problem.Where, problem.Sentence.Chinese, problem.Sentence.English, problem.Severity);
    }

    public IReadOnlyList<Problem> ToList() => [.. problems];

    private void Add(string code, string where, string chinese, string english, ProblemSeverity severity)
    {
        HasErrors |= severity == ProblemSeverity.Error;
        if (problems.Count < MaxProblems)
            problems.Add(new Problem(code, where, new BilingualProblem(chinese, english), severity));
    }
}
