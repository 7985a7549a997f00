using System.Text;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>Name and columns of one kind of definition file. The same headers are read, written and shown in templates.</summary>
/// <param name="Kind">What the file defines.</param>
/// <param name="Name">Name without extension; 調査 stands for 調査.csv and 調査_….csv.</param>
/// <param name="Headers">All headers, in the order written.</param>
/// <param name="Required">Headers without which the file means nothing.</param>
internal sealed record DefinitionSchema(DefinitionKind Kind, string Name, string[] Headers, string[] Required)
{
    public static DefinitionSchema Surveys { get; } = new(DefinitionKind.Survey, "調査",
        [
            "調査", "信頼水準", "区間の方法", "差の方法", "公表下限", "前回差の表示", "参考値の下限", "標本設計", "層", "抽出単位", "単独抽出単位",
            "ウエイト調整", "調整の区分", "属性不明", "倍率の上下限", "前回との標本", "相関", "重複の割合", "補完秘匿",
        ],
        ["調査"]);

    public static DefinitionSchema CodeBooks { get; } = new(DefinitionKind.CodeBook, "符号表",
        ["調査", "年度", "設問", "設問文", "種別", "列", "選択肢コード", "ラベル", "区分", "対象条件", "系列", "前回との関係", "関係の理由"],
        ["調査", "年度", "設問", "種別", "列"]);

    public static DefinitionSchema Profiles { get; } = new(DefinitionKind.Profile, "取込設定",
        ["調査", "年度", "項目", "値"], ["調査", "項目", "値"]);

    public static DefinitionSchema Populations { get; } = new(DefinitionKind.Population, "母集団",
        ["調査", "年度", "母集団数", "基準日", "配布数"], ["調査", "年度", "母集団数"]);

    /// <summary>Every other header is an attribute of the code book.</summary>
    public static DefinitionSchema PopulationBreakdowns { get; } = new(DefinitionKind.PopulationBreakdown, "人口",
        ["調査", "年度", "基準日", "人数"], ["調査", "年度", "人数"])
    {
        TakesAttributes = true,
    };

    public static DefinitionSchema Indicators { get; } = new(DefinitionKind.Indicator, "指標",
        [
            "指標コード", "指標名", "政策", "施策", "調査", "設問", "算式の種類", "算式", "分母", "対象条件", "単位", "向き", "桁数", "計画書の算式", "重要度の指標",
            "適用年度", "承認者", "変更理由",
        ],
        ["指標コード", "指標名", "調査", "設問", "算式の種類", "算式", "分母", "向き", "桁数"]);

    public static DefinitionSchema Targets { get; } = new(DefinitionKind.Targets, "計画値",
        ["指標コード", "年度", "計画値", "採用値", "改定日", "理由"], ["指標コード", "年度", "計画値"]);

    public static DefinitionSchema Register { get; } = new(DefinitionKind.RegisterEntry, "台帳",
        ["指標コード", "計画", "政策", "施策", "指標名", "設定理由", "算式", "単位", "向き", "所管", "関連", "特記事項", "出典", "引継元"],
        ["指標コード"]);

    public static DefinitionSchema EnteredActuals { get; } = new(DefinitionKind.EnteredActuals, "入力実績",
        ["指標コード", "年度", "実績", "状態", "出典"], ["指標コード", "年度", "実績"]);

    /// <summary>All kinds, in the order in which they are read and written.</summary>
    public static IReadOnlyList<DefinitionSchema> All { get; } =
    [
        Surveys, CodeBooks, Profiles, Populations, PopulationBreakdowns, Indicators, Targets, Register, EnteredActuals,
    ];

    /// <summary>True when headers that are not listed name attributes.</summary>
    public bool TakesAttributes { get; init; }

    /// <summary>Name under which the file is written.</summary>
    public string FileName => Name + ".csv";

    /// <summary>The kind a file name stands for, or null when it is no definition file.</summary>
    public static DefinitionSchema? OfFile(string fileName)
    {
        var name = fileName.Normalize(NormalizationForm.FormC);
        if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return null;
        var stem = name[..^4];
        return All.FirstOrDefault(s => stem == s.Name || stem.StartsWith(s.Name + "_", StringComparison.Ordinal));
    }
}
