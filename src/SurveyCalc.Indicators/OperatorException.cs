namespace SurveyCalc.Indicators;

/// <summary>
/// Something that the person who runs the program can put right: the message says in Japanese what happened and what to
/// do. Shown without a stack trace.
/// </summary>
public class OperatorException : Exception
{
    public OperatorException()
    {
    }

    public OperatorException(string message)
        : base(message)
    {
    }

    public OperatorException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
