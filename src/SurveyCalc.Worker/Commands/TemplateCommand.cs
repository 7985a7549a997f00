using System.CommandLine;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>template</c>: writes definition files to start from.</summary>
internal sealed class TemplateCommand(Terminal terminal)
{
    public Command Create()
    {
        var folder = new Argument<string>("フォルダー") { Description = "書き出す先。定義ファイルがすでにあれば書かない。" };
        var command = new Command("template", "定義ファイルのひな形(記入例つき)を書き出す。Excelで開いて直せます。") { folder };
        command.SetAction(parsed =>
        {
            foreach (var path in DefinitionTemplates.Write(parsed.GetRequiredValue(folder))) terminal.Out.WriteLine(Path.GetFullPath(path));
            return ExitCode.Done;
        });
        return command;
    }
}
