namespace SurveyCalc.Tests.Demo;

/// <summary>The three waves of the citizens' survey (市民意識調査).</summary>
internal static class DemoCitizens
{
    public static IReadOnlyList<DemoWave> Waves { get; } = [Wave(2019), Wave(2020), Wave(2021)];

    private static DemoWave Wave(int year)
    {
        // Seed: the year and 1 for this survey.
        var random = new DemoCityRandom((ulong)year * 10 + 1);
        var people = new DemoPeople(year switch { 2019 => 1043, 2020 => 1012, _ => 987 }, 2500, random);
        var form = new DemoCitizenForm(year, people, new DemoDealer(people, random));
        return new DemoWave("市民意識調査", year, people, [.. form.Questions()], Layout(year));
    }

    private static DemoLayout Layout(int year) => year switch
    {
        2019 => new() { CodePage = 932, HeaderRows = 2, IdColumn = "整理番号", WritesLabels = true, Mark = null, Unmarked = "" },
        2020 => new() { WritesBom = true, IdColumn = "ID", NoAnswer = "99", NotApplicable = "88" },
        _ => new() { IdColumn = "整理番号", WritesLabels = true, NoAnswer = "無回答", NotApplicable = "非該当", MarkSeparator = ";" },
    };
}
