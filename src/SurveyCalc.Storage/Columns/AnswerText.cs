using System.Numerics;
using System.Text.Json.Serialization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Storage.Columns;

/// <summary>
/// The distinct answers of a column as a JSON array, for the store and for people who query it:
/// <c>[{"Role":"Substantive","Choice":0},{"Role":"Substantive","Marks":[0,63]},{"Role":"NoAnswer"}]</c>. Choices and
/// marks are indexes into the question's choices, from 0.
/// </summary>
internal static class AnswerText
{
    public static string Write(IReadOnlyList<Answer> answers) => CanonicalJson.Write(answers.Select(Entry.Of));

    /// <exception cref="System.Text.Json.JsonException">The text is not such an array.</exception>
    public static IReadOnlyList<Answer> Read(string text) =>
        Array.ConvertAll(CanonicalJson.Read<Entry[]>(text), entry => entry.ToAnswer());

    /// <summary>An answer; members without content are left out.</summary>
    private sealed record Entry
    {
        public required AnswerRole Role { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int? Choice { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public int[]? Marks { get; init; }

        /// <summary>Kept with its trailing zeros, so that it comes back as it was.</summary>
        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public decimal? Number { get; init; }

        public static Entry Of(Answer answer) => new()
        {
            Role = answer.Role,
            Choice = answer.Choice >= 0 ? answer.Choice : null,
            Marks = answer.Marks != 0 ? BitsOf(answer.Marks) : null,
            Number = answer.Number != 0 || answer.Number.Scale != 0 ? answer.Number : null,
        };

        public Answer ToAnswer() => this switch
        {
            { Choice: int choice } => Answer.Chosen(choice, Role),
            { Marks: int[] marks } => Answer.Marked(marks.Aggregate(0UL, (set, bit) => set | 1UL << bit), Role),
            { Number: decimal number } => Answer.Of(number),
            _ => Answer.Of(Role),
        };

        private static int[] BitsOf(ulong set)
        {
            var bits = new int[BitOperations.PopCount(set)];
            for (var i = 0; i < bits.Length; i++, set &= set - 1) bits[i] = BitOperations.TrailingZeroCount(set);
            return bits;
        }
    }
}
