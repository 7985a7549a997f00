using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Explanations;

/// <summary>
/// Explains one revision of an actual from what is stored (実績の説明). Every count is made again from the rows and must
/// agree with the stored figure; what the one gate withholds is withheld here too.
/// </summary>
public sealed class ExplainActual(IStore store)
{
    /// <summary>Explains.</summary>
    /// <param name="indicator">Indicator code.</param>
    /// <param name="year">Fiscal year.</param>
    /// <param name="survey">Needed only when the indicator has changed its survey within the year.</param>
    /// <param name="revision">Null for the latest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OperatorException">
    /// There is no such indicator, year or revision; or the database is damaged: a version is missing, or the stored answers
    /// do not give the stored figure.
    /// </exception>
    public async Task<Explanation> RunAsync(
        string indicator, FiscalYear year, string? survey, int? revision, CancellationToken cancellation)
    {
        var definitions = DefinitionItems.ToSet(await store.GetDefinitionsAsync(cancellation));
        var actuals = await store.GetActualsAsync(allRevisions: true, cancellation);
        var rows = ActualFeed.Rows(actuals, definitions);
        if (actuals.All(a => a.Indicator != indicator) && definitions.EnteredActuals.Any(a => a.Indicator == indicator)) throw ExplanationWords.OnlyEntered(indicator);
        var actual = Choose(actuals, indicator, year, survey, revision);
        var row = rows[Enumerable.Range(0, actuals.Count).First(i => ReferenceEquals(actuals[i], actual))];
        var source = await RevisionSource.ReadAsync(store, actual, definitions, cancellation);
        var isWithheld = actual.Figure is not null && row.Value is null;
        var counted = isWithheld ? null : await source.CountAsync(store, cancellation);
        var question = source.CodeBook.Find(source.Indicator.Question);
        return new Explanation
        {
            Indicator = indicator,
            Name = source.Indicator.Name,
            PrintedFormula = source.Indicator.PrintedFormula,
            Rule = source.Rule?.InJapanese(),
            Unit = source.Indicator.Unit,
            IsRatio = source.Indicator.Rule.IsRatio,
            IsPercent = source.Indicator.Rule.IsPercent,
            Actual = row with { Name = source.Indicator.Name, Unit = source.Indicator.Unit },
            By = actual.By,
            ApprovedBy = actual.ApprovedBy,
            Why = actual.Why,
            Question = source.Indicator.Question,
            QuestionText = question?.Text ?? "",
            QuestionKind = question?.Kind,
            Condition = source.Rule?.Condition?.ToString(),
            Answers = source.Rule is null ? [] : CountAnswers.Of(source.Rule, counted),
            SnapshotHash = actual.Provenance.SnapshotHash,
            SettingsHash = actual.Provenance.SettingsHash,
            PreviousSnapshotHash = actual.Provenance.PreviousSnapshotHash,
            ReceivedAt = source.Header?.Upload.ReceivedAt,
            IsWithheld = isWithheld,
            NoCountsReason = isWithheld ? row.NoValueReason : counted is null ? WhyNotCounted(source) : null,
            Counts = counted is null ? null : CountsOf(counted),
            Weights = isWithheld ? null : WeightsOf(source, counted),
        };
    }

    internal static string WhyNotCounted(RevisionSource source) =>
        source.Header is null ? ExplanationWords.AnswersGone : ExplanationWords.NotCounted(source.Actual.NoFigureReason);

    private static Actual Choose(IReadOnlyList<Actual> actuals, string indicator, FiscalYear year, string? survey, int? revision)
    {
        var ofIndicator = actuals.Where(a => a.Indicator == indicator).ToList();
        if (ofIndicator.Count == 0) throw ExplanationWords.UnknownIndicator(indicator, actuals.Select(a => a.Indicator).Distinct());
        var found = ofIndicator.Where(a => a.Wave.FiscalYear == year && (survey is null || a.Wave.Survey == survey)).ToList();
        if (found.Count == 0) throw ExplanationWords.NoActual(indicator, year, ofIndicator.Select(a => a.Wave.FiscalYear).Distinct().Order());
        var surveys = found.Select(a => a.Wave.Survey).Distinct().ToList();
        if (surveys.Count > 1) throw ExplanationWords.SeveralSurveys(indicator, year, surveys);
        var latest = found.MaxBy(a => a.Revision)!;
        return revision is null ? latest : found.Find(a => a.Revision == revision) ?? throw ExplanationWords.NoRevision(latest, revision.Value);
    }

    private static ExplainedCounts CountsOf(RevisionSource.CountedRows counted)
    {
        var (count, tally) = (counted.Count, counted.Count.Tally);
        var rowsOf = Enum.GetValues<RowUse>().ToDictionary(use => use, use => (IReadOnlyList<int>)
            [.. Enumerable.Range(0, count.Uses.Length).Where(i => count.Uses[i] == use).Select(i => counted.RowNumbers[i]).Order()]);
        return new ExplainedCounts
        {
            Respondents = count.Uses.Length,
            Numerator = tally.Positive,
            Denominator = tally.Base,
            Dividend = CountAnswers.Exact(tally.Wy, tally.WeightDecimals + tally.ScoreDecimals),
            Divisor = CountAnswers.Exact(tally.Wx, tally.WeightDecimals),
            NumeratorRows = rowsOf[RowUse.Numerator],
            DenominatorRows = [.. rowsOf[RowUse.Numerator].Concat(rowsOf[RowUse.DenominatorOnly]).Order()],
            LeftOut = [.. rowsOf.Where(r => r.Key > RowUse.DenominatorOnly && r.Value.Count > 0).OrderBy(r => r.Key).Select(r => new ExplainedRows(
                r.Key, r.Key.InJapanese(), r.Value.Count,
                counted.Frame is null || r.Key is RowUse.ExcludedByWeighting ? null : CountAnswers.Exact(count.WeightOf(r.Key), count.WeightDecimals),
                r.Value))],
        };
    }

    private static ExplainedWeights? WeightsOf(RevisionSource source, RevisionSource.CountedRows? counted)
    {
        var (settings, figure) = (source.Settings, source.Actual.Figure);
        if (counted is null ? figure?.SmallestWeight is null : counted.Frame is null) return null;
        var excluded = counted?.Count.CountOf(RowUse.ExcludedByWeighting);
        return new ExplainedWeights(
            DefinitionWords.Samples.WordOf(settings.Design.Kind),
            settings.Weighting is { } weighting ? DefinitionWords.Weightings.WordOf(weighting.Method) : DefinitionWords.NoWeighting,
            [.. settings.Weighting?.Margins.Select(m => m.ToString()) ?? []],
            figure?.SmallestWeight, figure?.LargestWeight, figure?.EffectiveN, figure?.KishEffectiveN, figure?.DesignEffect,
            excluded, excluded > 0 ? ExplanationWords.Excluded(Weighting.BuildWaveFrame.QuestionsOf(settings)) : null,
            counted?.Frame?.Notes ?? []);
    }
}
