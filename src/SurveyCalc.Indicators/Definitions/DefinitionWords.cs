using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Statistics;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Every word that a cell of a definition file may hold (定義ファイルの用語).</summary>
internal static class DefinitionWords
{
    /// <summary>種別.</summary>
    public static Vocabulary<QuestionKind> Kinds { get; } = new(
        (QuestionKind.SingleChoice, ["SA", "単一回答"]),
        (QuestionKind.MultipleChoice, ["MA", "複数回答"]),
        (QuestionKind.Numeric, ["数値"]),
        (QuestionKind.Attribute, ["属性"]),
        (QuestionKind.FreeText, ["自由記述", "FA", "自由回答"]));

    /// <summary>区分; 排他 apart, since it is 有効 and exclusive.</summary>
    public static Vocabulary<ChoiceMeaning> Meanings { get; } = new(
        (new ChoiceMeaning(AnswerRole.Substantive, false), ["有効"]),
        (new ChoiceMeaning(AnswerRole.NoAnswer, false), ["無回答"]),
        (new ChoiceMeaning(AnswerRole.DontKnow, false), ["わからない", "分からない"]),
        (new ChoiceMeaning(AnswerRole.NotApplicable, false), ["非該当"]),
        (new ChoiceMeaning(AnswerRole.Invalid, false), ["無効"]),
        (new ChoiceMeaning(AnswerRole.Substantive, true), ["排他"]));

    /// <summary>前回との関係.</summary>
    public static Vocabulary<Continuity> Continuities { get; } = new(
        (Continuity.Same, ["同一"]),
        (Continuity.Similar, ["類似"]),
        (Continuity.Break, ["断絶"]));

    /// <summary>算式の種類.</summary>
    public static Vocabulary<RuleKind> Rules { get; } = new(
        (RuleKind.Choices, ["選択肢の割合"]),
        (RuleKind.AnyMark, ["いずれかを選んだ割合"]),
        (RuleKind.Threshold, ["数値の割合"]),
        (RuleKind.MeanScore, ["平均点"]),
        (RuleKind.NumericMean, ["数値の平均"]),
        (RuleKind.NetScore, ["差引スコア", "ネットスコア"]));

    /// <summary>分母 (BaseRule is a class, so by its four named values).</summary>
    public static Vocabulary<(bool NoAnswer, bool DontKnow)> Bases { get; } = new(
        ((true, true), ["無回答を含む"]),
        ((false, true), ["無回答を除く"]),
        ((false, false), ["わからないも除く", "無回答とわからないを除く"]),
        ((true, false), ["無回答を含みわからないを除く"]));

    /// <summary>向き.</summary>
    public static Vocabulary<Direction> Directions { get; } = new(
        (Direction.HigherIsBetter, ["高いほど良い", "高い", "高いほどよい"]),
        (Direction.LowerIsBetter, ["低いほど良い", "低い", "低いほどよい"]));

    /// <summary>状態 of an entered actual; 訂正 is another row of a later state of the files.</summary>
    public static Vocabulary<Status> Statuses { get; } = new((Status.Preliminary, ["速報", "速報値"]), (Status.Final, ["確定", "確定値"]));

    /// <summary>The comparison at the end of a threshold.</summary>
    public static Vocabulary<Comparison> Comparisons { get; } = new(
        (Comparison.AtLeast, ["以上"]),
        (Comparison.AtMost, ["以下"]),
        (Comparison.LessThan, ["未満", "より少ない"]),
        (Comparison.MoreThan, ["超", "を超える", "より多い"]),
        (Comparison.Equal, ["ちょうど"]));

    /// <summary>区間の方法.</summary>
    public static Vocabulary<ProportionMethod> Methods { get; } = new(
        (ProportionMethod.Wilson, ["Wilson"]),
        (ProportionMethod.WilsonCorrected, ["Wilson(連続修正)"]),
        (ProportionMethod.Wald, ["Wald"]),
        (ProportionMethod.AgrestiCoull, ["Agresti-Coull"]),
        (ProportionMethod.ClopperPearson, ["Clopper-Pearson"]),
        (ProportionMethod.Jeffreys, ["Jeffreys"]),
        (ProportionMethod.Logit, ["Logit"]),
        (ProportionMethod.Arcsine, ["Arcsine"]));

    /// <summary>差の方法.</summary>
    public static Vocabulary<DifferenceMethod> Differences { get; } = new(
        (DifferenceMethod.Newcombe, ["Newcombe"]),
        (DifferenceMethod.NewcombeCorrected, ["Newcombe(連続修正)"]),
        (DifferenceMethod.Wald, ["Wald"]),
        (DifferenceMethod.AgrestiCaffo, ["Agresti-Caffo"]),
        (DifferenceMethod.MiettinenNurminen, ["Miettinen-Nurminen"]));

    /// <summary>前回差の表示.</summary>
    public static Vocabulary<ChangeDisplay> Changes { get; } = new(
        (ChangeDisplay.OfPrintedValues, ["表示値の差"]),
        (ChangeDisplay.OfExactValues, ["正確な差"]));

    /// <summary>補完秘匿.</summary>
    public static Vocabulary<bool> YesNo { get; } = new((true, ["する"]), (false, ["しない"]));

    /// <summary>標本設計.</summary>
    public static Vocabulary<SampleKind> Samples { get; } = new(
        (SampleKind.SimpleRandom, ["単純無作為", "無作為"]),
        (SampleKind.Stratified, ["層化", "層別"]),
        (SampleKind.Clustered, ["集落", "層化集落", "クラスター"]),
        (SampleKind.WeightsOnly, ["ウエイトのみ", "ウェイトのみ"]));

    /// <summary>単独抽出単位.</summary>
    public static Vocabulary<SingleUnitPolicy> SingleUnits { get; } = new(
        (SingleUnitPolicy.Refuse, ["拒否"]),
        (SingleUnitPolicy.Merge, ["併合"]),
        (SingleUnitPolicy.Centre, ["中心"]));

    /// <summary>ウエイト調整, beside <see cref="NoWeighting"/>.</summary>
    public static Vocabulary<CalibrationMethod> Weightings { get; } = new(
        (CalibrationMethod.PostStratification, ["事後層化"]),
        (CalibrationMethod.Raking, ["レイキング"]),
        (CalibrationMethod.Linear, ["線形", "線形キャリブレーション"]));

    /// <summary>ウエイト調整 that leaves the weights as they are.</summary>
    public const string NoWeighting = "なし";

    /// <summary>属性不明.</summary>
    public static Vocabulary<UnknownAttributePolicy> UnknownAttributes { get; } = new(
        (UnknownAttributePolicy.Refuse, ["拒否"]),
        (UnknownAttributePolicy.OwnCategory, ["別区分"]),
        (UnknownAttributePolicy.Exclude, ["除外"]),
        (UnknownAttributePolicy.Spread, ["按分"]));

    /// <summary>前回との標本.</summary>
    public static Vocabulary<OverlapKind> Overlaps { get; } = new(
        (OverlapKind.Independent, ["独立"]),
        (OverlapKind.SamePeople, ["同じ人"]),
        (OverlapKind.Partial, ["一部重複"]));

    /// <summary>文字コード.</summary>
    public static Vocabulary<DeclaredEncoding> Encodings { get; } = new(
        (DeclaredEncoding.Auto, ["自動"]),
        (DeclaredEncoding.Utf8, ["UTF-8", "UTF8"]),
        (DeclaredEncoding.Cp932, ["CP932", "Shift_JIS", "シフトJIS"]));

    /// <summary>区切り文字; NUL stands for 自動.</summary>
    public static Vocabulary<char> Delimiters { get; } = new(
        ('\0', ["自動"]),
        (',', ["カンマ", ","]),
        ('\t', ["タブ"]),
        (';', ["セミコロン", ";"]));

    /// <summary>印のない複数回答.</summary>
    public static Vocabulary<UnmarkedBlock> UnmarkedBlocks { get; } = new(
        (UnmarkedBlock.NoAnswer, ["無回答"]),
        (UnmarkedBlock.NoneChosen, ["該当なし"]));

    /// <summary>回答者番号の重複.</summary>
    public static Vocabulary<DuplicatePolicy> Duplicates { get; } = new(
        (DuplicatePolicy.Refuse, ["拒否"]),
        (DuplicatePolicy.KeepFirst, ["最初を採用"]),
        (DuplicatePolicy.KeepLast, ["最後を採用"]),
        (DuplicatePolicy.KeepAll, ["すべて採用"]));

    /// <summary>回答者番号の空欄.</summary>
    public static Vocabulary<bool> MissingIds { get; } = new((false, ["拒否"]), (true, ["許可"]));

    /// <summary>符号表にない値.</summary>
    public static Vocabulary<UnknownCellPolicy> UnknownCells { get; } = new(
        (UnknownCellPolicy.RefuseFile, ["拒否"]),
        (UnknownCellPolicy.RejectRow, ["行を除外"]),
        (UnknownCellPolicy.CountAsInvalid, ["無効として数える"]));

    public static string WordOf(BaseRule rule) => Bases.WordOf((rule.IncludesNoAnswer, rule.IncludesDontKnow));

    /// <summary>The word for a rule; 選択肢の割合 unless the question is known to be a multiple-answer one.</summary>
    public static string WordOf(AggregationRule rule, QuestionKind? question) => Rules.WordOf(rule switch
    {
        AggregationRule.CountedChoices => question is QuestionKind.MultipleChoice ? RuleKind.AnyMark : RuleKind.Choices,
        AggregationRule.NumericThreshold => RuleKind.Threshold,
        AggregationRule.MeanScore => RuleKind.MeanScore,
        AggregationRule.NetScore => RuleKind.NetScore,
        _ => RuleKind.NumericMean,
    });
}
