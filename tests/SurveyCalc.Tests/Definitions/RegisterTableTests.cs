using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Tests.Scenarios;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

public sealed class RegisterTableTests
{
    private const string Register = "指標コード,計画,政策,施策,指標名,設定理由,算式,単位,向き,所管,関連,特記事項,出典,引継元\n";
    private const string Targets = "指標コード,年度,計画値,採用値,改定日,理由\n";

    [Fact]
    public void An_indicator_without_a_row_is_an_entry_all_the_same()
    {
        var entry = Read().Definitions.Register.Single();
        Assert.Equal(("1-1", "住みやすさの満足度", "%", "市民意識調査"), (entry.Code, entry.Name, entry.Unit, entry.Source));
    }

    [Fact]
    public void Blanks_are_filled_from_the_indicator()
    {
        var entry = Read(("台帳.csv", Register + "１-1,第1次計画,,,,理由,,,,企画課,市民課、税務課,注,,\n")).Definitions.Register.Single();
        Assert.Equal(("1-1", "第1次計画", "住みやすさの満足度", "%"), (entry.Code, entry.Plan, entry.Name, entry.Unit));
        Assert.Equal(["市民課", "税務課"], entry.Related);
        Assert.Equal(("理由", "企画課", "注", "市民意識調査"), (entry.Reason, entry.Owner, entry.Notes, entry.Source));
    }

    [Fact]
    public void Old_files_give_the_same_items_as_before()
    {
        var targets = Read(("計画値.csv", "指標コード,年度,計画値\n1-1,計画策定時,55.8\n1-1,R2,57.0\n")).Definitions.Targets;
        Assert.Equal(
            """{"Indicator":"1-1","Values":[{"Year":null,"Text":"55.8","Value":55.8},{"Year":2020,"Text":"57.0","Value":57.0}]}""",
            DefinitionItems.Of("1-1", targets).Body);
    }

    [Fact]
    public void Every_version_of_a_plan_value_stays()
    {
        var set = Read(("計画値.csv", Targets + "1-1,R2,57,,,\n1-1,R2,50,,令和2年10月1日,下方修正\n1-1,R2,52,,2021-02-01,再改定\n")).Definitions;
        Assert.Equal(["57", "50", "52"], set.Targets.Select(t => t.Text));
        var year = new FiscalYear(2020);
        Assert.Equal("57", set.TargetOf("1-1", year, new DateOnly(2020, 9, 30))!.Text);
        Assert.Equal("50", set.TargetOf("1-1", year, new DateOnly(2020, 10, 1))!.Text);
        Assert.Equal("52", set.TargetOf("1-1", year, new DateOnly(2021, 2, 1))!.Text);
        Assert.Null(set.TargetOf("1-1", new FiscalYear(2021), new DateOnly(2021, 2, 1)));
    }

    [Fact]
    public void The_value_of_the_year_goes_before_that_of_the_period()
    {
        var set = Read(("計画値.csv", Targets + "1-1,令和2～6年度,60,,,\n1-1,令和3年度,57,,,\n")).Definitions;
        Assert.Equal("60", set.TargetOf("1-1", new FiscalYear(2020), new DateOnly(2026, 1, 1))!.Text);
        Assert.Equal("57", set.TargetOf("1-1", new FiscalYear(2021), new DateOnly(2026, 1, 1))!.Text);
        Assert.Equal("60", set.TargetOf("1-1", new FiscalYear(2024), new DateOnly(2026, 1, 1))!.Text);
        Assert.Null(set.TargetOf("1-1", new FiscalYear(2025), new DateOnly(2026, 1, 1)));
    }

    [Fact]
    public void Register_versions_and_entered_actuals_survive_writing_and_reading()
    {
        var read = Read(
            ("台帳.csv", Register + "1-1,第1次計画,,,,\"理由, 1\n2行目\",,,,企画課,市民課、税務課,注,,\nR-1,計画,政策,施策,順位,,印刷の算式,位,低いほど良い,課,,,民間,1-1\n"),
            ("計画値.csv", Targets + "1-1,令和2～6年度,10%向上/取組期間(基準)平成30年度：72%,82,,課長\n1-1,R2,57,,,\n1-1,R2,50,,2020-10-01,下方修正\nR-1,R2,180以内,,,\n"),
            ("入力実績.csv", "指標コード,年度,実績,状態,出典\nR-1,R2,197,速報,民間\nR-1,R2,196,確定,民間\n"));
        Assert.Empty(read.Problems);
        var files = DefinitionSchema.All.Select(s => DefinitionCsv.Write(s, DefinitionItems.ToSet(DefinitionItems.Of(read.Definitions)))).ToList();
        var back = ReadFiles([.. files.Where(f => f.Content.AsSpan().Count((byte)'\n') > 1).Select(f => (f.Name, f.Content))]);
        Assert.Empty(back.Problems);
        Assert.Equal(DefinitionItems.Of(read.Definitions), DefinitionItems.Of(back.Definitions));
        Assert.Equal(read.Definitions.Register, back.Definitions.Register);
    }

    [Theory]
    [InlineData("910人 (H28.4.1)", "人", 910, null)]
    [InlineData("95.0%以下 (27年決算)", "%", 95.0, Comparison.AtMost)]
    [InlineData("92.7% (23決算)", "%", 92.7, null)]
    [InlineData("30億円 (27年度末)", "億円", 30, null)]
    [InlineData("300億円以内 (27年度末)", "億円", 300, Comparison.AtMost)]
    [InlineData("93.9%", "%", 93.9, null)]
    public void Values_of_another_citys_plan_are_compared_by_their_number(string text, string unit, double value, Comparison? comparison)
    {
        var meaning = PlanValueText.Read(new Target("R-1", new FiscalYear(2015), text, null), unit);
        Assert.Equal(((decimal)value, comparison), (meaning!.OnlyValue, meaning.Comparison));
    }

    [Theory]
    [InlineData("(27決算)", "%", "")]
    [InlineData("概ね70～80%", "%", "幅のある値です")]
    [InlineData("595(803)", "人", "2つの値が並んでいます")]
    [InlineData("910人", "%", "単位「人」が指標の単位「%」と違います")]
    public void Values_that_are_no_single_number_are_never_compared(string text, string unit, string reason)
    {
        var meaning = PlanValueText.Read(new Target("R-1", new FiscalYear(2015), text, null), unit);
        Assert.Equal((null, reason), (meaning!.OnlyValue, meaning.Reason));
    }

    [Fact]
    public void What_changed_in_the_register_is_told_by_cell_year_and_version()
    {
        var entry = new RegisterEntry { Code = "R-1", Name = "順位", Direction = Direction.LowerIsBetter, Unit = "位" };
        Assert.Equal(["台帳 R-1: 新規(順位)"], DefinitionDiff.Of(null, DefinitionItems.Of(entry)));
        Assert.Equal(
            ["台帳 R-1: 所管 (空欄) → 企画課", "台帳 R-1: 関連 (空欄) → 市民課、税務課"],
            DefinitionDiff.Of(DefinitionItems.Of(entry), DefinitionItems.Of(entry with { Owner = "企画課", Related = ["市民課", "税務課"] })));
        var original = new Target("R-1", new FiscalYear(2020), "180以内", 180);
        Assert.Equal(
            ["計画値 R-1: 令和2年度(2021-04-01改定) (空欄) → 170以内(見直し)"],
            DefinitionDiff.Of(
                DefinitionItems.Of("R-1", [original]),
                DefinitionItems.Of("R-1", [original, original with { Text = "170以内", Value = 170, RevisedOn = new DateOnly(2021, 4, 1), Reason = "見直し" }])));
        var entered = new EnteredActual("R-1", new FiscalYear(2020), "197", Status.Preliminary, "");
        Assert.Equal(["入力実績 R-1: 新規(1個)"], DefinitionDiff.Of(null, DefinitionItems.OfEntered("R-1", [entered])));
        Assert.Equal(
            ["入力実績 R-1: 令和2年度(速報) 197 → 198(民間)"],
            DefinitionDiff.Of(DefinitionItems.OfEntered("R-1", [entered]), DefinitionItems.OfEntered("R-1", [entered with { Text = "198", Source = "民間" }])));
    }

    [Fact]
    public void The_demo_registers_every_survey_based_entry_of_its_documents()
    {
        var read = DefinitionFolder.Read(CommandRun.Demo);
        Assert.True(read.IsAccepted, string.Join('\n', read.Problems));
        var printed = read.Definitions.Register.Where(e => !e.Code.StartsWith("X-", StringComparison.Ordinal)).ToList();
        Assert.Equal(38, printed.Count);
        Assert.Equal([4, 4, 9, 21], printed.GroupBy(e => e.Plan).Select(g => g.Count()).Order());
        Assert.All(printed, e => Assert.NotEmpty(e.Owner));
        Assert.Equal(19, read.Definitions.Indicators.Count(i => printed.Exists(e => e.Code == i.Code)));
    }

    [Fact]
    public void The_demo_reports_its_oddities_and_mends_none() => Assert.Equal(
        ["SC-D606 K12-6-4-1", "SC-D606 S1-1-3", "SC-D610 AZ4-04", "SC-D910 K12-6-1-1", "SC-D911 S5-3-1"],
        RegisterOddities.Of(DefinitionFolder.Read(CommandRun.Demo).Definitions, []).Select(o => $"{o.Code} {o.Indicator}").Order(StringComparer.Ordinal));
}
