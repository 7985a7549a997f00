using System.Text;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Definitions;

/// <summary>Reads definition files written in a test; a small correct set stands behind them.</summary>
internal static class Csv
{
    public const string CodeBookText =
        """
        調査,年度,設問,設問文,種別,列,選択肢コード,ラベル,区分,対象条件,系列
        市民意識調査,令和2年度,問1,住みやすさ,SA,q1,1,満足,,,
        ,,,,,,2,普通,,,
        ,,,,,,3,不満,,,
        ,,,,,,9,無回答,無回答,,
        ,,問4,備え,SA,q4,1,はい,,,
        ,,,,,,2,いいえ,,,
        ,,問5,手段,MA,q5_1,1,広報紙,,問4=はい,
        ,,,,,q5_2,2,SNS,,,
        ,,,,,q5_3,3,特になし,排他,,
        ,,問7,回数,数値,q7,,,,,
        """;

    public const string IndicatorText =
        """
        指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式
        1-1,住みやすさの満足度,,,市民意識調査,問1,選択肢の割合,満足|普通,無回答を除く,,%,高いほど良い,1,
        """;

    public const string IndicatorHeader = "指標コード,指標名,政策,施策,調査,設問,算式の種類,算式,分母,対象条件,単位,向き,桁数,計画書の算式\n";

    public static DefinitionRead ReadFiles(params (string Name, byte[] Content)[] files) =>
        DefinitionFiles.Read(files.Select(f => (f.Name, (Stream)new MemoryStream(f.Content))));

    /// <summary>Reads the files given, with the correct 符号表 and 指標 where none is given.</summary>
    public static DefinitionRead Read(params (string Name, string Text)[] files)
    {
        var all = files.ToList();
        if (!all.Exists(f => f.Name.StartsWith("符号表", StringComparison.Ordinal))) all.Add(("符号表.csv", CodeBookText));
        if (!all.Exists(f => f.Name.StartsWith("指標", StringComparison.Ordinal))) all.Add(("指標.csv", IndicatorText));
        return ReadFiles([.. all.Select(f => (f.Name, Encoding.UTF8.GetBytes(f.Text)))]);
    }

    public static string[] Problems(params (string Name, string Text)[] files) =>
        [.. Read(files).Problems.Select(p => p.ToString())];

    /// <summary>Reads the files and checks that there is exactly this problem.</summary>
    public static void Says(string expected, params (string Name, string Text)[] files) => Assert.Equal([expected], Problems(files));

    /// <summary>Reads one indicator row and checks that there is exactly this problem.</summary>
    public static void IndicatorSays(string expected, string row) => Says(expected, ("指標.csv", IndicatorHeader + row));

    /// <summary>Reads the code book with one text replaced and checks that there is exactly this problem.</summary>
    public static void CodeBookSays(string expected, string old, string young) => Says(expected, ("符号表.csv", Changed(old, young)));

    public static string Changed(string old, string young)
    {
        Assert.Contains(old, CodeBookText, StringComparison.Ordinal);
        return CodeBookText.Replace(old, young, StringComparison.Ordinal);
    }
}
