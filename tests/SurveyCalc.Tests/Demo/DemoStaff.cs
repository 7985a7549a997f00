namespace SurveyCalc.Tests.Demo;

/// <summary>The three waves of the staff survey (職員意識調査), nearly a census of some 440 people.</summary>
internal static class DemoStaff
{
    public static IReadOnlyList<DemoWave> Waves { get; } = [Wave(2019), Wave(2020), Wave(2021)];

    private static DemoWave Wave(int year)
    {
        // Seed: the year and 2 for this survey.
        var random = new DemoCityRandom((ulong)year * 10 + 2);
        var (count, sent) = year switch { 2019 => (352, 431), 2020 => (348, 438), _ => (361, 445) };
        var people = new DemoPeople(count, sent, random);
        var form = new DemoStaffForm(year, people, new DemoDealer(people, random));
        return new DemoWave("職員意識調査", year, people, [.. form.Questions()], Layout(year));
    }

    private static DemoLayout Layout(int year) => year switch
    {
        2019 => new() { CodePage = 932, IdColumn = "No", NoAnswer = "9", Mark = "○", Unmarked = "", ListsNoAnswer = true },
        2020 => new() { WritesBom = true, Delimiter = '\t', IdColumn = "ID", WritesLabels = true, MarkSeparator = ";", EndsWithSeparator = true },
        _ => new() { Delimiter = ';', IdColumn = "ID", NoAnswer = "-1", MarkSeparator = "," },
    };
}
