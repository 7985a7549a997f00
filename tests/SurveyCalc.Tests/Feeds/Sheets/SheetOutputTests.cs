using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SurveyCalc.Indicators.Actuals;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Feeds.Sheets;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Tests.Feeds.Sheets;

/// <summary>The page, the workbook and the table that come out.</summary>
public sealed class SheetOutputTests
{
    private static readonly IndicatorSheet Dangerous = SheetSample.Build(
        new DefinitionSet
        {
            Register =
            [
                SheetSample.Entry("A") with
                {
                    Code = "A", Name = SheetSample.Hostile, Policy = SheetSample.Hostile, Measure = SheetSample.Hostile, Plan = SheetSample.Hostile,
                    Reason = SheetSample.Hostile, PrintedFormula = SheetSample.Hostile, Owner = SheetSample.Hostile, Related = [SheetSample.Hostile], Notes = SheetSample.Hostile,
                },
            ],
            Targets = [new Target("A", null, SheetSample.Hostile, null), new Target("A", new FiscalYear(2021), "+1,234.50", 1234.50m), new Target("A", SheetSample.Evaluated, "76.1%", 76.1m)],
            EnteredActuals = [new EnteredActual("A", new FiscalYear(2021), SheetSample.Hostile, Status.Final, SheetSample.Hostile)],
        },
        SheetSample.Row("A", 2022, 55.0m, Status.Preliminary));

    [Fact]
    public void The_page_is_well_formed_encoded_and_needs_nothing_from_outside()
    {
        var html = SheetHtml.Write([Dangerous, Dangerous]);
        var page = XDocument.Parse(html);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
        Assert.DoesNotContain(page.Descendants().Attributes(), a => a.Name.LocalName is "src" or "href" or "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Contains(page.Descendants("td"), td => td.Value == SheetSample.Hostile.Replace('\u0001', '\uFFFD'));
    }

    [Fact]
    public void Every_header_cell_says_what_it_heads_and_every_table_has_a_caption()
    {
        var page = XDocument.Parse(SheetHtml.Write([Dangerous]));
        Assert.Equal("ja", page.Root!.Attribute("lang")!.Value);
        Assert.All(page.Descendants("th"), th => Assert.Contains(th.Attribute("scope")?.Value, new[] { "col", "row" }));
        Assert.All(page.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.All(page.Descendants("svg"), svg => Assert.All(svg.Attribute("aria-labelledby")!.Value.Split(' '), id => Assert.Contains(svg.Elements(), e => e.Attribute("id")?.Value == id)));
        Assert.Contains("@page { size: A4 landscape;", page.Descendants("style").Single().Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_workbook_has_numbers_as_numbers_with_their_printed_decimals()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWorkbook.Write([Dangerous])), false);
        var cells = Cells(book, 0);
        var numbers = cells.Where(c => c.DataType is null && c.CellValue is not null).Select(c => (c.CellValue!.Text, Format(book, c))).ToList();
        Assert.Equal([("1234.50", "\"+\"#,##0.00"), ("76.1", "0.0\"%\""), ("55.0", "0.0")], numbers);
        Assert.Empty(book.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<CellFormula>()));
    }

    [Fact]
    public void The_workbook_keeps_the_words_of_a_plan_value_and_texts_that_a_number_cell_could_not_wrap()
    {
        const string tooWide = "70.5%以上/取組期間の各年度における速報の値";
        var sheet = SheetSample.Build(new DefinitionSet
        {
            Register = [SheetSample.Entry("A")],
            Targets = [new Target("A", new FiscalYear(2021), "70.5%以上", 70.5m), new Target("A", SheetSample.Evaluated, tooWide, 70.5m)],
        });
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWorkbook.Write([sheet])), false);
        var cells = Cells(book, 0);
        Assert.Equal(("70.5", "0.0\"%以上\""), cells.Where(c => c.CellValue is not null).Select(c => (c.CellValue!.Text, Format(book, c))).Single());
        Assert.Contains(cells, c => c.InlineString?.InnerText == tooWide);
    }

    [Fact]
    public void A_bare_number_of_a_measure_is_named_with_the_word_behind_it()
    {
        var sheet = SheetSample.Build(new DefinitionSet { Register = [SheetSample.Entry("A", "(2) 事務事業の見直し ／④行政評価の活用")] });
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWorkbook.Write([sheet])), false);
        Assert.Equal("(2) 事務事業の見直し", book.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Single().Name!.Value);
        Assert.Equal("成果指標シート(令和4年度評価) (2) 事務事業の見直し", XDocument.Parse(SheetHtml.Write([sheet])).Descendants("h1").Single().Value);
    }

    [Fact]
    public void Texts_like_formulas_are_texts_and_stay_so()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWorkbook.Write([Dangerous])), false);
        var dangerous = Cells(book, 0).Where(c => c.InlineString?.InnerText.StartsWith('=') == true).ToList();
        Assert.True(dangerous.Count >= 6, $"{dangerous.Count}");
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().ToList();
        Assert.All(dangerous, c => Assert.True(c.DataType!.Value == CellValues.InlineString && formats[(int)c.StyleIndex!.Value].QuotePrefix!.Value));
    }

    [Fact]
    public void The_workbook_prints_on_A4_landscape_one_page_wide_with_its_head_repeated()
    {
        using var book = SpreadsheetDocument.Open(new MemoryStream(SheetWorkbook.Write([Dangerous, SheetSample.Planned()])), false);
        var names = book.WorkbookPart!.Workbook.DefinedNames!.Elements<DefinedName>().ToList();
        var sheets = book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ToList();
        Assert.Equal("施策1-5", sheets[1].Name!.Value);
        Assert.All(sheets, s => Assert.True(s.Name!.Value!.Length <= 31 && s.Name.Value.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\', '\'']) < 0, s.Name.Value));
        foreach (var (i, part) in sheets.Select(s => (WorksheetPart)book.WorkbookPart.GetPartById(s.Id!.Value!)).Index())
        {
            var setup = part.Worksheet.Elements<PageSetup>().Single();
            Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
            Assert.True(part.Worksheet.SheetProperties!.PageSetupProperties!.FitToPage!.Value);
            var last = part.Worksheet.Descendants<Cell>().Last().CellReference!.Value!;
            var letters = last.TrimEnd([.. "0123456789"]);
            Assert.EndsWith($"!$A$1:${letters}${last[letters.Length..]}", names.Single(n => n.Name == "_xlnm.Print_Area" && n.LocalSheetId! == (uint)i).Text, StringComparison.Ordinal);
            Assert.EndsWith("!$1:$4", names.Single(n => n.Name == "_xlnm.Print_Titles" && n.LocalSheetId! == (uint)i).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_sheets_give_the_same_bytes()
    {
        Assert.Equal(SheetWorkbook.Write([Dangerous, Dangerous]), SheetWorkbook.Write([Dangerous, Dangerous]));
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(SheetWorkbook.Write([Dangerous])));
        Assert.All(zip.Entries, e => Assert.Equal(1980, e.LastWriteTime.Year));
    }

    [Fact]
    public void The_table_has_one_value_a_cell_and_both_calendars()
    {
        var lines = SheetCsv.Write([SheetSample.Planned(SheetSample.Row("A", 2020, 51.0m) with { Plan = "50" })]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var heads = lines[0].Split(',');
        var rows = lines.Skip(1).Select(l => heads.Zip(l.Split(',')).ToDictionary(p => p.First, p => p.Second)).ToList();
        Assert.All(lines, l => Assert.Equal(heads.Length, l.Split(',').Length));
        var actual = rows.Single(r => r["種別"] == "実績" && r["年度(西暦)"] == "2020");
        Assert.Equal(("令和2年度", "51.0", "数値", "確定", "900", "48", "54", "%"), (actual["年度"], actual["値"], actual["値の種類"], actual["状態"], actual["n"], actual["信頼区間下限"], actual["信頼区間上限"], actual["単位"]));
        Assert.Equal(["未入力", "未入力"], rows.Where(r => r["種別"] == "実績" && r["年度(西暦)"] is "2021" or "2022").Where(r => r["種別"] == "実績").Select(r => r["値の種類"]));
        Assert.Equal("48.0", rows.Single(r => r["種別"] == "計画策定時")["印刷された値"]);
        Assert.Equal(["2020", "2021", "2022", "2023"], rows.Where(r => r["種別"] == "計画").Select(r => r["年度(西暦)"]));
        Assert.Equal("高いほど良い", rows[0]["向き"].ToString(CultureInfo.InvariantCulture));
    }

    private static List<Cell> Cells(SpreadsheetDocument book, int sheet) =>
        [.. ((WorksheetPart)book.WorkbookPart!.GetPartById(book.WorkbookPart.Workbook.Sheets!.Elements<Sheet>().ElementAt(sheet).Id!.Value!)).Worksheet.Descendants<Cell>()];

    private static string Format(SpreadsheetDocument book, Cell cell)
    {
        var styles = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet;
        var id = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)cell.StyleIndex!.Value).NumberFormatId!.Value;
        return styles.NumberingFormats!.Elements<NumberingFormat>().Single(f => f.NumberFormatId!.Value == id).FormatCode!.Value!;
    }
}
