using System.Text;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class ProblemCsvTests
{
    [Fact]
    public void Problems_are_written_for_a_spreadsheet()
    {
        using var stream = new MemoryStream();
        using (var csv = new ProblemCsv(stream))
        {
            using var input = new MemoryStream(Encoding.UTF8.GetBytes("番号,問1\n1,\"=1+1,\n\"\n2,-9\n"));
            var book = SampleSurvey.BookOf(SampleSurvey.Single("問1", "1 はい", "2 いいえ"));
            ResponseImport.Read(input, "@調査.csv", book, "", SampleSurvey.Profile, csv.Write);
        }

        Assert.Equal([0xEF, 0xBB, 0xBF], stream.ToArray()[..3]);
        Assert.Equal(
            "重要度,コード,ファイル,行,テキストの行,列,見出し,値,内容,直し方\r\n"
            + "誤り,SC-I201,'@調査.csv,2,2,B,問1,\"'=1+1,\",\"値「=1+1,」は選択肢(はい、いいえ)にありません。\",回答票を確認し、直して再度取り込んでください。\r\n"
            + "誤り,SC-I201,'@調査.csv,3,4,B,問1,-9,値「-9」は選択肢(1、2)にありません。,回答票を確認し、直して再度取り込んでください。\r\n",
            Encoding.UTF8.GetString(stream.ToArray())[1..]);
    }

    [Fact]
    public void Every_problem_is_written_beyond_those_kept()
    {
        using var stream = new MemoryStream();
        using (var csv = new ProblemCsv(stream))
        {
            var log = new ProblemLog(csv.Write);
            for (var i = 0; i < 1_000; i++) log.Add(ImportProblems.EmptyFile("a.csv"));
            Assert.Equal(ProblemLog.Kept, log.First.Count);
        }

        Assert.Equal(1_001, Encoding.UTF8.GetString(stream.ToArray()).Count(c => c == '\n'));
    }
}
