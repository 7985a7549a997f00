using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>SC-D71n and SC-D72n: an indicator against the code book of one year.</summary>
internal static partial class DefinitionProblems
{
    public static BindingFault QuestionMissing(WaveKey wave, string question, CodeBook codeBook) => new(
        "SC-D710", "設問", question,
        $"{wave}の符号表に設問「{question}」がありません。{Suggest(question, codeBook.Questions.Select(q => q.Id))}",
        "この年度に同じ設問がなければこのままで構いません(この年度の実績は計算されません)。あれば設問か符号表を直してください。");

    public static BindingFault KindDoesNotFit(WaveKey wave, Question question, AggregationRule rule) => new(
        "SC-D711", "算式の種類", "",
        $"{wave}の設問「{question.Id}」の種別は{DefinitionWords.Kinds.WordOf(question.Kind)}で、この算式では計算できません。",
        question.Kind switch
        {
            QuestionKind.FreeText => "自由記述は集計できません。別の設問を指定してください。",
            QuestionKind.Numeric => "算式の種類を「数値の割合」か「数値の平均」にするか、設問を直してください。",
            QuestionKind.MultipleChoice => "算式の種類を「いずれかを選んだ割合」にするか、設問を直してください。",
            _ when rule is AggregationRule.CountedChoices => "算式の種類を「選択肢の割合」にするか、設問を直してください。",
            _ => "算式の種類を「選択肢の割合」か「平均点」にするか、設問を直してください。",
        });

    public static BindingFault ChoiceMissing(WaveKey wave, Question question, string choice) => new(
        "SC-D712", "算式", choice,
        $"{wave}の設問「{question.Id}」に選択肢「{Shorten(choice)}」がありません。{SuggestOrList(choice, question)}",
        "算式か符号表の選択肢を直してください。");

    public static BindingFault CountedOutsideBase(WaveKey wave, Question question, Choice choice, BaseRule rule) => new(
        "SC-D713", "分母", choice.Label,
        choice.Role is AnswerRole.NotApplicable
            ? $"算式が数える選択肢「{choice.Label}」は{wave}の設問「{question.Id}」で区分が非該当です。非該当は分母に入りません。"
            : $"算式が数える選択肢「{choice.Label}」は{wave}の設問「{question.Id}」で区分が{RoleWord(choice.Role)}ですが、"
                + $"分母は「{DefinitionWords.WordOf(rule)}」なので分母に入りません。",
        choice.Role is AnswerRole.NotApplicable
            ? "算式からこの選択肢を除いてください。"
            : "分母をこの区分を含むものに変えるか、算式からこの選択肢を除いてください。");

    public static BindingFault ScoreUnreadable(WaveKey wave, string piece) => new(
        "SC-D714", "算式", piece,
        $"{wave}: 平均点の算式「{Shorten(piece)}」を「選択肢=点数」として読めません。",
        "「満足=2|やや満足=1|普通=0」のように書いてください。");

    public static BindingFault ScoredTwice(WaveKey wave, Question question, string label) => new(
        "SC-D715", "算式", label,
        $"{wave}の設問「{question.Id}」の選択肢「{label}」に点数が2回書かれています。",
        "1つの選択肢の点数は1つにしてください(番号とラベルの両方を書いていないか確かめてください)。");

    public static BindingFault OnBothSides(WaveKey wave, Question question, string label) => new(
        "SC-D730", "算式", label,
        $"{wave}の設問「{question.Id}」の選択肢「{label}」が、差引スコアの足す側と引く側の両方に書かれています。",
        "どちらか一方だけに書いてください(番号とラベルの両方を書いていないか確かめてください)。");

    public static BindingFault ConditionQuestionMissing(WaveKey wave, AnswerCondition condition, CodeBook codeBook) => new(
        "SC-D716", "対象条件", condition.Question,
        $"{wave}の符号表に、対象条件「{condition}」の設問「{condition.Question}」がありません。"
            + Suggest(condition.Question, codeBook.Questions.Select(q => q.Id)),
        "対象条件か符号表を直してください。");

    public static BindingFault ConditionOnItself(WaveKey wave, AnswerCondition condition) => new(
        "SC-D717", "対象条件", condition.Question,
        $"{wave}: 対象条件「{condition}」が、集計する設問そのものを指しています。",
        "対象を決める別の設問を書くか、対象条件を空欄にしてください。");

    public static BindingFault ConditionWithoutChoices(WaveKey wave, AnswerCondition condition, Question question) => new(
        "SC-D718", "対象条件", condition.Question,
        $"{wave}: 対象条件「{condition}」の設問の種別は{DefinitionWords.Kinds.WordOf(question.Kind)}で、選択肢がありません。",
        "選択肢のある設問(SA、MA、属性)を書いてください。");

    public static BindingFault ConditionChoiceMissing(WaveKey wave, AnswerCondition condition, string choice, Question question) => new(
        "SC-D719", "対象条件", choice,
        $"{wave}の設問「{question.Id}」に、対象条件「{condition}」の選択肢「{Shorten(choice)}」がありません。{SuggestOrList(choice, question)}",
        "対象条件か符号表の選択肢を直してください。");

    private static string RoleWord(AnswerRole role) => DefinitionWords.Meanings.WordOf(new ChoiceMeaning(role, false));
}
