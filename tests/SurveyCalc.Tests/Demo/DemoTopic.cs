namespace SurveyCalc.Tests.Demo;

/// <summary>One line of a grid of scale questions, with its counts per wave.</summary>
/// <param name="Id">Stable question id (設問).</param>
/// <param name="Title">Text of the line.</param>
/// <param name="R1">令和元年度; null when it was not asked.</param>
/// <param name="R2">令和2年度.</param>
/// <param name="R3">令和3年度.</param>
/// <param name="AgeTilt">How much more content each older age group is; the counts stay what they are.</param>
/// <param name="WeakDistrict">Position of the district (of the staff: the department) that is less content, or -1.</param>
internal sealed record DemoTopic(
    string Id,
    string Title,
    DemoTally? R1,
    DemoTally? R2,
    DemoTally? R3,
    int AgeTilt = 0,
    int WeakDistrict = -1)
{
    public DemoTally? In(int year) => year switch { 2019 => R1, 2020 => R2, _ => R3 };
}
