namespace SurveyCalc.Tests.Service;

/// <summary>Tests that start processes run one after the other.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ServiceProcesses
{
    public const string Name = "Service processes";
}
