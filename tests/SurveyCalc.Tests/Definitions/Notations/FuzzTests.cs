using System.Globalization;
using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Waves;
using Xunit.Abstractions;

namespace SurveyCalc.Tests.Definitions.Notations;

/// <summary>Random texts made of what plans print: each is read or refused, and what is read keeps its meaning when folded.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int Cases = 100_000;

    private static readonly string[] Pieces =
    [
        .. "0123456789０１２３４５.,，．:：/／()（）~～〜-−—ー±+＋△▲%％ 　※⇒→≥≤<>=①②Ⅱ½²元年月日末人件回円万億千百十小中男女内約増減の、・\u0301\uD842\uDFB7\uFFFD\0\n".Select(c => c.ToString()),
        "令和", "平成", "昭和", "大正", "R", "H", "S", "Ｒ", "年度", "年代", "決算", "以上", "以下", "以内", "未満", "超", "概ね", "程度", "ポイント", "億円", "百万円", "mg/L",
        "取組期間", "(基準)", "(参考)", "前年度比", "前年度", "平均値", "確定値", "速報値", "現在", "から", "まで", "以降", "男性", "女性", "現年", "滞繰", "電気", "灯油", "及び",
        "平成30年度：", "72%", "10%向上", "(R1確定値)", "令和2年度", "3,310", "57.0", "(上限)", "満足度", "後半", "現状値",
    ];

    [Fact]
    public void Both_readers_answer_every_text()
    {
        var given = Environment.GetEnvironmentVariable("SURVEYCALC_SEED");
        var seed = int.TryParse(given, NumberStyles.Integer, CultureInfo.InvariantCulture, out var s) ? s : Random.Shared.Next();
        output.WriteLine($"Seed {seed} (set SURVEYCALC_SEED to repeat), {Cases} texts for each reader");
        var random = new Random(seed);
        var (values, years) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var text = Text(random);
            var context = random.Next(3) == 0 ? NotationContext.None : new NotationContext([new FiscalYear(random.Next(1990, 2035))], random.Next(2) == 0 ? "%" : null);
            try
            {
                if (HoldsForValue(text, context)) values++;
                if (HoldsForYear(text, context)) years++;
            }
            catch (Exception error)
            {
                Assert.Fail($"Seed {seed}: {JsonSerializer.Serialize(text)}: {error}");
            }
        }

        output.WriteLine($"read as a value {values}, as a year {years}");
        Assert.True(values > 0 && years > 0, "Nothing was read.");
    }

    private static bool HoldsForValue(string text, NotationContext context)
    {
        if (!PrintedValue.TryRead(text, context, out var value, out var refusal))
        {
            Assert.Equal(text, refusal.Printed);
            return false;
        }

        Assert.True(PrintedValue.TryRead(NotationText.Fold(text), context, out var again, out _), "The folded text is refused.");
        if (value.Meaning is not ValueMeaning.NoValue) Assert.Equal(Json(value with { Printed = "" }), Json(again with { Printed = "" }));
        Assert.True(value.Meaning is ValueMeaning.NoValue or ValueMeaning.NotYetEntered or ValueMeaning.NotSet || value.Meaning is ValueMeaning.Bound || text.Any(char.IsNumber), "A number came from nowhere.");
        return true;
    }

    private static bool HoldsForYear(string text, NotationContext context)
    {
        if (!FiscalYearNotation.TryRead(text, context, out var year, out var refusal))
        {
            Assert.Equal(text, refusal.Printed);
            return false;
        }

        Assert.True(FiscalYearNotation.TryRead(YearNotationGrammar.Compact(NotationText.Fold(text)), context, out var again, out _), "The folded text is refused.");
        Assert.Equal(Json(year with { Printed = "" }), Json(again with { Printed = "" }));
        if (year.Year is { } read && !year.Meaning.Equals(new YearMeaning.Fiscal(read, YearPart.FirstHalf)))
            Assert.Equal(read, FiscalYearNotationTests.Read(read.ToString()).Year);
        return true;
    }

    private static string Text(Random random)
    {
        var text = new StringBuilder();
        var length = random.Next(1, random.Next(4) == 0 ? 60 : 9);
        for (var i = 0; i < length; i++) text.Append(Pieces[random.Next(Pieces.Length)]);
        return text.ToString();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, NotationJson.Options);
}
