namespace SurveyCalc.Indicators.Definitions;

/// <summary>The kinds of definition. The numbers are stored; never renumber.</summary>
public enum DefinitionKind
{
    /// <summary>調査の設定, keyed by survey.</summary>
    Survey = 1,

    /// <summary>符号表, keyed by wave.</summary>
    CodeBook = 2,

    /// <summary>取込設定, keyed by wave.</summary>
    Profile = 3,

    /// <summary>母集団, keyed by wave.</summary>
    Population = 4,

    /// <summary>指標, keyed by code.</summary>
    Indicator = 5,

    /// <summary>計画値 of one indicator, keyed by its code.</summary>
    Targets = 6,

    /// <summary>人口表, keyed by wave and attributes.</summary>
    PopulationBreakdown = 7,

    /// <summary>台帳, keyed by indicator code.</summary>
    RegisterEntry = 8,

    /// <summary>入力実績 of one indicator, keyed by its code.</summary>
    EnteredActuals = 9,
}
