using CsvHelper;

namespace SurveyCalc.Tests.Definitions.Formulas;

/// <summary>Formula texts in the manner of plans, each with the rule or the refusal that a careful reader gives it.</summary>
/// <remarks>
/// Columns: the question it is read against (empty: no code book), the text (<c>\n</c> is a line break), the outcome as
/// <see cref="FormulaSurvey.Outcome"/> prints it. The outcomes were written by hand.
/// </remarks>
public sealed class FormulaCorpusTests
{
    [Fact]
    public void Every_text_is_read_or_refused_as_expected()
    {
        var texts = Texts();
        Assert.True(texts.Count >= 150, $"{texts.Count} texts");
        var wrong = texts.Select(t => (t, Found: FormulaSurvey.Outcome(FormulaSurvey.Read(t.Question, t.Text)))).Where(t => t.Found != t.t.Expected)
            .Select(t => $"{t.t.Question} 「{t.t.Text}」 expected {t.t.Expected}, found {t.Found}").ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {texts.Count} wrong:\n{string.Join('\n', wrong)}");
    }

    [Fact]
    public void The_standard_sentence_of_every_text_reads_back_to_the_same_rule()
    {
        foreach (var (question, text, _) in Texts())
        {
            var first = FormulaSurvey.Read(question, text);
            if (!first.IsRead) continue;
            var again = FormulaSurvey.Read(question, first.Canonical);
            Assert.True(again.IsRead, $"{text} → {first.Canonical}: {again.Refusal}");
            Assert.Equal((FormulaSurvey.Outcome(first), first.Canonical), (FormulaSurvey.Outcome(again), again.Canonical));
        }
    }

    [Fact]
    public void The_printed_text_is_kept_and_every_refusal_says_why_and_what_to_do()
    {
        foreach (var (question, text, _) in Texts())
        {
            var read = FormulaSurvey.Read(question, text);
            Assert.Equal(text, read.Printed);
            if (read.Refusal is not { } refusal) continue;
            Assert.EndsWith("。", refusal.Reason, StringComparison.Ordinal);
            Assert.EndsWith("。", refusal.Remedy.TrimEnd(')'), StringComparison.Ordinal);
        }
    }

    internal static List<(string Question, string Text, string Expected)> Texts()
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Definitions", "Formulas", "files", "formulas.csv"));
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { HasHeader = true });
        var texts = new List<(string, string, string)>();
        while (csv.Read()) texts.Add((csv.GetString(0), csv.GetString(1).Replace("\\n", "\n", StringComparison.Ordinal), csv.GetString(2)));
        return texts;
    }
}
