using System.CommandLine.Parsing;
using System.Globalization;

namespace SurveyCalc.Worker.Commands;

/// <summary>Japanese words for the faults of a command line that the parser itself has none for.</summary>
internal static class ParseErrors
{
    public static string InJapanese(ParseError error)
    {
        if (error.SymbolResult is not OptionResult { Option: var option } given) return error.Message;
        if (given.Tokens.Count == 0 && option.Required) return $"{option.Name} を指定してください。";
        var isWhole = (Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType) == typeof(long);
        return isWhole && given.Tokens is [{ Value: var text }] && !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            ? $"{option.Name} の「{text}」を数として読めません。半角の整数にしてください。"
            : error.Message;
    }
}
