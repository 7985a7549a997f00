namespace SurveyCalc.Tests.Demo;

/// <summary>One wave of the demo city: who answered, what, and how its file looks.</summary>
internal sealed record DemoWave(string Survey, int Year, DemoPeople People, IReadOnlyList<DemoQuestion> Questions, DemoLayout Layout)
{
    public string YearText => Year switch { 2019 => "令和元年度", 2020 => "令和2年度", _ => "令和3年度" };

    public string FileName => $"{Survey}_{YearText}.csv";
}
