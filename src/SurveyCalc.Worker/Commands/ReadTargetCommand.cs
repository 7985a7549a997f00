using System.CommandLine;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>read-target</c>: what a printed target, baseline or actual says, as JSON.</summary>
internal sealed class ReadTargetCommand(Terminal terminal)
{
    public Command Create()
    {
        var texts = new NotationTexts();
        var unit = new Option<string?>("--unit") { Description = "指標の単位。単位のない値と市独自の単位に使う。", HelpName = "単位" };
        var command = new Command("read-target", "計画書の目標値・実績値の表記(80%以上、小93.5 中98.1…)を読み、JSONで示す。読めなければ理由を示す。")
        {
            texts.Text, texts.File, texts.Near, unit,
        };
        command.SetAction(parsed =>
        {
            var context = new NotationContext(texts.YearsOf(parsed), parsed.GetValue(unit));
            return texts.Run<PrintedValue>(parsed, terminal, (string text, out PrintedValue? read, out NotationRefusal? refusal) =>
                PrintedValue.TryRead(text, context, out read, out refusal));
        });
        return command;
    }
}
