using SurveyCalc.Indicators;
using SurveyCalc.Statistics;

namespace SurveyCalc.Worker.Commands;

/// <summary>A checked pair of counts from the command line.</summary>
/// <param name="Tally">The counts.</param>
/// <param name="Population">N, or null.</param>
internal sealed record Sample(Tally Tally, long? Population)
{
    /// <param name="positive">Numerator.</param>
    /// <param name="valid">Denominator.</param>
    /// <param name="population">N, or null.</param>
    /// <param name="which">「前回の」 or empty, for messages.</param>
    /// <exception cref="OperatorException">The counts do not fit each other.</exception>
    public static Sample Of(long positive, long valid, long? population, string which)
    {
        if (valid < 1) throw new OperatorException($"{which}分母(有効な回答者の数)は1以上にしてください(指定: {valid})。");
        if (positive < 0 || positive > valid) throw new OperatorException($"{which}分子は0以上、分母({valid})以下にしてください(指定: {positive})。");
        if (population < valid) throw new OperatorException($"{which}母集団の数({population})は分母({valid})以上にしてください。");
        return new Sample(Tally.OfCounts(valid, positive, valid), population);
    }
}
