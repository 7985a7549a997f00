namespace SurveyCalc.Tests.Api;

/// <summary>The service without a worker: what is requested waits.</summary>
public sealed class IdleServiceRun : ServiceRun
{
    protected override bool Works => false;
}
