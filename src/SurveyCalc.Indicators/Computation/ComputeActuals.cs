using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Computation;

/// <summary>Tallies → estimates, changes and verdicts → actuals. Pure.</summary>
public static class ComputeActuals
{
    /// <summary>Computes planned actuals, everybody and every cell that was tallied.</summary>
    /// <param name="definitions">Definitions in force.</param>
    /// <param name="planned">What to compute.</param>
    /// <param name="tallies">Tallies of every wave that <paramref name="planned"/> names, previous ones included.</param>
    /// <param name="at">When: part of the provenance, and its day decides which plan values are in force.</param>
    /// <returns>In the order of <paramref name="planned"/>; per entry everybody first.</returns>
    public static IReadOnlyList<Actual> Of(
        DefinitionSet definitions, IEnumerable<PlannedActual> planned, IReadOnlyList<WaveTallies> tallies, DateTimeOffset at)
    {
        var byWave = tallies.ToDictionary(t => t.Wave, t => new Counted(
            t.Tallies.ToLookup(x => (x.Indicator.Code, x.Indicator.ValidFrom)), t.NoFrameReason,
            new WaveSample(t.Respondents, definitions.PopulationOf(t.Wave)?.Count, t.RowOfId, t.StratumLabels), t.Excluded, t.DesignNotes));
        return [.. planned.SelectMany(p => Cells(definitions, p, byWave, at))];
    }

    private static IEnumerable<Actual> Cells(
        DefinitionSet definitions, PlannedActual planned,
        Dictionary<WaveKey, Counted> byWave, DateTimeOffset at)
    {
        var blank = Build(definitions, planned, at);
        if (planned.Wave.Bind(planned.Indicator, out var reason) is null)
        {
            yield return blank with { NoFigureReason = reason };
            yield break;
        }

        var now = byWave[planned.Wave.Wave];
        if (now.NoFrameReason.Length > 0)
        {
            yield return blank with { NoFigureReason = now.NoFrameReason, Change = NoFrame(planned.Previous, "今回の値がありません。") };
            yield break;
        }

        var settings = definitions.SettingsOf(planned.Indicator.Survey);
        var then = planned.Previous is null ? null : byWave[planned.Previous.Wave];
        var version = (planned.Indicator.Code, planned.Indicator.ValidFrom);
        var before = then?.Tallies[version].ToDictionary(t => t.Cell) ?? [];
        foreach (var tally in now.Tallies[version])
        {
            var current = SideOf(definitions, planned.Wave, now.Sample, tally, settings, out var noFigure);
            var previous = planned.Previous is not null && before.TryGetValue(tally.Cell, out var earlier)
                ? SideOf(definitions, planned.Previous, then!.Sample, earlier, settings, out _)
                : null;
            var target = tally.Cell.IsEverybody
                ? AssessTarget.Of(definitions, RegisterEntry.Of(planned.Indicator), planned.Wave.Wave.FiscalYear, JapaneseDay.Of(at), current.Figure)
                : null;
            yield return blank with
            {
                Cell = tally.Cell,
                Figure = current.Figure is { } figure ? figure with { Excluded = now.Excluded, DesignNotes = now.DesignNotes } : null,
                NoFigureReason = noFigure,
                Roles = tally.Roles,
                Change = then is { NoFrameReason.Length: > 0 } ? NoFrame(planned.Previous, $"{planned.Previous!.Wave.FiscalYear}の値がありません。")
                    : planned.Previous is not null && previous is null ? Missing(planned.Previous, tally.Cell)
                    : CompareWaves.Of(current, previous, ContinuityOf(definitions, planned, tally.Cell), settings),
                TargetText = target?.Target?.Text ?? "",
                TargetVerdict = target?.Verdict ?? TargetVerdict.NoTarget,
                Achievement = target?.Achievement,
            };
        }
    }

    private static CompareWaves.Side SideOf(
        DefinitionSet definitions, PlannedWave wave, WaveSample sample, IndicatorTally tally, SurveySettings settings, out string reason)
    {
        var population = definitions.PopulationOf(wave.Wave)?.Count;
        (var figure, reason) = EstimateFigure.Of(tally, settings, population);
        return new CompareWaves.Side(wave.Wave.FiscalYear, tally, figure, population, sample);
    }

    private static FindContinuity.Outcome ContinuityOf(DefinitionSet definitions, PlannedActual planned, BreakdownCell cell)
    {
        if (planned.Previous is null) return default;
        var found = FindContinuity.Of(planned.Indicator, cell, planned.Previous.CodeBook, planned.Since);
        return PlanActuals.HasNewRule(definitions, planned.Indicator, planned.Previous)
            ? found with { Note = $"算式が{planned.Indicator.ValidFrom}から変わったため({planned.Indicator.ChangeReason})、前回も新しい算式で計算し直して比べました。{found.Note}" }
            : found;
    }

    private static YearOverYear NoFrame(PlannedWave? previous, string reason) => previous is null
        ? new YearOverYear { Verdict = ChangeVerdict.NoEarlierWave }
        : new YearOverYear { Verdict = ChangeVerdict.NotComparable, Against = previous.Wave.FiscalYear, Reason = reason };

    private static YearOverYear Missing(PlannedWave previous, BreakdownCell cell) => new()
    {
        Verdict = ChangeVerdict.NotComparable,
        Against = previous.Wave.FiscalYear,
        Reason = cell.IsEverybody
            ? $"{previous.Wave.FiscalYear}の符号表に、この指標の算式を当てはめられません。"
            : $"{previous.Wave.FiscalYear}の調査には、この区分がありません。",
    };

    private static Actual Build(DefinitionSet definitions, PlannedActual planned, DateTimeOffset at) => new()
    {
        Indicator = planned.Indicator.Code,
        Wave = planned.Wave.Wave,
        Fingerprint = planned.Fingerprint,
        Roles = default,
        Change = new YearOverYear { Verdict = ChangeVerdict.NoEarlierWave },
        TargetVerdict = TargetVerdict.NoFigure,
        Provenance = new Provenance
        {
            FileName = planned.Wave.Source.FileName,
            FileSha256 = planned.Wave.Source.FileSha256,
            SnapshotHash = planned.Wave.Source.SnapshotHash,
            CodeBookHash = planned.Wave.Source.CodeBookHash,
            IndicatorHash = DefinitionItems.Of(planned.Indicator).Hash,
            SettingsHash = DefinitionItems.Of(definitions.SettingsOf(planned.Indicator.Survey)).Hash,
            PopulationTableHashes = string.Join(' ', PlanActuals.TablesOf(definitions, planned.Wave).Select(t => DefinitionItems.Of(t).Hash)),
            PreviousSnapshotHash = planned.Previous?.Source.SnapshotHash ?? "",
            EngineVersion = EngineVersion.Current,
            ComputedAt = at,
        },
    };

    private sealed record Counted(
        ILookup<(string Code, FiscalYear? From), IndicatorTally> Tallies, string NoFrameReason, WaveSample Sample, long? Excluded, string? DesignNotes);
}
