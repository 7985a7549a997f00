using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Statistics;
using static SurveyCalc.Tests.Definitions.Sample;

namespace SurveyCalc.Tests.Definitions;

public sealed class DefinitionItemsTests
{
    private static readonly DefinitionSet Whole = new()
    {
        Surveys = [new SurveySettings { Survey = Survey, Level = 0.9, Method = ProportionMethod.ClopperPearson, MinimumBase = 30 }],
        CodeBooks = [Sample.CodeBook],
        Profiles = [new ImportProfile { Wave = Wave, Delimiter = '\t', NoAnswerValues = ["", "99"], Exclusions = [new RowFilter("状況", ["", "未提出"])] }],
        Populations = [new Population(Wave, 41_523, "令和2年10月1日", 1_000)],
        Indicators =
        [
            Indicator(Counting("満足、普通"), BaseRule.Answered, condition: "問4=はい|2"),
            Indicator(Scoring("満足=2|不満=-2"), BaseRule.Substantive) with { Code = "1-10" },
            Indicator(new AggregationRule.NumericThreshold(Comparison.AtLeast, 5), BaseRule.Everybody, "問7") with { Code = "1-2" },
            Indicator(new AggregationRule.NumericMean(), BaseRule.Substantive, "問7") with { Code = "1-3" },
        ],
        Targets = [new Target("1-2", new FiscalYear(2021), "57.0", 57.0m), new Target("1-2", null, "—", null)],
    };

    [Fact]
    public void A_round_trip_gives_the_same_items()
    {
        var items = DefinitionItems.Of(Whole with { Register = [.. Whole.Indicators.Select(RegisterEntry.Of)] });
        Assert.Equal(items, DefinitionItems.Of(DefinitionItems.ToSet(items)));
        Assert.Equal(items, DefinitionItems.Of(DefinitionItems.ToSet(items.Reverse())));
    }

    [Fact]
    public void A_round_trip_gives_equal_values()
    {
        var back = DefinitionItems.ToSet(DefinitionItems.Of(Whole));
        Assert.Equal(Whole.Indicators.Single(i => i.Code == "1-2-1"), back.Indicators.Single(i => i.Code == "1-2-1"));
        Assert.Equal(["1-2", "1-2-1", "1-3", "1-10"], back.Indicators.Select(i => i.Code));
        Assert.Equal(Whole.Surveys, back.Surveys);
        Assert.Equal(Whole.Populations, back.Populations);
        Assert.Equal([null, new FiscalYear(2021)], back.Targets.Select(t => t.Year));
        Assert.Equal('\t', back.Profiles[0].Delimiter);
        Assert.Equal(["", "未提出"], back.Profiles[0].Exclusions[0].Values);
        Assert.True(back.CodeBooks[0].Find("問6")!.Choices[3].IsExclusive);
        Assert.Equal("q6_na", back.CodeBooks[0].Find("問6")!.Choices[4].Column);
    }

    [Fact]
    public void Keys_name_survey_wave_or_indicator() => Assert.Equal(
        ["市民意識調査", "市民意識調査/2020", "市民意識調査/2020", "市民意識調査/2020", "1-10", "1-2", "1-2-1", "1-3", "1-10", "1-2", "1-2-1", "1-3"],
        DefinitionItems.Of(Whole).Select(i => i.Key));

    [Fact]
    public void The_body_is_canonical_and_hashed()
    {
        var item = DefinitionItems.Of(Whole.Indicators[0]);
        Assert.Equal(
            """
            {"Code":"1-2-1","Name":"住みやすさの満足度","Policy":"","Measure":"","Survey":"市民意識調査","Question":"問1",
            "Rule":{"$type":"CountedChoices","Choices":{"Text":"満足、普通"}},"Base":{"IncludesNoAnswer":false,"IncludesDontKnow":true},
            "Condition":{"Question":"問4","Choices":["はい","2"]},"PrintedFormula":"","Unit":"%","Direction":"HigherIsBetter","Decimals":1}
            """.ReplaceLineEndings(""),
            item.Body);
        Assert.Equal(CanonicalJson.Hash(item.Body), item.Hash);
        Assert.DoesNotContain("HasColumnPerChoice", DefinitionItems.Of(Sample.CodeBook).Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_can_change_a_number_changes_the_hash()
    {
        var indicator = Whole.Indicators[0];
        Indicator[] changed =
        [
            indicator, indicator with { Question = "問2" }, indicator with { Rule = Counting("満足") },
            indicator with { Rule = Scoring("満足") }, indicator with { Base = BaseRule.Everybody },
            indicator with { Condition = null }, indicator with { Decimals = 0 }, indicator with { Direction = Direction.LowerIsBetter },
        ];
        Assert.Equal(changed.Length, changed.Select(i => DefinitionItems.Of(i).Hash).Distinct().Count());

        Question[] questions =
        [
            Prepared, Prepared with { Column = "q4b" }, Prepared with { AskedIf = new AnswerCondition("問1", ["1"]) },
            Prepared with { Series = "別" }, Prepared with { Choices = [.. Prepared.Choices.Reverse()] },
            Prepared with { Choices = [Prepared.Choices[0], Prepared.Choices[1] with { Role = AnswerRole.DontKnow }, Prepared.Choices[2]] },
        ];
        Assert.Equal(questions.Length, questions.Select(q => DefinitionItems.Of(new CodeBook(Wave, [q])).Hash).Distinct().Count());
    }

    [Fact]
    public void The_order_of_rows_makes_no_new_version()
    {
        var shuffled = Whole with { Indicators = [.. Whole.Indicators.Reverse()], Targets = [.. Whole.Targets.Reverse()] };
        Assert.Equal(DefinitionItems.Of(Whole), DefinitionItems.Of(shuffled));
    }

    [Fact]
    public void Two_definitions_of_one_key_are_a_bug() => Assert.Throws<ArgumentException>(
        () => DefinitionItems.Of(Whole with { Indicators = [Whole.Indicators[0], Whole.Indicators[0]] }));
}
