using DocumentFormat.OpenXml.Spreadsheet;

namespace SurveyCalc.Worker.Output;

/// <summary>The cell styles of a workbook: each combination once, in the order of its first use.</summary>
internal sealed class WorkbookStyles
{
    private const uint FirstOwnNumberFormat = 164;
    private readonly List<CellLook> looks = [new(CellKind.Plain)];
    private readonly List<string> formats = [];

    /// <summary>What a cell is.</summary>
    public enum CellKind
    {
        Plain,
        Title,
        Head,
        YearHead,
        Body,

        /// <summary>A value of the table that is printed as text, such as a dash or a pair.</summary>
        Value,
        Note,
        Number,
    }

    /// <summary>A style.</summary>
    /// <param name="Kind">What the cell is.</param>
    /// <param name="Format">Number format, for a number.</param>
    /// <param name="IsQuoted">The text begins like a formula: a spreadsheet keeps it text when it is edited.</param>
    public readonly record struct CellLook(CellKind Kind, string Format = "", bool IsQuoted = false);

    /// <summary>Index of the style in the style sheet.</summary>
    public uint IndexOf(CellLook look)
    {
        if (!looks.Contains(look)) looks.Add(look);
        if (look.Format.Length > 0 && !formats.Contains(look.Format)) formats.Add(look.Format);
        return (uint)looks.IndexOf(look);
    }

    public Stylesheet Stylesheet()
    {
        var numberFormats = new NumberingFormats(formats.Select((f, i) => new NumberingFormat { NumberFormatId = FirstOwnNumberFormat + (uint)i, FormatCode = f })) { Count = (uint)formats.Count };
        var fonts = new Fonts(FontOf(10, false), FontOf(14, true), FontOf(10, true), FontOf(9, false)) { Count = 4 };
        var fills = new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFECEFF3" }) { PatternType = PatternValues.Solid }))
        { Count = 3 };
        var borders = new Borders(
            new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()),
            new Border(
                new LeftBorder { Style = BorderStyleValues.Thin }, new RightBorder { Style = BorderStyleValues.Thin },
                new TopBorder { Style = BorderStyleValues.Thin }, new BottomBorder { Style = BorderStyleValues.Thin }, new DiagonalBorder()))
        { Count = 2 };
        var cells = new CellFormats(looks.Select(FormatOf)) { Count = (uint)looks.Count };
        var sheet = new Stylesheet();
        if (formats.Count > 0) sheet.Append(numberFormats);
        sheet.Append(fonts, fills, borders, new CellStyleFormats(new CellFormat()) { Count = 1 }, cells);
        return sheet;
    }

    private static Font FontOf(double size, bool isBold)
    {
        var font = new Font();
        if (isBold) font.Append(new Bold());
        font.Append(new FontSize { Val = size }, new FontName { Val = "游ゴシック" }, new FontFamilyNumbering { Val = 3 }, new FontCharSet { Val = 128 });
        return font;
    }

    private CellFormat FormatOf(CellLook look)
    {
        var isNumber = look.Kind is CellKind.Number;
        return new CellFormat
        {
            FormatId = 0,
            NumberFormatId = look.Format.Length > 0 ? FirstOwnNumberFormat + (uint)formats.IndexOf(look.Format) : isNumber ? 0u : 49u,
            FontId = look.Kind switch { CellKind.Title => 1u, CellKind.Head or CellKind.YearHead or CellKind.Number => 2u, CellKind.Note => 3u, _ => 0u },
            FillId = look.Kind is CellKind.Head or CellKind.YearHead ? 2u : 0u,
            BorderId = look.Kind is CellKind.Plain or CellKind.Title ? 0u : 1u,
            QuotePrefix = look.IsQuoted ? true : null,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            Alignment = new Alignment
            {
                WrapText = look.Kind is not CellKind.Title,
                Vertical = look.Kind is CellKind.Body or CellKind.Note ? VerticalAlignmentValues.Top : VerticalAlignmentValues.Center,
                Horizontal = isNumber || look.Kind is CellKind.YearHead or CellKind.Value ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.Left,
            },
        };
    }
}
