using System.Text;
using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

public sealed class PopulationBreakdownTests
{
    private const string Header = "調査,年度,基準日,問1,問4,人数\n";
    private const string Whole = "市民意識調査,R2,R2.4.1,満足,,30\n市民意識調査,R2,,普通,,50\n市民意識調査,R2,,不満,,20\n";

    [Fact]
    public void Rows_are_grouped_by_the_attributes_filled()
    {
        var tables = Tables("市民意識調査,R2,令和2年4月1日,,はい,40\n市民意識調査,R2,,,いいえ,60\n" + Whole);
        Assert.Equal(["問1", "問4"], tables.Select(t => t.By.ToString()));
        Assert.Equal(["満足=30", "普通=50", "不満=20"], tables[0].Cells.Select(c => $"{c.Labels[0]}={c.Count}"));
        Assert.Equal("R2.4.1", tables[0].AsOf);
    }

    [Fact]
    public void The_order_of_rows_and_columns_makes_no_new_version()
    {
        const string crossed = "調査,年度,人数,問4,問1\n市民意識調査,R2,1,いいえ,不満\n市民意識調査,R2,2,はい,不満\n市民意識調査,R2,3,いいえ,普通\n市民意識調査,R2,4,はい,普通\n市民意識調査,R2,5,いいえ,満足\n市民意識調査,R2,6,はい,満足\n";
        const string other = "調査,年度,問1,問4,人数\n市民意識調査,R2,満足,はい,6\n市民意識調査,R2,満足,いいえ,5\n市民意識調査,R2,普通,はい,4\n市民意識調査,R2,普通,いいえ,3\n市民意識調査,R2,不満,はい,2\n市民意識調査,R2,不満,いいえ,1\n";
        var (one, two) = (Read(("人口.csv", crossed)), Read(("人口_R2.csv", other)));
        Assert.Empty(one.Problems);
        var item = DefinitionItems.Of(one.Definitions.PopulationBreakdowns.Single());
        Assert.Equal(("市民意識調査/2020/問1×問4", item), (item.Key, DefinitionItems.Of(two.Definitions.PopulationBreakdowns.Single())));
    }

    [Fact]
    public void A_round_trip_through_items_and_files_gives_the_same_tables()
    {
        var definitions = Read(("人口.csv", Header + Whole + "市民意識調査,R2,,,はい,40\n市民意識調査,R2,,,いいえ,60\n")).Definitions;
        var items = DefinitionItems.Of(definitions);
        Assert.Equal(items, DefinitionItems.Of(DefinitionItems.ToSet(items.Reverse())));
        var file = DefinitionCsv.Write(DefinitionSchema.PopulationBreakdowns, definitions);
        Assert.Equal(
            items.Where(i => i.Kind == DefinitionKind.PopulationBreakdown),
            ReadFiles((file.Name, file.Content), ("符号表.csv", Encoding.UTF8.GetBytes(CodeBookText))).Definitions.PopulationBreakdowns.Select(DefinitionItems.Of));
    }

    [Fact]
    public void A_change_names_the_cell()
    {
        var (before, after) = (Tables(Whole)[0], Tables(Whole.Replace("50", "55", StringComparison.Ordinal).Replace("R2.4.1", "R2.10.1", StringComparison.Ordinal))[0]);
        Assert.Equal(
            ["人口 市民意識調査 令和2年度 問1: 基準日 R2.4.1 → R2.10.1", "人口 市民意識調査 令和2年度 問1: 普通 50 → 55"],
            DefinitionDiff.Of(DefinitionItems.Of(before), DefinitionItems.Of(after)));
        Assert.Equal(["人口 市民意識調査 令和2年度 問1: 新規(区分3個)"], DefinitionDiff.Of(null, DefinitionItems.Of(before)));
    }

    [Theory]
    [InlineData("市民意識調査,R2,,やや満足,,5\n", "5行目 D列「問1」: 「やや満足」は市民意識調査 令和2年度の設問「問1」の選択肢にありません。選択肢は「満足」、「普通」、「不満」、「無回答」です。符号表のラベルと同じに書くか、この行を除いてください。[SC-D802]")]
    [InlineData("市民意識調査,R2,,大満足,,5\n", "5行目 D列「問1」: 「大満足」は市民意識調査 令和2年度の設問「問1」の選択肢にありません。「満足」ではありませんか。符号表のラベルと同じに書くか、この行を除いてください。[SC-D802]")]
    [InlineData("市民意識調査,R2,,無回答,,5\n", "5行目 D列「問1」: 「無回答」は設問「問1」で区分が無回答なので、人口の区分になりません。この行を除くか、符号表の区分を直してください。[SC-D804]")]
    [InlineData("市民意識調査,R2,,普通,,5\n", "5行目 F列「人数」: 「普通」の人数は3行目にもあります。どちらかの行を消してください。[SC-D805]")]
    [InlineData("市民意識調査,R2,,,,5\n", "5行目 F列「人数」: どの属性の人数かが書かれていません。「性別」「年代」などの列に区分を書いてください。全体の人数は母集団.csvに書きます。[SC-D814]")]
    public void Each_fault_of_a_row_has_its_message(string row, string expected) =>
        Says("人口.csv " + expected, ("人口.csv", Header + Whole + row));

    [Theory]
    [InlineData("普通", "普 通", "3行目 D列「問1」: 「普 通」は符号表の「普通」として読みます。同じものであれば、このままで構いません。[SC-D803]")]
    [InlineData("市民意識調査,R2,,普通,,50\n", "", "2行目 D列「問1」: 人口表「問1」に、設問「問1」の「普通」がありません。これに答えた人は、ウエイト調整で「属性不明」として扱います。人口のある区分なら行を足してください。「答えない」のように人口のない区分なら、このままで構いません。[SC-D807]")]
    [InlineData("50", "0", "3行目 F列「人数」: 「普通」の人数が0です。回答者がいるとウエイト調整ができません。人数を確かめてください。本当にいなければ、このままで構いません。[SC-D808]")]
    [InlineData("R2.4.1", "平成30年4月1日", "2行目 C列「基準日」: 基準日「平成30年4月1日」は平成30年度で、調査の令和2年度と2年以上違います。その年度の人口を使ってください。ほかになければ、このままで構いません。[SC-D809]")]
    [InlineData("R2,,普通", "R2,R2.5.1,普通", "3行目 C列「基準日」: 基準日が、同じ人口表の2行目の「R2.4.1」と違います。1つの人口表の基準日は同じにしてください(2行目からは空欄にできます)。[SC-D810]")]
    [InlineData("R2.4.1", "4月1日", "2行目 C列「基準日」: 「4月1日」を日付として読めないので、調査の年度に合うか確かめられません。「令和2年4月1日」「2020/4/1」「20200401」のように書いてください。[SC-D811]")]
    [InlineData(",50", ",-5", "3行目 F列「人数」: 「-5」は0から10000000000までの整数ではありません。数字だけで書いてください。[SC-D014]")]
    public void Each_fault_of_a_table_has_its_message(string old, string young, string expected) =>
        Assert.Contains("人口.csv " + expected, Problems(("人口.csv", Header + Whole.Replace(old, young, StringComparison.Ordinal))));

    [Fact]
    public void A_missing_combination_is_named() => Says(
        "人口.csv 2行目 F列「人数」: 人口表「問1×問4」に、「不満×はい」の行がありません(1個)。すべての組み合わせの人数を書いてください。いなければ0と書いてください。[SC-D806]",
        ("人口.csv", Header + "市民意識調査,R2,,満足,はい,6\n市民意識調査,R2,,満足,いいえ,5\n市民意識調査,R2,,普通,はい,4\n市民意識調査,R2,,普通,いいえ,3\n市民意識調査,R2,,不満,いいえ,1\n"));

    [Fact]
    public void An_unknown_attribute_is_named_once() => Says(
        "人口.csv 2行目 D列「問６」: 見出し「問６」の設問が市民意識調査 令和2年度の符号表にありません。調査・年度・基準日・人数のほかの見出しには、符号表の属性の設問を書いてください。[SC-D801]",
        ("人口.csv", "調査,年度,基準日,問６,人数\n市民意識調査,R2,,男,6\n市民意識調査,R2,,女,6\n"));

    [Fact]
    public void A_total_that_differs_from_the_population_is_named_with_both_numbers() => Says(
        "人口.csv 2行目 F列「人数」: 人口表「問1」の合計は100人ですが、母集団.csvの市民意識調査 令和2年度の母集団数は120人です。基準日と対象(年齢など)がそろっているか確かめてください。[SC-D812]",
        ("母集団.csv", "調査,年度,母集団数\n市民意識調査,R2,120\n"), ("人口.csv", Header + Whole));

    [Fact]
    public void Tables_of_one_wave_agree_in_their_total()
    {
        Says("人口.csv 5行目 F列「人数」: 人口表「問4」の合計は101人ですが、同じ調査回の人口表「問1」(2行目)の合計は100人です。同じ基準日・同じ対象(年齢など)の人口にそろえてください。[SC-D815]",
            ("人口.csv", Header + Whole + "市民意識調査,R2,,,はい,40\n市民意識調査,R2,,,いいえ,61\n"));
        Assert.Empty(Problems(("人口.csv", Header + Whole + "市民意識調査,R2,,,はい,40\n市民意識調査,R2,,,いいえ,60\n")));
    }

    [Theory]
    [InlineData("20200401")]
    [InlineData("２０２００４０１")]
    [InlineData("R2.4.1")]
    [InlineData("令和2年4月1日")]
    [InlineData("2020-04-01")]
    [InlineData("令和2年4月1日現在")]
    public void A_date_is_read_however_it_is_written(string date) =>
        Assert.Empty(Problems(("人口.csv", Header + Whole.Replace("R2.4.1", date, StringComparison.Ordinal))));

    [Theory]
    [InlineData("20201301")]
    [InlineData("20200230")]
    [InlineData("2020041")]
    public void Digits_that_are_no_date_are_not_read_as_one(string date) =>
        Assert.Contains("[SC-D811]", Assert.Single(Problems(("人口.csv", Header + Whole.Replace("R2.4.1", date, StringComparison.Ordinal)))), StringComparison.Ordinal);

    [Fact]
    public void A_table_without_a_code_book_is_a_warning() => Says(
        "人口.csv 2行目 B列「年度」: 市民意識調査 令和3年度の符号表がないので、この人口表は使われません。調査の名前と年度を確かめるか、符号表を足してください。[SC-D813]",
        ("人口.csv", "調査,年度,問1,人数\n市民意識調査,R3,満足,6\n"));

    private static IReadOnlyList<PopulationBreakdown> Tables(string rows)
    {
        var read = Read(("人口.csv", Header + rows));
        Assert.Empty(read.Problems);
        return read.Definitions.PopulationBreakdowns;
    }
}
