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
        var type = Nullable.GetUnderlyingType(option.ValueType) ?? option.ValueType;
        return given.Tokens is [{ Value: var text }] && !IsWhole(text, type)
            ? $"{option.Name} の「{text}」を数として読めません。半角の整数にしてください。"
            : error.Message;
    }

    /// <summary>True for a whole number of the type, and for every text where the type is no whole number.</summary>
    private static bool IsWhole(string text, Type type) =>
        type == typeof(int) ? int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
        : type != typeof(long) || long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
