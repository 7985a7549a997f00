using SurveyCalc.Indicators.Definitions;
using static SurveyCalc.Tests.Definitions.Csv;

namespace SurveyCalc.Tests.Definitions;

/// <summary>SC-D607 and up, SC-D9nn: every message in full.</summary>
public sealed class RegisterProblemTests
{
    private const string Register = "指標コード,計画,政策,施策,指標名,設定理由,算式,単位,向き,所管,関連,特記事項,出典,引継元\n";
    private const string Targets = "指標コード,年度,計画値,採用値,改定日,理由\n";
    private const string Entered = "指標コード,年度,実績,状態,出典\n";
    private const string Rank = "R-1,計画,,,魅力度順位,,,位,低いほど良い,,,,,\n";

    [Fact]
    public void A_code_stands_once_in_the_register() => Says(
        "台帳.csv 3行目 A列「指標コード」: 指標コード「R-1」の台帳は2行目にもあります。1つの指標は1行にしてください。別の計画の同じ指標には別のコードを付け、「引継元」でつないでください。[SC-D901]",
        ("台帳.csv", Register + Rank + Rank));

    [Fact]
    public void A_text_that_differs_from_the_indicator_is_a_warning_with_both() => Says(
        "台帳.csv 2行目 E列「指標名」: 指標 1-1 の「指標名」が、台帳では「住み心地」、指標のファイルでは「住みやすさの満足度」です。"
            + "同じものなら台帳を空欄にしてください(指標のファイルから補います)。違うものなら、どちらが正しいか確かめてください。[SC-D902]",
        ("台帳.csv", Register + "1-1,,,,住み心地,,,,,,,,,\n"));

    [Fact]
    public void A_direction_that_differs_is_a_warning_and_the_indicator_goes_first()
    {
        var files = ("台帳.csv", Register + "1-1,,,,,,,,低いほど良い,,,,,\n");
        Says("台帳.csv 2行目 I列「向き」: 指標 1-1 の「向き」が、台帳では「低いほど良い」、指標のファイルでは「高いほど良い」です。「高いほど良い」として計算します。"
            + "同じものなら台帳を空欄にしてください(指標のファイルから補います)。違うものなら、どちらが正しいか確かめてください。[SC-D902]", files);
        Assert.Equal(Direction.HigherIsBetter, Read(files).Definitions.EntryOf("1-1")!.Direction);
    }

    [Fact]
    public void An_entry_without_an_indicator_needs_its_name_and_direction() => Assert.Equal(
        ["台帳.csv 2行目 E列「指標名」: 空欄です。「指標名」は必ず書いてください。[SC-D011]", "台帳.csv 2行目 I列「向き」: 空欄です。「向き」は必ず書いてください。[SC-D011]"],
        Problems(("台帳.csv", Register + "R-1,,,,,,,,,,,,,\n")));

    [Fact]
    public void An_unknown_predecessor_is_refused() => Says(
        "台帳.csv 2行目 N列「引継元」: 指標 R-1 の引継元「1-2」という指標がありません。「1-1」ではありませんか。引継元のコードを直すか、その指標を台帳に足してください。[SC-D903]",
        ("台帳.csv", Register + "R-1,,,,順位,,,位,低いほど良い,,,,,1-2\n"));

    [Fact]
    public void Predecessors_never_run_in_a_circle() => Assert.Equal(
        [
            "台帳.csv 2行目 N列「引継元」: 指標 R-1 の引継元をたどると自分に戻ります(R-1 ← R-2)。引継元には、前の計画の指標のコードを書いてください。[SC-D904]",
            "台帳.csv 3行目 N列「引継元」: 指標 R-2 の引継元をたどると自分に戻ります(R-2 ← R-1)。引継元には、前の計画の指標のコードを書いてください。[SC-D904]",
        ],
        Problems(("台帳.csv", Register + "R-1,,,,順位,,,位,低いほど良い,,,,,R-2\nR-2,,,,順位,,,位,低いほど良い,,,,,R-1\n")));

    [Fact]
    public void An_entered_actual_needs_its_indicator() => Says(
        "入力実績.csv 2行目 A列「指標コード」: 指標コード「1-2」の指標がありません。「1-1」ではありませんか。指標コードを直すか、台帳に指標を足してください。[SC-D905]",
        ("入力実績.csv", Entered + "1-2,R2,197,,\n"));

    [Fact]
    public void An_actual_is_entered_once_for_each_standing()
    {
        Says("入力実績.csv 3行目 B列「年度」: 指標 R-1 の同じ年度・同じ状態の実績が2行目にもあります。どちらかの行を消すか、状態(速報・確定)を書き分けてください。[SC-D906]",
            ("台帳.csv", Register + Rank), ("入力実績.csv", Entered + "R-1,R2,197,,\nR-1,R2,198,速報,\n"));
        Assert.Empty(Problems(("台帳.csv", Register + Rank), ("入力実績.csv", Entered + "R-1,R2,197,速報,\nR-1,R2,198,確定,\n")));
    }

    [Fact]
    public void An_entered_actual_of_a_computed_year_is_a_warning() => Says(
        "入力実績.csv 2行目 B列「年度」: 指標 1-1 の令和2年度の実績は市民意識調査の回答から計算します。入力された「55.2」は計算に使いません。計算した値と見比べるためならこのままで構いません。そうでなければ行を消してください。[SC-D907]",
        ("入力実績.csv", Entered + "1-1,R2,55.2,,\n1-1,R1,55.8,,\n"));

    [Fact]
    public void An_entered_actual_that_cannot_be_read_is_refused() => Says(
        "入力実績.csv 2行目 C列「実績」: 「集計中」を実績として読めません。値の書き方として読めません。50.0%、80%以上、70～80%、小93.5 中98.1、－ のように書き、説明の文は特記事項に移してください。値がなければ「—」と書いてください。[SC-D908]",
        ("台帳.csv", Register + Rank), ("入力実績.csv", Entered + "R-1,R2,集計中,,\n"));

    [Fact]
    public void Equal_actuals_of_two_indicators_are_named_at_both() => Assert.Equal(
        [
            "入力実績.csv 2行目 C列「実績」: 指標 R-1 の令和元年度の実績 31.9% は、指標 R-2 と同じ値です。写し間違いでないか確かめてください。本当に同じならこのままで構いません。[SC-D909]",
            "入力実績.csv 3行目 C列「実績」: 指標 R-2 の令和元年度の実績 31.9% は、指標 R-1 と同じ値です。写し間違いでないか確かめてください。本当に同じならこのままで構いません。[SC-D909]",
        ],
        Problems(("台帳.csv", Register + Percent("R-1") + Percent("R-2")), ("入力実績.csv", Entered + "R-1,R1,31.9,,\nR-2,R1,31.9,,\nR-2,R2,33,,\n")));

    [Fact]
    public void A_baseline_far_from_its_predecessor_means_another_rule() => Says(
        "台帳.csv 3行目 N列「引継元」: 指標 R-2 は R-1 を引き継ぎますが、計画策定時の 63.7% が引継元の値(計画策定時 18.5%、令和2年度 12.9%)から大きく離れています。"
            + "算式(数え方)が変わったと考えられます。数え方を確かめて特記事項に書き、引継元の値とは比べないでください。[SC-D910]",
        ("台帳.csv", Register + Percent("R-1") + Percent("R-2", "R-1")), ("入力実績.csv", Entered + "R-1,R2,12.9,,\n"),
        ("計画値.csv", Targets + "R-1,計画策定時,18.5,,,\nR-2,計画策定時,63.7,,,\n"));

    [Fact]
    public void A_baseline_near_any_figure_of_its_predecessor_is_nothing_odd() => Assert.Empty(Problems(
        ("台帳.csv", Register + Percent("R-1") + Percent("R-2", "R-1")), ("入力実績.csv", Entered + "R-1,R2,58.3,,\n"),
        ("計画値.csv", Targets + "R-1,計画策定時,18.5,,,\nR-2,計画策定時,54,,,\n")));

    [Fact]
    public void A_formula_of_other_quantities_is_a_warning() => Says(
        "指標.csv 2行目 N列「計画書の算式」: 指標 1-1 は調査の回答から計算しますが、印刷された算式「総収支比率(総収益/総費用)×100」は回答を数える式として読めません。"
            + "「総収支比率(総収益/総費用)×100」には数える選択肢も数の条件もなく、集計の規則ではありません(調査の名前、注記、別の指標の式など)。"
            + "別の指標の算式が写されていないか、原典を確かめてください。計算には使わず、印刷されたまま残します。[SC-D911]",
        ("指標.csv", IndicatorText.TrimEnd() + "総収支比率(総収益/総費用)×100"));

    [Fact]
    public void A_comparison_against_the_direction_is_a_warning() => Says(
        "計画値.csv 2行目 C列「計画値」: 指標 1-1 は「高いほど良い」ですが、計画値「30%以下」の比べ方と合いません。計画値の比べ方で判定します。向きと計画値を確かめてください。[SC-D607]",
        ("計画値.csv", Targets + "1-1,R2,30%以下,,,\n"));

    [Fact]
    public void A_chosen_value_is_a_number() => Says(
        "計画値.csv 2行目 D列「採用値」: 採用値「八割」を数として読めません。計画値のどの読み方を採るかを「82」のように数だけで書いてください。[SC-D608]",
        ("計画値.csv", Targets + "1-1,R2,10%向上(基準)平成30年度：72%,八割,,企画課\n"));

    [Fact]
    public void A_day_of_revision_is_a_date() => Says(
        "計画値.csv 2行目 E列「改定日」: 改定日「去年」を日付として読めません。「令和4年4月1日」「2022-04-01」のように書いてください。当初の計画値なら空欄にしてください。[SC-D609]",
        ("計画値.csv", Targets + "1-1,R2,57,,去年,見直し\n"));

    [Fact]
    public void A_target_with_two_readings_asks_for_a_choice()
    {
        Says("計画値.csv 2行目 C列「計画値」: 指標 1-1 の計画値「10%向上/取組期間(基準)平成30年度：72%」には読み方が2通りあります"
            + "(基準にポイントを足し引きするなら82%、基準に割合を掛けるなら79.2%)。決まるまで達成を判定しません。計画を作った課に確かめ、「採用値」に数を、「理由」に決めた人と理由を書いてください。[SC-D610]",
            ("計画値.csv", Targets + "1-1,令和2年度～令和6年度,10%向上/取組期間(基準)平成30年度：72%,,,\n"));
        var read = Read(("計画値.csv", Targets + "1-1,令和2年度～令和6年度,10%向上/取組期間(基準)平成30年度：72%,82,,企画課長が決めた\n"));
        Assert.Empty(read.Problems);
        Assert.Equal(82m, read.Definitions.Targets.Single().Value);
    }

    [Fact]
    public void A_revision_without_a_reason_is_a_warning() => Says(
        "計画値.csv 2行目 F列「理由」: 指標 1-1 の計画値を改定した(または採用値を決めた)理由が空欄です。だれが、なぜ決めたかを「理由」に書いてください。[SC-D611]",
        ("計画値.csv", Targets + "1-1,R2,57,,2021-04-01,\n"));

    [Fact]
    public void A_plan_value_that_is_no_single_number_is_not_compared() => Says(
        "計画値.csv 2行目 C列「計画値」: 計画値「概ね70～80%」は幅のある値ですので、実績とは比べません。比べる数が決まっていれば「採用値」に書き、決めた人と理由を「理由」に書いてください。[SC-D612]",
        ("計画値.csv", Targets + "1-1,R2,概ね70～80%,,,\n"));

    [Fact]
    public void A_year_that_does_not_follow_is_called_a_misprint() => Says(
        "計画値.csv 2行目 B列「年度」: 指標 1-1 の「平成2年度」は、ほかの計画値の年度(令和3年度、令和4年度、令和5年度)とつながりません。「令和2年度」の誤植ではありませんか。"
            + "原典を確かめてください。誤植なら正しい年度に直し、そのことを特記事項に書いてください。[SC-D613]",
        ("計画値.csv", Targets + "1-1,平成2年度,56,,,\n1-1,令和3年度,57,,,\n1-1,令和4年度,58,,,\n1-1,令和5年度,59,,,\n"));

    [Fact]
    public void A_year_that_never_was_is_read_and_named() => Says(
        "計画値.csv 2行目 B列「年度」: 「平成32年度」: 平成32年度は実在しない年度です。令和2年度(2020年度)として読みました。計画書と見比べ、印刷されたとおりならこのままで構いません。[SC-N101]",
        ("計画値.csv", Targets + "1-1,平成32年度,56,,,\n"));

    [Fact]
    public void A_reversed_period_is_refused() => Says(
        "計画値.csv 2行目 B列「年度」: 「令和6年度～令和2年度」を年度として読めません。範囲の終わり(2020)が始まり(2024)より前です。"
            + "「令和2年度」「R2」「2020」か、期間なら「令和2年度～令和6年度」、基準値なら「計画策定時」と書いてください。[SC-D604]",
        ("計画値.csv", Targets + "1-1,令和6年度～令和2年度,56,,,\n"));

    private static string Percent(string code, string continues = "") => $"{code},,,,指標{code},,,%,高いほど良い,,,,,{continues}\n";
}
