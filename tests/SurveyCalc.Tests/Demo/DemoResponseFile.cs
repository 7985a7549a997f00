using System.Text;

namespace SurveyCalc.Tests.Demo;

/// <summary>Writes the response file of a wave in its layout. Lines end in CRLF.</summary>
internal static class DemoResponseFile
{
    public static byte[] Bytes(DemoWave wave)
    {
        var layout = wave.Layout;
        var text = new StringBuilder();
        var headers = new List<string> { layout.IdColumn };
        headers.AddRange(wave.Questions.SelectMany(question => Columns(question, layout)));
        for (var row = 0; row < layout.HeaderRows; row++)
            WriteLine(text, layout, headers.Select((_, i) => HeaderCell(headers, i, row)));
        for (var i = 0; i < wave.People.Count; i++)
        {
            var cells = new List<string> { wave.People.Numbers[i].ToString("0000", null) };
            foreach (var question in wave.Questions) cells.AddRange(Cells(question, question.Answers[i], layout));
            WriteLine(text, layout, cells);
        }

        return layout.Encode(text.ToString());
    }

    private static IEnumerable<string> Columns(DemoQuestion question, DemoLayout layout) =>
        question.Kind == "MA" && layout.MarkSeparator is null
            ? question.Choices.Select(choice => layout.ChoiceColumn(question.Column, choice))
            : [question.Column];

    /// <summary>With two header rows the upper cell stands only above the first column of its block, as if merged.</summary>
    private static string HeaderCell(List<string> headers, int column, int row)
    {
        var parts = headers[column].Split('/');
        if (row > 0) return parts.Length > 1 ? parts[1] : "";
        return column > 0 && parts.Length > 1 && headers[column - 1].Split('/')[0] == parts[0] ? "" : parts[0];
    }

    private static IEnumerable<string> Cells(DemoQuestion question, DemoAnswer answer, DemoLayout layout)
    {
        if (question.Kind == "自由記述") return [answer.Text];
        if (question.Kind == "MA" && layout.MarkSeparator is null)
            return question.Choices.Select((choice, c) => answer.Values.Contains(c) ? layout.Mark ?? choice.Label : layout.Unmarked);
        if (answer == DemoAnswer.None) return [layout.NoAnswer];
        if (answer == DemoAnswer.NotAsked) return [layout.NotApplicable];
        if (question.Kind == "数値") return [$"{answer.Values[0]}"];
        var marks = answer.Values.Select(c => layout.WritesLabels ? question.Choices[c].Label : question.Choices[c].Code);
        return [string.Join(layout.MarkSeparator, marks) + (question.Kind == "MA" && layout.EndsWithSeparator ? layout.MarkSeparator : "")];
    }

    private static void WriteLine(StringBuilder text, DemoLayout layout, IEnumerable<string> cells) =>
        text.AppendJoin(layout.Delimiter, cells.Select(cell => DemoCsv.Quote(cell, layout.Delimiter))).Append("\r\n");
}
