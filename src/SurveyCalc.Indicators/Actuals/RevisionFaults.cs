using System.Globalization;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Actuals;

/// <summary>The wording of everything that stops a release or a correction.</summary>
internal static class RevisionFaults
{
    public static OperatorException NoReason() => new("訂正の理由がありません。--reason に、確定値のどこがなぜ誤りかを書いてください。");

    public static OperatorException NoName() => new("誰が行うかが分かりません。--by に氏名を書いてください。");

    public static OperatorException NoIndicator(string indicator) =>
        new($"指標「{indicator}」の実績はありません。コードを確かめるか、先に import してください。");

    public static OperatorException NoYear(string indicator, FiscalYear year, IEnumerable<FiscalYear> known) =>
        new($"指標「{indicator}」に{year}の実績はありません。実績のある年度: {string.Join("、", known)}。年度を確かめるか、先に import してください。");

    public static OperatorException SeveralSurveys(string indicator, FiscalYear year, IEnumerable<string> surveys) =>
        new($"指標「{indicator}」の{year}の実績は、複数の調査にあります({string.Join("、", surveys)})。--survey でどれかを指定してください。");

    public static OperatorException NoSuchWave(string survey, FiscalYear year) =>
        new($"「{survey} {year}」の実績はありません。調査と年度を確かめるか、先に import してください。");

    public static OperatorException NotCurrent(IReadOnlyList<Actual> stale) =>
        new($"{string.Join("、", stale.Select(Name))}: 計算した後に入力(回答・符号表・算式・設定・計画値など)が変わったため、確定できません。recompute を実行し、新しい値を確かめてから、もう一度 release してください。何も変えていません。");

    public static OperatorException AlreadyConfirmed(Actual latest, bool differs) =>
        new($"{Name(latest)}はすでに{Word(latest)}しています({Revision(latest)})。" + (differs
            ? "入力が変わり、再計算の値と異なります。訂正するには correct に理由を付けて実行してください。"
            : "何も変えていません。"));

    public static OperatorException NotConfirmed(Actual latest) =>
        new($"{Name(latest)}はまだ速報です({Revision(latest)})。速報は recompute で新しい値になります。訂正ではなく、値を確かめて release してください。");

    public static OperatorException NothingToCorrect(Actual latest) =>
        new($"{Name(latest)}は、今の入力から計算した値が確定した時と同じ入力によるものです。訂正するものがありません。正しい回答ファイルや定義を先に登録してください。");

    public static OperatorException NotComputable(Actual latest) =>
        new($"{Name(latest)}は、今の定義では計算できません(指標か、その設問が符号表にありません)。define で定義を登録し直してください。");

    public static OperatorException SamePerson(CorrectionProposal proposal) =>
        new($"訂正案は{proposal.By}さんが出したものです。訂正の確定には別の人の承認がいります。承認する人が release を実行するか、--by に承認者の氏名を書いてください。一人の職場では、設定の OnePersonOffice を true にすると本人が承認できます。");

    public static OperatorException StaleProposal(CorrectionProposal proposal) =>
        new($"{proposal.Indicator} {proposal.Wave}: 訂正案({proposal.By}、理由: {proposal.Reason})の後に入力がまた変わったため、承認できません。recompute で差異を確かめ、correct で訂正案を出し直してください。何も変えていません。");

    public static OperatorException Overtaken(Actual latest) =>
        new($"{Name(latest)}は、ほかの処理が先に改訂しました(今は{Revision(latest)}・{Word(latest)})。actuals で確かめて、もう一度実行してください。何も変えていません。");

    public static OperatorException ProposalReplaced(Actual latest) =>
        new($"{Name(latest)}の訂正案は、ほかの訂正案に置き換わったか、すでに処理されています。correct で一覧を確かめて、もう一度実行してください。何も変えていません。");

    private static string Name(Actual actual) => $"{actual.Indicator} {actual.Wave}";

    private static string Revision(Actual actual) => string.Create(CultureInfo.InvariantCulture, $"第{actual.Revision}版");

    private static string Word(Actual actual) => actual.Status switch
    {
        Status.Final => "確定",
        Status.Corrected => "訂正",
        _ => "速報",
    };
}
