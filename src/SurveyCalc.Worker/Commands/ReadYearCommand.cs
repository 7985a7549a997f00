using System.CommandLine;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>read-year</c>: what a printed year says, as JSON.</summary>
internal sealed class ReadYearCommand(Terminal terminal)
{
    public Command Create()
    {
        var texts = new NotationTexts();
        var command = new Command("read-year", "計画書の年度の表記(令和元年度、H31、平成32年度…)を読み、JSONで示す。読めなければ理由を示す。")
        {
            texts.Text, texts.File, texts.Near,
        };
        command.SetAction(parsed =>
        {
            var context = new NotationContext(texts.YearsOf(parsed));
            return texts.Run<FiscalYearNotation>(parsed, terminal, (string text, out FiscalYearNotation? read, out NotationRefusal? refusal) =>
                FiscalYearNotation.TryRead(text, context, out read, out refusal));
        });
        return command;
    }
}
