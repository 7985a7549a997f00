namespace SurveyCalc.Tests.Service;

/// <summary>A service that stands still at a fail point until it is let go.</summary>
internal sealed record HeldProcess(ServiceProcess Process, string Mark) : IDisposable
{
    public void LetGo() => File.Delete(Mark);

    public void Dispose() => Process.Dispose();
}
