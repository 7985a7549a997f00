using System.Globalization;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Indicators.Verification;

/// <summary>Definitions: every body has its hash, and versions run without gaps.</summary>
internal static class DefinitionCheck
{
    public static IEnumerable<Finding> Of(StoredRecords records)
    {
        foreach (var one in records.Definitions.GroupBy(d => (d.Kind, d.Key)))
        {
            var expected = 1L;
            foreach (var definition in one.OrderBy(d => d.Version))
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"定義 {(DefinitionKind)definition.Kind} {definition.Key} 第{definition.Version}版");
                if (definition.Version != expected) yield return VerificationFindings.DefinitionGap(name, expected);
                expected = definition.Version + 1;
                if (CanonicalJson.Hash(definition.Body) != definition.Hash) yield return VerificationFindings.AlteredDefinition(name);
            }
        }
    }
}
