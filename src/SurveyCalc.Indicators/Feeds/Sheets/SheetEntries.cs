using System.Text;
using System.Xml;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The register entries that sheets are made of: those of the register, and one for every indicator outside it.</summary>
internal static class SheetEntries
{
    /// <summary>In the order of the register, then of the indicators.</summary>
    public static IReadOnlyList<RegisterEntry> Of(DefinitionSet definitions)
    {
        var registered = definitions.Register.Select(e => e.Code).ToHashSet(StringComparer.Ordinal);
        return [.. definitions.Register, .. definitions.Indicators.Where(i => !registered.Contains(i.Code)).Select(RegisterEntry.Of)];
    }

    /// <summary>Without the characters that neither XML nor a spreadsheet can hold.</summary>
    public static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? Rune.ReplacementChar : rune);
        return kept.ToString();
    }
}
