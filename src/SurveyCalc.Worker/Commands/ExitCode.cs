namespace SurveyCalc.Worker.Commands;

/// <summary>Exit codes of every command.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The input was refused: it has errors, and nothing was stored.</summary>
    public const int Refused = 1;

    /// <summary>The command could not run: wrong arguments, no database, no permission.</summary>
    public const int CouldNotRun = 2;
}
