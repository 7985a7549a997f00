using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Computation;

namespace SurveyCalc.Benchmarks;

/// <summary>The result file that every tool of the comparison writes: one row per indicator, wave and cell.</summary>
internal sealed class PeerCsv(TextWriter writer)
{
    private const string Header =
        "indicator,wave,breakdown,cell,n_base,n_hit,p,ci_low,ci_high,weighted_base,weighted_hit,n_eff,wp,wci_low,wci_high,"
        + "diff,diff_low,diff_high,wdiff,wdiff_low,wdiff_high";

    /// <summary>Estimates and writes all waves, each against the one before.</summary>
    public static void Write(
        TextWriter writer, IReadOnlyList<(string Number, CodeBook CodeBook, IReadOnlyList<IndicatorTally> Tallies)> waves)
    {
        writer.Write(Header);
        writer.Write('\n');
        var csv = new PeerCsv(writer);
        IReadOnlyList<IndicatorTally>? previous = null;
        foreach (var (number, codeBook, tallies) in waves)
        {
            var codes = new Dictionary<(string, string), string>();
            for (var i = 0; i < tallies.Count; i++)
            {
                var (tally, before) = (tallies[i], previous?[i]);
                if (before is not null && (before.Indicator.Code, before.Cell) != (tally.Indicator.Code, tally.Cell))
                    throw new InvalidDataException("The waves have different cells.");
                csv.Row(tally, number, codeBook, codes, before is null ? null : PeerFigures.Of(before.Tally));
            }

            previous = tallies;
        }
    }

    public void Number(double? value)
    {
        writer.Write(',');
        if (value is { } number) writer.Write(number.ToString("R", CultureInfo.InvariantCulture));
    }

    private void Row(
        IndicatorTally tally, string wave, CodeBook codeBook, Dictionary<(string, string), string> codes, PeerFigures? before)
    {
        var (breakdown, label) = (tally.Cell.Breakdown, tally.Cell.Label);
        if (!codes.TryGetValue((breakdown, label), out var code))
            codes[(breakdown, label)] = code = tally.Cell.IsEverybody ? "all" : codeBook.Find(breakdown)!.Choices.Single(c => c.Label == label).Code;
        writer.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{tally.Indicator.Code},{wave},{(tally.Cell.IsEverybody ? "total" : breakdown)},{code},{tally.Tally.Base},{tally.Tally.Positive}"));
        var figures = PeerFigures.Of(tally.Tally);
        figures.WriteTo(this);
        figures.WriteChange(this, before);
        writer.Write('\n');
    }
}
