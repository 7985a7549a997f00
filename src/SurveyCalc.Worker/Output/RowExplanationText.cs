using SurveyCalc.Indicators.Explanations;
using SurveyCalc.Indicators.Feeds;

namespace SurveyCalc.Worker.Output;

/// <summary>What one row was to each indicator, one line each on 80 columns; never an answer.</summary>
internal static class RowExplanationText
{
    public static void Write(TextWriter writer, RowExplanation explained)
    {
        var text = new NarrowText(writer);
        text.Line("", $"{explained.Survey} {explained.FiscalYear} の{explained.Row}行目(Excelで見える行番号)が関わった指標");
        foreach (var file in explained.Indicators.GroupBy(t => (t.FileName, t.FileSha256)))
        {
            text.Blank();
            text.Line("ファイル: ", file.Key.FileName);
            text.Line("SHA-256: ", file.Key.FileSha256);
            foreach (var one in file)
            {
                text.Line($"  {one.Indicator} ", $"{one.Name} 改訂{one.Revision}({one.Status.InJapanese()})");
                text.Line("    → ", one.UseInJapanese ?? one.NoUseReason ?? "");
            }
        }
    }
}
