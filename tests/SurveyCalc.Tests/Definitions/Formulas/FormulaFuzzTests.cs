using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Tests.Statistics;

namespace SurveyCalc.Tests.Definitions.Formulas;

/// <summary>Random texts from the pieces that formulas are made of: 250 runs of 400 texts.</summary>
public sealed class FormulaFuzzTests
{
    private static readonly string[] Pieces =
    [
        "、", "・", "，", "＋", "+", "及び", "又は", "と", "や", "か", "「", "」", "『", "』", "（", "）", "(", ")", "÷", "/", "×100", "×", "−", "-", "＝", "=", ":", "の合計", "の合計数値", "の割合", "と回答した人の割合", "を選んだ人",
        "のいずれか", "のすべて", "のみ", "以外", "無回答", "わからない", "を除く", "を含む", "回答者数", "有効回答者数", "回収数", "を", "で除した", "に占める", "のうち", "平均", "加重平均", "とした", "点", "1", "２", "7.5", "100", "①", "年", "5回", "以上", "未満",
        "超", "〜", "から", "を引いた", "上位2項目", "肯定的回答", "満足度", "市民意識調査", "問1", "問12で", "算式", "分子：", "分母：", "％", "(%)", "※", "。", "\n", "　", "\uD83D", "㈱", "\u0301", "{", "|", ";", "",
    ];

    [Fact]
    public void No_text_crashes_the_reader_and_only_labels_in_the_text_are_counted() => Seeded.ForAll(250, random =>
    {
        var names = FormulaSurvey.Ids.Keys.Append("").ToArray();
        for (var i = 0; i < 400; i++)
        {
            var name = names[random.Next(names.Length)];
            var text = Text(random, name);
            var read = FormulaSurvey.Read(name, text);
            Assert.True(read.Refusal is not null || read.Canonical is { Length: > 0 and <= FormulaReader.MaxLength }, text);
            if (!read.IsRead) continue;
            foreach (var label in read.Formula.Meaning.AllLabels)
                Assert.True(FormulaText.Fold(text).Contains(FormulaText.Fold(label), StringComparison.Ordinal), $"「{label}」 is not in 「{text}」");
            var again = FormulaSurvey.Read(name, read.Canonical);
            Assert.True(
                (FormulaSurvey.Outcome(read), read.Canonical) == (FormulaSurvey.Outcome(again), again.Canonical ?? ""),
                $"{name}「{text}」 → 「{read.Canonical}」 → {FormulaSurvey.Outcome(again)} 「{again.Canonical}」");
        }
    });

    [Fact]
    public void A_text_of_any_character_is_a_value_never_an_exception() => Seeded.ForAll(200, random =>
    {
        var characters = new char[random.Next(1, FormulaReader.MaxLength + 20)];
        for (var i = 0; i < characters.Length; i++) characters[i] = (char)random.Next(char.MaxValue + 1);
        var text = new string(characters);
        Assert.NotNull(FormulaReader.Read(text).Refusal);
        Assert.NotNull(FormulaSurvey.Read("満足", text).Refusal);
    });

    private static string Text(Random random, string name)
    {
        var labels = name.Length == 0 ? FormulaSurvey.CodeBook.Questions[0].Choices : FormulaSurvey.CodeBook.Find(FormulaSurvey.Ids[name])!.Choices;
        var text = "";
        for (var i = random.Next(1, 12); i > 0; i--)
            text += labels.Count > 0 && random.Next(3) == 0 ? labels[random.Next(labels.Count)].Label : Pieces[random.Next(Pieces.Length)];
        if (random.Next(3) != 0) return text;

        // A text of the collection with one piece changed comes nearer to what is read.
        var texts = Corpus.Value;
        var known = texts[random.Next(texts.Count)].Text;
        var at = random.Next(known.Length + 1);
        return known[..at] + Pieces[random.Next(Pieces.Length)] + known[Math.Min(known.Length, at + random.Next(3))..];
    }

    private static readonly Lazy<List<(string Question, string Text, string Expected)>> Corpus = new(FormulaCorpusTests.Texts);
}
