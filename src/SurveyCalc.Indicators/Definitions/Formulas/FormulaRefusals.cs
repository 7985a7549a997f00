using SurveyCalc.Indicators.CodeBooks;

namespace SurveyCalc.Indicators.Definitions.Formulas;

/// <summary>Every refusal of the 算式 reader: codes and Japanese wording.</summary>
internal static class FormulaRefusals
{
    private const string NameTheChoices = "数える選択肢を「満足」「やや満足」を選んだ人の割合、のように1つずつ書いてください。";

    public static FormulaRefusal Blank() =>
        new("SC-F001", "", "算式が空欄です。", NameTheChoices);

    public static FormulaRefusal TooLong(int length, int limit) =>
        new("SC-F002", "", $"算式が{length}字あり、長すぎます({limit}字まで)。", "数える選択肢と分母だけを書いてください。");

    public static FormulaRefusal TooDeep(int limit) =>
        new("SC-F003", "", $"かっこの入れ子が深すぎます({limit}段まで)。", "かっこを減らしてください。");

    public static FormulaRefusal NoRule(string found) =>
        new("SC-F004", found, $"「{Shorten(found)}」には数える選択肢も数の条件もなく、集計の規則ではありません(調査の名前、注記、別の指標の式など)。", NameTheChoices);

    public static FormulaRefusal Unread(string found) =>
        new("SC-F005", found, $"「{Shorten(found)}」の部分を読めません。", "この部分を除くか、選択肢・分母の書き方を直してください。読めない部分を推測で補うことはしません。");

    public static FormulaRefusal GroupWord(string found) =>
        new("SC-F006", found, $"「{Shorten(found)}」がどの選択肢を指すか、1つに決まりません(普通を含むかどうかは市や設問で違います)。", NameTheChoices);

    public static FormulaRefusal UnknownLabel(string found, Question? question) => question is null
        ? new("SC-F007", found, $"「{Shorten(found)}」が選択肢かどうか、符号表なしでは分かりません。", "選択肢を「」で囲むか、符号表(--definitions など)を指定してください。")
        : new("SC-F007", found, $"「{Shorten(found)}」は設問「{question.Id}」の選択肢と一致しません。選択肢は{Listed(question)}です。", "符号表のラベルのとおりに書いてください(一部だけの一致は認めません)。");

    public static FormulaRefusal TwoChoices(string found, Question question) =>
        new("SC-F008", found, $"「{Shorten(found)}」にあたる選択肢が設問「{question.Id}」に2つ以上あり、どれか決まりません。", "符号表のラベルを区別できるように直してください。");

    public static FormulaRefusal Synonym(string found, string label, Question question) =>
        new("SC-F009", found, $"「{Shorten(found)}」は設問「{question.Id}」の選択肢になく、「{label}」と同じとみなす取り決めもありません。", $"同じものなら「{label}」と書き直してください。違うものなら設問を確かめてください。");

    public static FormulaRefusal UnclearBase(string words, string missing) =>
        new("SC-F010", words, $"分母「{Shorten(words)}」に{missing}が入るかどうか、書かれていません。", $"「無回答を除く回答者」「無回答を含む回答者」「無回答とわからないを除く回答者」のように、{missing}の扱いを書いてください。");

    public static FormulaRefusal OtherBase(string words) =>
        new("SC-F011", words, $"分母「{Shorten(words)}」は、この設問の回答者として読めません。", "分母は「無回答を除く回答者」のように書いてください。一部の人だけを対象にするときは、指標の対象条件に書いてください。");

    public static FormulaRefusal Scores(string found) =>
        new("SC-F012", found, $"平均点の点数が選択肢ごとに書かれていません{(found.Length == 0 ? "" : $"(「{Shorten(found)}」)")}。", "「満足」を2点、「やや満足」を1点、のようにすべての選択肢の点数を書いてください。尺度の向きは推測しません。");

    public static FormulaRefusal Operator(string found) =>
        new("SC-F013", found, $"「{Shorten(found)}」という数え方は、選択肢を1つずつ数える規則として決まりません(範囲、すべて、だけ、以外など)。", NameTheChoices);

    public static FormulaRefusal MarksAdded(Question question) =>
        new("SC-F014", question.Id, $"設問「{question.Id}」は複数回答なので、選択肢を並べただけでは、いずれかを選んだ人か、すべてを選んだ人か、割合の合計か決まりません。", "いずれかを選んだ人を数えるなら「…のいずれかを選んだ人」と書いてください。");

    public static FormulaRefusal OtherQuestion(string found, Question question) =>
        new("SC-F015", found, $"算式は「{Shorten(found)}」を指していますが、結び付ける設問は「{question.Id}」です。", "設問の指定か算式を直してください。");

    public static FormulaRefusal DoubtfulNumber() =>
        new("SC-F016", "", "数の前後に丸数字や空白で区切られた数字があり、1つの数か決まりません。", "数は「5」「７．５」のように続けて書き、丸数字を除いてください。");

    public static FormulaRefusal DoesNotBind(BindingFault fault) =>
        new("SC-F017", fault.Found, fault.Message, fault.Remedy);

    public static FormulaRefusal Twice(string label) =>
        new("SC-F018", label, $"「{Shorten(label)}」が2回書かれています。", "書き間違いでないか確かめ、1つの選択肢は1回だけ書いてください。");

    public static FormulaRefusal LabelCannotBeListed(string label) =>
        new("SC-F019", label, $"ラベル「{Shorten(label)}」は選択肢の一覧の中で他の選択肢と区別できません。", "符号表のラベルから区切りの文字(|、、、・など)を除いてください。");

    public static FormulaRefusal UnscoredInBase(string label) =>
        new("SC-F021", label, $"分母に入る「{Shorten(label)}」に点数がありません。", "点数を書くか、分母から除いてください。");

    public static FormulaRefusal BaseContradicts(BaseRule stated, BaseRule chosen) =>
        new("SC-F022", "", $"算式の分母は「{DefinitionWords.WordOf(stated)}」ですが、「{DefinitionWords.WordOf(chosen)}」が指定されました。", "どちらかに合わせてください。");

    public static FormulaRefusal QuestionMissing(BindingFault fault) =>
        new("SC-F023", fault.Found, fault.Message, "設問の指定を直してください。");

    public static FormulaRefusal Scale100() =>
        new("SC-F024", "×100", "平均点に×100が掛けられていて、点数の尺度が決まりません。", "選択肢の点数を100点満点などで書き、×100を除いてください。");

    public static FormulaRefusal Count(string found) =>
        new("SC-F025", found, $"「{Shorten(found)}」は人数や件数で、割合ではありません。この規則は割合と平均だけを計算します。", "割合なら「…を選んだ人の割合」と書くか、分母で割ってください。");

    public static FormulaRefusal Subgroup(string found, Question question) =>
        new("SC-F026", found, $"「{Shorten(found)}」は調査の対象の一部かもしれず、設問「{question.Id}」の回答者全員と同じか決まりません。", "回答者全員なら「人」と書き直し、一部だけなら指標の対象条件に書いてください。");

    public static FormulaRefusal NoneNotMarked(Question question, string? none) => none is null
        ? new("SC-F027", "いずれか", $"設問「{question.Id}」に、「いずれか」として数えられる選択肢がありません。", "符号表の選択肢の区分を確かめてください。")
        : new("SC-F027", none, $"設問「{question.Id}」の「{Shorten(none)}」は「どれも選ばない」の意味のようですが、符号表で排他とされていないので、「いずれか」に入るか決まりません。", "符号表の区分に「排他」と書くか、数える選択肢を1つずつ書いてください。");

    private static string Listed(Question question) =>
        string.Concat(question.Choices.Take(12).Select(c => $"「{c.Label}」")) + (question.Choices.Count > 12 ? "など" : "");

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
