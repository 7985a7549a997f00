using System.Globalization;
using System.Text;
using SurveyCalc.Worker.Commands;
using SurveyCalc.Worker.Output;

CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("ja-JP");
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await new CommandLine(Terminal.OfProcess()).RunAsync(args, CancellationToken.None);
