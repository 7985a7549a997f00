namespace SurveyCalc.Tests.Demo;

/// <summary>One choice of a question as the code book prints it.</summary>
/// <param name="Code">選択肢コード.</param>
/// <param name="Label">ラベル.</param>
/// <param name="Role">区分.</param>
internal sealed record DemoChoice(string Code, string Label, string Role = "有効")
{
    /// <summary>Choices with the codes 1, 2, 3 …</summary>
    public static IReadOnlyList<DemoChoice> Numbered(params string[] labels) =>
        [.. labels.Select((label, i) => new DemoChoice($"{i + 1}", label))];
}
