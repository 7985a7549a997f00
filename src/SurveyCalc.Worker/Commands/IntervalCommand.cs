using System.CommandLine;
using System.Globalization;
using SurveyCalc.Statistics;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>interval</c>: calculator for one proportion.</summary>
internal sealed class IntervalCommand(Terminal terminal)
{
    public Command Create()
    {
        var positive = new Option<long>("--positive") { Description = "分子: あてはまる回答者の数。", Required = true, HelpName = "人数" };
        var valid = new Option<long>("--valid") { Description = "分母: 有効な回答者の数(n)。", Required = true, HelpName = "人数" };
        var population = new Option<long?>("--population") { Description = "母集団の数(N)。付けると有限母集団修正をする。", HelpName = "人数" };
        var method = new Option<string>("--method") { Description = "区間の方法。all ですべて。", DefaultValueFactory = _ => "wilson" }
            .AcceptOnlyFromAmong([.. MethodNames.Proportion.Select(m => m.Name), "all"]);
        var (level, format) = (CommonOptions.Level(), CommonOptions.Format());
        var command = new Command("interval", "割合とその信頼区間、標本誤差を計算する。") { positive, valid, population, level, method, format };
        command.SetAction(parsed =>
        {
            var sample = Sample.Of(parsed.GetRequiredValue(positive), parsed.GetRequiredValue(valid), parsed.GetValue(population), "");
            var confidence = new Level(parsed.GetRequiredValue(level));
            var chosen = parsed.GetRequiredValue(method);
            var table = new CalculatorTable(["方法", "割合", "下限", "上限", "標準誤差", "有効標本サイズ"]);
            foreach (var (name, m) in MethodNames.Proportion.Where(x => chosen == "all" || x.Name == chosen))
            {
                var found = ProportionEstimate.Of(sample.Tally, m, confidence, sample.Population).Value;
                table.Add(name, found.Value, found.Interval.TryGet(out var i) ? i.Lower : null, found.Interval.IsEstimable ? i.Upper : null,
                    found.StandardError.TryGet(out var se) ? se : null, found.EffectiveN.TryGet(out var n) ? n : null);
            }

            table.Write(terminal, parsed.GetValue(format));
            if (parsed.GetValue(format) is OutputFormat.Table) WriteSamplingErrors(sample);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>The printed 標本誤差 under the conventions in use, so that a planner can match the one of an old report.</summary>
    private void WriteSamplingErrors(Sample sample)
    {
        var ratio = sample.Tally.Ratio;
        terminal.Out.WriteLine("標本誤差(報告書の式):");
        Line("±1.96√(p(1-p)/n)", SamplingErrorConvention.SimpleRandom, null);
        if (sample.Population is null) return;
        Line("±1.96√((N-n)/(N-1)・p(1-p)/n)", SamplingErrorConvention.FinitePopulation, sample.Population);
        Line("±2√(2・(N-n)/(N-1)・p(1-p)/n) 層化二段", SamplingErrorConvention.TwoStageStratified, sample.Population);

        void Line(string formula, SamplingErrorConvention convention, long? population)
        {
            var margin = SamplingError.Margin(ratio, sample.Tally.Base, population, convention);
            terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {formula}: ±{margin * 100:F2}ポイント"));
        }
    }
}
