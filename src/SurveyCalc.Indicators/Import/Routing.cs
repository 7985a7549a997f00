using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Who was asked what (対象条件). A respondent is asked a question exactly when the answer to its source question is one of
/// the condition's choices; when the source is 無回答, 無効 or itself 非該当, the respondent counts as not asked. What stands
/// there then becomes 非該当: silently when it is blank or invalid, with a warning when it is an answer.
/// </summary>
internal sealed class Routing
{
    private readonly List<Rule> rules = [];

    /// <summary>Binds the conditions of a code book; a condition that cannot be bound goes to the log.</summary>
    /// <param name="questions">Questions in the order of the row's answers.</param>
    public Routing(
        IReadOnlyList<Question> questions,
        IReadOnlyList<(QuestionCoder Coder, AnswerColumnBuilder Answers, int Column)> coded,
        string file,
        ProblemLog log)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < questions.Count; i++) positions.TryAdd(LabelText.Normalize(questions[i].Id), i);
        var sources = new int[questions.Count];
        for (var i = 0; i < questions.Count; i++)
        {
            sources[i] = -1;
            if (questions[i].AskedIf is not { } condition) continue;
            if (!positions.TryGetValue(LabelText.Normalize(condition.Question), out var source))
            {
                log.Add(ImportProblems.UnknownCondition(file, questions[i].Id, condition.ToString(), condition.Question));
                continue;
            }

            if (condition.Choices.FirstOrDefault(choice => questions[source].FindChoice(choice) < 0) is { } missing)
            {
                log.Add(ImportProblems.UnknownCondition(file, questions[i].Id, condition.ToString(), missing));
                continue;
            }

            sources[i] = source;
        }

        var done = new HashSet<int>();
        for (var i = 0; i < questions.Count; i++)
        {
            // The source comes first, so that a question behind an unasked question is unasked too.
            var chain = new Stack<int>();
            for (var at = i; sources[at] >= 0 && !done.Contains(at); at = sources[at])
            {
                if (chain.Contains(at))
                {
                    log.Add(ImportProblems.CircularCondition(file, questions[at].Id));
                    return;
                }

                chain.Push(at);
            }

            foreach (var target in chain)
            {
                done.Add(target);
                var condition = questions[target].AskedIf!;
                var choices = condition.Choices.Select(questions[sources[target]].FindChoice).ToArray();
                rules.Add(new Rule(
                    sources[target], coded[sources[target]].Answers, choices, target, coded[target].Answers, coded[target].Column,
                    coded[target].Answers.Intern(coded[target].Coder.WithoutContent(AnswerRole.NotApplicable)),
                    ImportProblems.NotAsked(file, condition.ToString())));
            }
        }
    }

    /// <summary>Puts 非該当 where the respondent was not asked.</summary>
    /// <param name="answers">Ids of the row's answers.</param>
    public void Apply(Span<int> answers, RowFindings row)
    {
        foreach (var rule in rules)
        {
            if (rule.IsAsked(answers[rule.Source])) continue;
            var answer = rule.TargetAnswers[answers[rule.Target]];
            if (IsContent(answer)) row.Remark(rule.NotAsked, rule.Column);
            answers[rule.Target] = rule.NotApplicable;
        }
    }

    private static bool IsContent(Answer answer) =>
        answer.Role is AnswerRole.DontKnow || (answer.Role is AnswerRole.Substantive && answer != Answer.Marked(0, AnswerRole.Substantive));

    private sealed record Rule(
        int Source,
        AnswerColumnBuilder SourceAnswers,
        int[] Choices,
        int Target,
        AnswerColumnBuilder TargetAnswers,
        int Column,
        int NotApplicable,
        ImportProblem NotAsked)
    {
        private readonly List<bool?> asked = [];

        public bool IsAsked(int source)
        {
            while (asked.Count <= source) asked.Add(null);
            return asked[source] ??= Array.Exists(Choices, SourceAnswers[source].Has);
        }
    }
}
