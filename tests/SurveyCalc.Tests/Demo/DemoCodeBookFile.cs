using System.Text;

namespace SurveyCalc.Tests.Demo;

/// <summary>Writes the code book (符号表) of one survey: one row per choice, repeated cells left blank.</summary>
internal static class DemoCodeBookFile
{
    /// <summary>First line of every definition file of the demo.</summary>
    public const string Source = "# 見本市は架空の市です。指標と計画値は小諸市 第11次基本計画 施策評価(令和2年度)の公表値にならい、回答は合成したものです。";

    public static byte[] Bytes(IEnumerable<DemoWave> waves)
    {
        var text = new StringBuilder(Source).Append("\r\n調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列\r\n");
        foreach (var wave in waves)
            foreach (var question in wave.Questions.Where(question => question.Kind.Length > 0))
                WriteQuestion(text, wave, question);
        return new DemoLayout { IdColumn = "", WritesBom = true }.Encode(text.ToString());
    }

    private static void WriteQuestion(StringBuilder text, DemoWave wave, DemoQuestion question)
    {
        var rows = question.Choices.ToList();
        if (rows.Count == 0) rows.Add(new DemoChoice("", "", ""));
        else if (wave.Layout.ListsNoAnswer && question.Kind != "MA") rows.Add(new DemoChoice("9", "無回答", "無回答"));
        var columnPerChoice = question.Kind == "MA" && wave.Layout.MarkSeparator is null;
        for (var i = 0; i < rows.Count; i++)
        {
            var first = i == 0;
            var column = columnPerChoice ? wave.Layout.ChoiceColumn(question.Column, rows[i]) : first ? question.Column : "";
            string[] cells =
            [
                first ? wave.Survey : "", first ? wave.YearText : "", first ? question.Id : "", first ? question.Text : "", first ? question.Kind : "",
                column, rows[i].Code, rows[i].Label, rows[i].Role, first ? question.AskedIf : "", first ? question.Series : "",
            ];
            text.AppendJoin(',', cells.Select(cell => DemoCsv.Quote(cell, ','))).Append("\r\n");
        }
    }
}
