namespace SurveyCalc.Worker.Api;

/// <summary>A call that is refused for what it says; nothing was done.</summary>
internal sealed class RefusedException(ApiProblem problem) : Exception(problem.Detail)
{
    public ApiProblem Problem { get; } = problem;
}
