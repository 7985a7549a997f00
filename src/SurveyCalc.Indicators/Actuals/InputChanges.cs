namespace SurveyCalc.Indicators.Actuals;

/// <summary>Which inputs two outcomes of one actual differ in (変わった入力), by their provenance.</summary>
public static class InputChanges
{
    /// <summary>The changed inputs in Japanese, joined by 、; never empty, ask only when the fingerprints differ.</summary>
    public static string Between(Actual before, Actual after)
    {
        var (was, now) = (before.Provenance, after.Provenance);
        var changes = new List<string>();
        void Add(bool differs, string what)
        {
            if (differs) changes.Add(what);
        }

        var newCodeBook = was.CodeBookHash != now.CodeBookHash;
        var newAnswers = was.SnapshotHash != now.SnapshotHash;
        Add(newAnswers && was.FileSha256 != now.FileSha256, was.FileName == now.FileName
            ? $"回答ファイル({now.FileName})" : $"回答ファイル({was.FileName}→{now.FileName})");
        Add(newCodeBook, "符号表");
        // The hash of the answers covers the code book; alone it can only come from another reading of the same bytes.
        Add(newAnswers && !newCodeBook && was.FileSha256 == now.FileSha256, "取込設定");
        Add(was.IndicatorHash != now.IndicatorHash, "指標の定義(算式など)");
        Add(was.SettingsHash.Length > 0 && was.SettingsHash != now.SettingsHash, "調査の設定");
        Add(before.TargetText != after.TargetText, "計画値");
        Add(before.TargetText == after.TargetText && before.Figure?.Printed == after.Figure?.Printed && before.Achievement != after.Achievement, "計画値の採用値・改定日または計画策定時の値");
        Add(before.Figure is { } old && after.Figure is { } figure && old.Population != figure.Population, "母集団数");
        Add(was.PopulationTableHashes.Length > 0 && was.PopulationTableHashes != now.PopulationTableHashes, "人口表");
        Add(was.PreviousSnapshotHash != now.PreviousSnapshotHash || before.Change.Against != after.Change.Against, "前回の調査");
        Add(was.EngineVersion != now.EngineVersion, $"計算版({was.EngineVersion}→{now.EngineVersion})");
        return changes.Count > 0 ? string.Join('、', changes) : "母集団、計画策定時の値、または前回の調査の符号表・人口表";
    }
}
