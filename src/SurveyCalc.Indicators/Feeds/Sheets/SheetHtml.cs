using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>
/// Sheets as one printable page (印刷用HTML): no script, nothing from outside, table headers as JIS X 8341-3 asks. It is
/// well-formed XML as well, and every text in it is encoded.
/// </summary>
public static class SheetHtml
{
    private static readonly string[] TrendHeads = ["年度", "計画", "実績", "状態", "n", "下限", "上限"];

    /// <summary>The whole page.</summary>
    public static string Write(IReadOnlyList<IndicatorSheet> sheets)
    {
        var title = sheets.Count == 1 ? $"{sheets[0].Title} {sheets[0].MeasureText}" : sheets.Count == 0 ? "成果指標シート" : sheets[0].Title;
        var page = new XElement("html", new XAttribute("lang", "ja"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("title", title), new XElement("style", SheetStyle.Css)),
            new XElement("body", new XElement("main", sheets.Select((s, i) => Section(s, $"s{i + 1}")))));
        var text = new StringBuilder("<!DOCTYPE html>\n");
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" })) page.Save(writer);
        return text.Append('\n').ToString();
    }

    private static XElement Section(IndicatorSheet sheet, string id) => new("section",
        new XAttribute("class", "sheet"), new XAttribute("aria-labelledby", $"{id}-name"),
        new XElement("h1", new XAttribute("id", $"{id}-name"), $"{sheet.Title} {sheet.MeasureHead}".TrimEnd()),
        About(sheet),
        sheet.Indicators.Select((indicator, i) => Block(sheet, indicator, i + 1, $"{id}-{i + 1}")),
        Notes(sheet));

    private static XElement About(IndicatorSheet sheet) => new("table", new XAttribute("class", "about"),
        new XElement("caption", new XAttribute("class", "heard"), "施策の位置づけ"),
        new XElement("tbody",
            sheet.Plan.Length == 0 ? null : Row("計画", sheet.Plan), Row("政策", sheet.Policy), Row("施策", sheet.MeasureText),
            new XElement("tr", RowHead("所管"), Described(string.Join('、', sheet.Owners), 1), RowHead("関連"), Described(string.Join('、', sheet.Related), 1))));

    private static XElement Row(string head, string text) => new("tr", RowHead(head), Described(text, 3));

    private static XElement Described(string text, int columns) =>
        new("td", columns == 1 ? null : new XAttribute("colspan", columns), text.Length == 0 ? "(記載なし)" : text);

    private static XElement Block(IndicatorSheet sheet, SheetIndicator indicator, int number, string id)
    {
        var unit = indicator.Unit.Length == 0 ? "(記載なし)" : indicator.Unit;
        return new XElement("section", new XAttribute("class", number == 1 ? "indicator first" : "indicator"), new XAttribute("aria-labelledby", $"{id}-name"),
            new XElement("h2", new XAttribute("id", $"{id}-name"), string.Create(CultureInfo.InvariantCulture, $"指標{number}")),
            new XElement("table", new XAttribute("class", "about"), new XElement("caption", new XAttribute("class", "heard"), "指標の説明"), new XElement("tbody",
                Row("指標名", indicator.Name), Row("設定理由", indicator.Reason), Row("算式", indicator.Formula),
                new XElement("tr", RowHead("単位"), Described(unit, 1), RowHead("向き"), Described(indicator.DirectionText, 1)))),
            Form(sheet, indicator, unit), Trend(indicator, unit, id));
    }

    private static XElement Form(IndicatorSheet sheet, SheetIndicator indicator, string unit)
    {
        var years = SheetColumns.Of(sheet, indicator);
        var baseline = new XElement("td", new XAttribute("class", "number value"), new XAttribute("rowspan", "4"), indicator.Baseline?.Text ?? "");
        return new XElement("table", new XAttribute("class", "form"),
            new XElement("caption", $"計画と実績(単位: {unit})"),
            new XElement("thead", new XElement("tr", ColumnHead("計画策定時"), ColumnHead("区分"), years.Select(y => ColumnHead(y.Year.ToString())))),
            new XElement("tbody",
                new XElement("tr", baseline, RowHead("計画"), years.Select(y => Value(y.Plan?.Text ?? "", y.Plan?.Value is not null))),
                new XElement("tr", RowHead("実績"), years.Select(y => Value(y.Actual.Text, y.Actual.Value is not null))),
                new XElement("tr", RowHead("実績の注記"), years.Select(y => Small(y.Actual.Note))),
                new XElement("tr", RowHead("計画との比較"), years.Select(y => Small(y.Actual.VerdictText)))));
    }

    private static XElement Trend(SheetIndicator indicator, string unit, string id)
    {
        var chart = TrendChart.Of(indicator);
        return new XElement("div", new XAttribute("class", "trend"),
            chart is null ? new XElement("p", "図にできる数がまだありません。") : new XElement("figure", TrendChartSvg.Of(chart, id)),
            new XElement("div", new XElement("table",
                new XElement("caption", $"図と同じ値の表(単位: {unit})"),
                new XElement("thead", new XElement("tr", TrendHeads.Select(ColumnHead))),
                new XElement("tbody", indicator.Years.Select(TrendRow)))));
    }

    private static XElement TrendRow(SheetYear year)
    {
        var (plan, actual) = (year.Plan, year.Actual);
        var state = (actual.Status?.InJapanese() ?? "") + (actual.IsReference ? "・参考値" : "") + (actual.IsCensus ? "・全数" : "")
            + (actual.BrokenSince is { } since ? $"・断絶({since.ToShortString()}との間)" : "");
        string Bound(double? bound) => bound is { } b && !actual.IsCensus ? FigureSentence.BoundText(b, actual.Value?.Scale ?? 1) : "";
        return new XElement("tr", RowHead(year.Year.ToString()), Value(plan?.Text ?? "", plan?.Value is not null, "number"), Value(actual.Text, actual.Value is not null, "number"),
            new XElement("td", state), Value(actual.N?.ToString("N0", CultureInfo.InvariantCulture) ?? "", true, "number"),
            Value(Bound(actual.Lower), true, "number"), Value(Bound(actual.Upper), true, "number"));
    }

    private static XElement Notes(IndicatorSheet sheet) => new("section", new XElement("h2", "特記事項"),
        sheet.Notes.Count == 0 ? new XElement("p", "特になし") : new XElement("ul", sheet.Notes.Select(n => new XElement("li", n))));

    private static XElement ColumnHead(string text) => new("th", new XAttribute("scope", "col"), text);

    private static XElement RowHead(string text) => new("th", new XAttribute("scope", "row"), text);

    private static XElement Small(string text) => new("td", new XAttribute("class", "small"), text);

    private static XElement Value(string text, bool isNumber, string kind = "number value") =>
        new("td", isNumber ? new XAttribute("class", kind) : null, text);
}
