using System.Globalization;
using DocumentFormat.OpenXml.Spreadsheet;
using SurveyCalc.Indicators.Feeds;
using SurveyCalc.Indicators.Feeds.Sheets;
using static SurveyCalc.Worker.Output.WorkbookStyles;

namespace SurveyCalc.Worker.Output;

/// <summary>
/// One 施策 as a worksheet in the form of the printed documents: A4 landscape, one page wide, its first rows repeated on
/// every page. Rows have explicit heights, since a spreadsheet does not fit merged cells by itself.
/// </summary>
internal sealed class SheetPage
{
    private const int HeadRows = 4;
    private const double HeadWidth = 13;
    private const double BaselineWidth = 12;
    private const double KindWidth = 13;
    private const double NotesWidth = 120;
    private const double LineHeight = 16;
    private const int LeastYears = 4;
    private const int LongestText = 32_000;
    private readonly IndicatorSheet sheet;
    private readonly WorkbookStyles styles;
    private readonly SheetData data = new();
    private readonly MergeCells merges = new();
    private readonly RowBreaks breaks = new();
    private readonly int columns;
    private readonly double yearWidth;
    private int rows;

    /// <summary>What a cell holds: a text, or a number with its format.</summary>
    private readonly record struct Content(string Text, decimal? Number = null, string Format = "")
    {
        public static implicit operator Content(string? text) => new(text ?? "");
    }

    public SheetPage(IndicatorSheet sheet, WorkbookStyles styles)
    {
        (this.sheet, this.styles) = (sheet, styles);
        columns = 3 + Math.Max(LeastYears, sheet.Years.Count);
        yearWidth = Math.Max(14, (NotesWidth - HeadWidth - BaselineWidth - KindWidth) / (columns - 3));
        Head();
        foreach (var (number, indicator) in sheet.Indicators.Index()) Block(indicator, number + 1);
        Notes();
    }

    /// <summary>Absolute range of everything written.</summary>
    public string PrintArea => string.Create(CultureInfo.InvariantCulture, $"$A$1:${Letter(columns)}${rows}");

    /// <summary>Rows repeated on every page.</summary>
    public static string PrintTitles => string.Create(CultureInfo.InvariantCulture, $"$1:${HeadRows}");

    public Worksheet Worksheet()
    {
        var widths = new Columns(
            WidthOf(1, 1, HeadWidth), WidthOf(2, 2, BaselineWidth), WidthOf(3, 3, KindWidth), WidthOf(4, (uint)columns, yearWidth));
        var page = new Worksheet(
            new SheetProperties(new PageSetupProperties { FitToPage = true }),
            new SheetViews(new SheetView { ShowGridLines = false, WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = LineHeight },
            widths, data, merges,
            new PrintOptions { HorizontalCentered = true },
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.6, Header = 0.3, Footer = 0.3 },
            new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C&P / &N ページ")));
        if (breaks.HasChildren)
        {
            breaks.Count = breaks.ManualBreakCount = (uint)breaks.ChildElements.Count;
            page.Append(breaks);
        }

        return page;
    }

    private void Head()
    {
        Wide(CellKind.Title, sheet.Title + (sheet.Plan.Length == 0 ? "" : " " + sheet.Plan), 24);
        Pair("政策", sheet.Policy);
        Pair("施策", sheet.MeasureText);
        Pair("所管・関連", $"所管: {Joined(sheet.Owners)}　関連: {Joined(sheet.Related)}");
    }

    private void Block(SheetIndicator indicator, int number)
    {
        if (number > 1 && number % 2 == 1) breaks.Append(new Break { Id = (uint)rows, Max = 16383, ManualPageBreak = true });
        Add(Empty(CellKind.Plain, columns), 8);
        Pair(string.Create(CultureInfo.InvariantCulture, $"指標名{number}"), indicator.Name);
        Pair("設定理由", indicator.Reason);
        Pair("算式", indicator.Formula);
        Pair("単位・向き", (indicator.Unit.Length == 0 ? "(記載なし)" : indicator.Unit) + "・" + indicator.DirectionText);
        var years = SheetColumns.Of(sheet, indicator);
        var first = rows + 1;
        Line(CellKind.Head, "目標値", "計画策定時", "区分", years.Select(y => (Content)y.Year.ToString()), CellKind.YearHead);
        Line(CellKind.Head, "", PlanCell(indicator.Baseline, BaselineWidth), "計画", years.Select(y => PlanCell(y.Plan, yearWidth)), CellKind.Value);
        Line(CellKind.Head, "", "", "実績", years.Select(y => Number(y.Actual.Text, y.Actual.Value, yearWidth)), CellKind.Value);
        Line(CellKind.Head, "", "", "実績の注記", years.Select(y => (Content)y.Actual.Note), CellKind.Note);
        Line(CellKind.Head, "", "", "計画との比較", years.Select(y => (Content)y.Actual.VerdictText), CellKind.Note);
        Merge(first, 1, rows, 1);
        Merge(first + 1, 2, rows, 2);
    }

    private void Notes()
    {
        Add(Empty(CellKind.Plain, columns), 8);
        if (sheet.Notes.Count == 0) Pair("特記事項", "特になし");
        foreach (var note in sheet.Notes) Pair("特記事項", note);
    }

    private void Line(CellKind head, string title, Content baseline, string kind, IEnumerable<Content> years, CellKind body)
    {
        var cells = years.Select(y => (body, y)).ToList();
        while (cells.Count < columns - 3) cells.Add((body, ""));
        var height = LineHeight * Math.Max(1, cells.Max(c => c.y.Number is null ? LinesOf(c.y.Text, yearWidth) : 1));
        Add([(head, title), (body is CellKind.YearHead ? CellKind.YearHead : CellKind.Value, baseline), (CellKind.Head, kind), .. cells], height + 2);
    }

    private void Pair(string head, string text)
    {
        var width = BaselineWidth + KindWidth + yearWidth * (columns - 3);
        Add([(CellKind.Head, head), (CellKind.Body, text), .. Empty(CellKind.Body, columns - 2)], LineHeight * LinesOf(text, width) + 3);
        Merge(rows, 2, rows, columns);
    }

    private void Wide(CellKind kind, string text, double height)
    {
        Add([(kind, text), .. Empty(kind, columns - 1)], height);
        Merge(rows, 1, rows, columns);
    }

    private void Add(IEnumerable<(CellKind Kind, Content Content)> cells, double height)
    {
        var row = new Row { RowIndex = (uint)++rows, Height = Math.Min(height, 400), CustomHeight = true };
        foreach (var (i, (kind, content)) in cells.Index()) row.Append(CellOf(Letter(i + 1) + rows.ToString(CultureInfo.InvariantCulture), kind, content));
        data.Append(row);
    }

    private Cell CellOf(string reference, CellKind kind, Content content)
    {
        if (content.Number is { } value)
            return new Cell
            {
                CellReference = reference,
                StyleIndex = styles.IndexOf(new CellLook(CellKind.Number, content.Format)),
                CellValue = new CellValue(value.ToString(CultureInfo.InvariantCulture)),
            };
        var text = content.Text;
        if (text.Length > LongestText) text = text[..(LongestText - (char.IsHighSurrogate(text[LongestText - 1]) ? 1 : 0))] + "…(以下略)";
        var cell = new Cell { CellReference = reference, StyleIndex = styles.IndexOf(new CellLook(kind, IsQuoted: SpreadsheetCell.Neutralize(text) != text)) };
        if (text.Length == 0) return cell;
        cell.DataType = CellValues.InlineString;
        cell.InlineString = new InlineString(new Text(text) { Space = DocumentFormat.OpenXml.SpaceProcessingModeValues.Preserve });
        return cell;
    }

    private static IEnumerable<(CellKind, Content)> Empty(CellKind kind, int count) => Enumerable.Repeat<(CellKind, Content)>((kind, ""), count);

    private static Content PlanCell(SheetPlan? plan, double width) => plan is null ? "" : Number(plan.Text, plan.Value, width);

    /// <summary>A number as it was printed, or the text: of what is more than one number, and of what a number cell could not wrap.</summary>
    private static Content Number(string text, decimal? value, double width) =>
        value is { } number && LinesOf(text, width - 2) == 1 && PrintedFormat.Of(text, number) is { } format ? new Content(text, number, format) : text;

    private void Merge(int top, int left, int bottom, int right) => merges.Append(new MergeCell
    {
        Reference = string.Create(CultureInfo.InvariantCulture, $"{Letter(left)}{top}:{Letter(right)}{bottom}"),
    });

    /// <summary>Lines that a text takes in a column: a full-width character is as wide as two digits.</summary>
    private static int LinesOf(string text, double width) => text.Split('\n').Sum(line =>
        Math.Max(1, (int)Math.Ceiling(line.EnumerateRunes().Sum(r => r.Value < 0x100 ? 1.05 : 2.05) / (width - 1))));

    private static Column WidthOf(uint first, uint last, double width) => new() { Min = first, Max = last, Width = width, CustomWidth = true };

    private static string Joined(IReadOnlyList<string> names) => names.Count == 0 ? "(記載なし)" : string.Join('、', names);

    private static string Letter(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letter((column - 1) / 26) + Letter((column - 1) % 26 + 1);
}
