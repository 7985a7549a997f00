using System.CommandLine;
using SurveyCalc.Statistics;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>compare</c>: calculator for the change between two proportions.</summary>
internal sealed class CompareCommand(Terminal terminal)
{
    public Command Create()
    {
        var positive = new Option<long>("--positive") { Description = "今回の分子。", Required = true, HelpName = "人数" };
        var valid = new Option<long>("--valid") { Description = "今回の分母(n)。", Required = true, HelpName = "人数" };
        var population = new Option<long?>("--population") { Description = "今回の母集団の数(N)。", HelpName = "人数" };
        var previousPositive = new Option<long>("--previous-positive") { Description = "前回の分子。", Required = true, HelpName = "人数" };
        var previousValid = new Option<long>("--previous-valid") { Description = "前回の分母(n)。", Required = true, HelpName = "人数" };
        var previousPopulation = new Option<long?>("--previous-population") { Description = "前回の母集団の数(N)。", HelpName = "人数" };
        var method = new Option<string>("--method") { Description = "区間の方法。all ですべて。", DefaultValueFactory = _ => "newcombe" }
            .AcceptOnlyFromAmong([.. MethodNames.Difference.Select(m => m.Name), "all"]);
        var (level, format) = (CommonOptions.Level(), CommonOptions.Format());
        var command = new Command("compare", "二つの割合の差(前回差)とその信頼区間を計算し、差があるといえるかを判定する。")
        {
            positive, valid, population, previousPositive, previousValid, previousPopulation, level, method, format,
        };
        command.SetAction(parsed =>
        {
            var now = Sample.Of(parsed.GetRequiredValue(positive), parsed.GetRequiredValue(valid), parsed.GetValue(population), "今回の");
            var then = Sample.Of(parsed.GetRequiredValue(previousPositive), parsed.GetRequiredValue(previousValid), parsed.GetValue(previousPopulation), "前回の");
            var confidence = new Level(parsed.GetRequiredValue(level));
            var chosen = parsed.GetRequiredValue(method);
            var table = new CalculatorTable(["方法", "差", "下限", "上限", "z", "p値", "判定"]);
            foreach (var (name, m) in MethodNames.Difference.Where(x => chosen == "all" || x.Name == chosen))
            {
                var change = DifferenceEstimate.Of(now.Tally, now.Population, then.Tally, then.Population, m, confidence).Value;
                var tested = change.Test.TryGet(out var test);
                table.Add(name, change.Difference, change.Interval.TryGet(out var i) ? i.Lower : null, change.Interval.IsEstimable ? i.Upper : null,
                    tested ? test.Statistic : null, tested ? test.PValue : null, VerdictOf(change));
            }

            table.Write(terminal, parsed.GetValue(format));
            return ExitCode.Done;
        });
        return command;
    }

    private static string VerdictOf(Change change) => !change.Interval.IsEstimable ? "判定できない"
        : !change.ExcludesZero ? "差があるとはいえない"
        : change.Difference > 0 ? "上昇した" : "低下した";
}
