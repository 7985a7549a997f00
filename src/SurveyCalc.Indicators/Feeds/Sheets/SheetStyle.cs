namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>The one style of the page: nothing from outside, dark on white, A4 landscape on paper.</summary>
internal static class SheetStyle
{
    public const string Css = """

        @page { size: A4 landscape; margin: 10mm; }
        * { box-sizing: border-box; }
        body { font-family: "Yu Gothic", "游ゴシック", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "IPAexGothic", "MS PGothic", sans-serif; font-size: 14px; line-height: 1.45; color: #111; background: #fff; margin: 0 auto; padding: 12px; max-width: 1100px; }
        h1 { font-size: 1.4em; margin: 0 0 4px; }
        h2 { font-size: 1.1em; margin: 6px 0 3px; }
        p { margin: 4px 0; }
        table { border-collapse: collapse; width: 100%; margin: 0 0 8px; }
        caption { text-align: left; font-weight: bold; padding: 2px 0; }
        th, td { border: 1px solid #555; padding: 3px 6px; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
        th { background: #eceff3; font-weight: bold; }
        table.form { table-layout: fixed; }
        table.form thead th { text-align: center; }
        table.form td.value { text-align: center; vertical-align: middle; }
        table.about th { width: 7em; white-space: nowrap; }
        td, li { white-space: pre-line; }
        .heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        td.number { text-align: right; font-variant-numeric: tabular-nums; }
        td.value { font-size: 1.15em; font-weight: bold; }
        td.small { font-size: 0.9em; }
        .sheet { break-after: page; margin-bottom: 28px; }
        .sheet:last-child { break-after: auto; }
        .indicator { break-inside: avoid; margin-top: 10px; }
        .trend { display: flex; gap: 16px; align-items: flex-start; }
        .trend figure { flex: 3 1 0; margin: 0; min-width: 0; }
        .trend div { flex: 2 1 0; min-width: 0; }
        .trend div table { font-size: 0.88em; }
        svg.chart { width: 100%; height: auto; display: block; border: 1px solid #999; background: #fff; }
        svg.chart text { font-size: 13px; fill: #111; }
        svg.chart .tick { text-anchor: end; font-size: 12px; }
        svg.chart .year { text-anchor: middle; }
        svg.chart .none { font-size: 12px; }
        svg.chart .side { font-size: 12px; }
        svg.chart .foot { font-size: 12px; }
        svg.chart .value { paint-order: stroke; stroke: #fff; stroke-width: 3px; }
        svg.chart .planvalue { text-anchor: end; fill: #8a3b00; }
        svg.chart .actualvalue { font-weight: bold; fill: #123f7a; }
        svg.chart .grid { stroke: #d5d5d5; }
        svg.chart .axis { stroke: #333; fill: none; }
        svg.chart .cut { stroke-width: 1.5; }
        svg.chart .baseline { stroke: #444; stroke-dasharray: 2 4; }
        svg.chart .plan { stroke: #8a3b00; stroke-width: 1.5; stroke-dasharray: 7 4; fill: none; }
        svg.chart .planmark { stroke: #8a3b00; stroke-width: 1.5; fill: #fff; }
        svg.chart .actual { stroke: #123f7a; stroke-width: 2; fill: none; }
        svg.chart .interval { stroke: #123f7a; stroke-width: 1.5; fill: none; }
        svg.chart .mark { fill: #123f7a; stroke: #123f7a; stroke-width: 2; }
        svg.chart .hollow { fill: #fff; }
        svg.chart .ring { fill: none; stroke: #123f7a; stroke-width: 1.5; }
        svg.chart .breakmark { stroke: #333; stroke-dasharray: 3 3; fill: none; }
        svg.chart .breaktext { text-anchor: middle; font-weight: bold; font-size: 12px; }
        @media screen and (max-width: 760px) { .trend { display: block; } }
        @media print { body { padding: 0; max-width: none; font-size: 9pt; line-height: 1.35; } th, td { padding: 2px 5px; } svg.chart { max-height: 68mm; } .indicator { break-before: page; } .indicator.first { break-before: auto; } }

        """;
}
