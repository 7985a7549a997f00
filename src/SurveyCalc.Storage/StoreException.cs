using SurveyCalc.Indicators;

namespace SurveyCalc.Storage;

/// <summary>
/// The database cannot be used as it is, and whoever operates it can mend that: the message, in Japanese, says what is
/// wrong and what to do. A mistake of the program is never this exception.
/// </summary>
public sealed class StoreException : OperatorException
{
    internal StoreException(string message, bool isTransient = false, Exception? inner = null, bool isDamage = false)
        : base(message, inner) => (IsTransient, IsDamage) = (isTransient, isDamage);

    /// <summary>True when the same call may succeed a moment later without anybody doing anything.</summary>
    public bool IsTransient { get; }

    /// <summary>True when the database is not what this program left: altered or damaged.</summary>
    public bool IsDamage { get; }
}
