using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions.Formulas;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>read-formula</c>: what a printed 算式 says, as JSON; with a code book, bound to a question.</summary>
internal sealed class ReadFormulaCommand(Terminal terminal)
{
    public Command Create()
    {
        var text = new Argument<string?>("算式") { Description = "計画書の算式(例: 満足、やや満足、普通の合計数値)。", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "1行に1つの算式を書いたファイル(UTF-8またはCP932)。結果は配列になる。", HelpName = "ファイル" };
        var folder = new Option<string?>("--definitions") { Description = "符号表のあるフォルダー。--survey、--year、--question と合わせて設問に結び付ける。", HelpName = "フォルダー" };
        var question = new Option<string?>("--question", "-q") { Description = "設問(例: 問12)。", HelpName = "設問" };
        var (survey, year) = (CommonOptions.Survey(), CommonOptions.Year());
        var command = new Command("read-formula", "計画書の算式を読み、集計の規則か、読めない理由をJSONで返す。") { text, file, folder, survey, year, question };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (one, path) = (parsed.GetValue(text), parsed.GetValue(file));
            if (one is null == path is null)
                throw new OperatorException("算式を1つ書くか、--file でファイルを指定してください(どちらか一方)。");
            var texts = path is null ? [one!] : NotationTexts.LinesOf(path);
            var wave = (parsed.GetValue(survey), CommonOptions.ParseYear(parsed.GetValue(year)));
            if (!TryFindQuestion(parsed.GetValue(folder), wave.Item1, wave.Item2, parsed.GetValue(question), out var asked)) return ExitCode.Refused;
            var reads = texts.Select(t => asked is { } a ? FormulaReader.Read(t, a.CodeBook, a.Question) : FormulaReader.Read(t)).ToList();
            await terminal.Out.WriteLineAsync(path is null ? FormulaJson.Write(reads[0]) : FormulaJson.Write(reads));
            return reads.TrueForAll(r => r.IsRead) ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    /// <returns>False when the definitions have errors, which are then shown.</returns>
    private bool TryFindQuestion(string? folder, string? survey, FiscalYear? year, string? question, out (CodeBook CodeBook, string Question)? asked)
    {
        asked = null;
        if (folder is null && survey is null && year is null && question is null) return true;
        if (folder is null || survey is null || year is null || question is null)
            throw new OperatorException("設問に結び付けるには --definitions、--survey、--year、--question をすべて指定してください。");
        if (DefinitionReading.Read(folder, terminal) is not { } definitions) return false;
        var wave = new WaveKey(survey, year.Value);
        var codeBook = definitions.CodeBookOf(wave)
            ?? throw new OperatorException($"{wave}の符号表がありません。--survey と --year を確かめてください。");
        if (codeBook.Find(question) is null)
            throw new OperatorException($"{wave}の符号表に設問「{question}」がありません。--question を確かめてください。");
        asked = (codeBook, question);
        return true;
    }
}
