namespace SurveyCalc.Indicators.Feeds.Sheets;

/// <summary>What the cell of an actual holds; the ways of having no number are different things (実績欄の種類).</summary>
public enum SheetActualKind
{
    /// <summary>Computed from a survey (計算値).</summary>
    Computed,

    /// <summary>Printed or typed elsewhere (入力値): a number, or several in one text.</summary>
    Entered,

    /// <summary>The plan or the register prints a dash: there is none (—).</summary>
    Dash,

    /// <summary>There is one, but it is not published (秘匿).</summary>
    Withheld,

    /// <summary>It was asked, but there is no figure (実績なし); the reason says why.</summary>
    NoFigure,

    /// <summary>The question was not asked in that year (調査なし).</summary>
    NotSurveyed,

    /// <summary>Nobody has entered it yet (未入力).</summary>
    NotEntered,

    /// <summary>After the year of evaluation: left empty, whatever is known by now.</summary>
    Later,
}
