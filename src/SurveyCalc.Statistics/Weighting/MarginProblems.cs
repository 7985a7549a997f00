namespace SurveyCalc.Statistics;

/// <summary>What does not fit between respondents and population tables, before anything is computed.</summary>
internal static class MarginProblems
{
    public static List<CalibrationProblem> Of(IReadOnlyList<CalibrationMargin> margins)
    {
        List<CalibrationProblem> problems = [];
        for (var m = 0; m < margins.Count; m++)
        {
            var population = margins[m].Population;
            var respondents = new long[population.Count];
            long unknown = 0;
            foreach (var category in margins[m].Categories.Span)
            {
                if (category >= 0 && category < respondents.Length)
                    respondents[category]++;
                else
                    unknown++;
            }

            if (unknown > 0)
                problems.Add(new(CalibrationProblemKind.UnknownCategory, m, -1, unknown, 0));
            if (margins[m].Total != margins[0].Total)
                problems.Add(new(CalibrationProblemKind.TotalsDiffer, m, -1, margins[m].Total, margins[0].Total));
            for (var category = 0; category < respondents.Length; category++)
            {
                if (population[category] > 0 && respondents[category] == 0)
                    problems.Add(new(CalibrationProblemKind.EmptyCategory, m, category, 0, population[category]));
                if (population[category] == 0 && respondents[category] > 0)
                    problems.Add(new(CalibrationProblemKind.NoPopulation, m, category, respondents[category], 0));
            }
        }

        return problems;
    }
}
