using System.CommandLine;
using System.Globalization;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary>Options that several commands share, with one wording.</summary>
internal static class CommonOptions
{
    /// <summary>What the suppression gate can look through.</summary>
    private const int MostCrossed = 2;

    public static Option<string?> DataFolder() => new("--data")
    {
        Description = "データを置くフォルダー(データベースと原本)。省略時は設定の DataFolder。",
        HelpName = "フォルダー",
    };

    public static Option<OutputFormat> Format() => new("--format")
    {
        Description = "出力の形: table(表)、csv、json。",
        DefaultValueFactory = _ => OutputFormat.Table,
        CustomParser = result =>
        {
            if (Enum.TryParse<OutputFormat>(result.Tokens[0].Value, ignoreCase: true, out var format) && Enum.IsDefined(format)) return format;
            result.AddError($"--format の「{result.Tokens[0].Value}」は使えません。table、csv、json のどれかにしてください。");
            return default;
        },
        HelpName = "table|csv|json",
    };

    public static Option<string?> OutputFile() => new("--output", "-o")
    {
        Description = "結果を書くファイル。省略時は画面。",
        HelpName = "ファイル",
    };

    public static Option<string> Encoding()
    {
        var option = new Option<string>("--encoding")
        {
            Description = "CSVの文字コード: utf8(BOM付き)、cp932。",
            DefaultValueFactory = _ => "utf8",
        };
        return option.AcceptOnlyFromAmong("utf8", "cp932");
    }

    public static Option<string?> Survey() => new("--survey", "-s")
    {
        Description = "調査の名前(例: 市民意識調査)。",
        HelpName = "調査",
    };

    public static Option<string?> Year() => new("--year", "-y")
    {
        Description = "年度(例: 令和2年度、R2、2020)。",
        HelpName = "年度",
    };

    public static Option<string[]> Indicators() => new("--indicator", "-i")
    {
        Description = "指標コード。いくつでも。",
        HelpName = "コード",
        AllowMultipleArgumentsPerToken = true,
    };

    public static Option<string?> Plan() => new("--plan")
    {
        Description = "計画の名前の一部(例: 第12次)。",
        HelpName = "計画",
    };

    public static Option<double> Level() => new("--level")
    {
        Description = "信頼水準(例: 0.95)。",
        DefaultValueFactory = _ => 0.95,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var level) && level is > 0 and < 1) return level;
            result.AddError($"--level の「{text}」は使えません。0と1の間の数(例: 0.95)にしてください。");
            return default;
        },
        HelpName = "水準",
    };

    public static Option<string[]> Breakdowns() => new("--breakdown", "-b")
    {
        Description = "集計区分にする属性の設問。いくつでも、×で掛け合わせ(例: -b 性別 -b 性別×年代)。",
        HelpName = "設問",
        AllowMultipleArgumentsPerToken = true,
    };

    /// <summary>Breakdowns from an option, each by questions that a code book has.</summary>
    /// <exception cref="OperatorException">No code book has such a question with one choice each, or too many are crossed.</exception>
    public static IReadOnlyList<Breakdown> ParseBreakdowns(string[]? texts, DefinitionSet definitions)
    {
        var breakdowns = new List<Breakdown>();
        foreach (var text in texts ?? [])
        {
            if (text.Split(['×', '*', '＊'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length == 0)
                throw new OperatorException($"集計区分「{text}」に設問の名前がありません。性別、性別×年代 のように書いてください。");
            var breakdown = new Breakdown([.. Breakdown.Parse(text).Questions.Select(id => AttributeId(id, definitions))]);
            if (breakdown.Questions.Count > MostCrossed)
                throw new OperatorException($"集計区分「{text}」は掛け合わせが多すぎます。{MostCrossed}つまでにしてください。");
            if (breakdown.Questions.Distinct(StringComparer.Ordinal).Count() < breakdown.Questions.Count)
                throw new OperatorException($"集計区分「{text}」は、同じ設問を掛け合わせています。違う設問にしてください。");
            if (!breakdowns.Contains(breakdown)) breakdowns.Add(breakdown);
        }

        return breakdowns;
    }

    /// <summary>Id of a question to break down by, as a code book writes it.</summary>
    private static string AttributeId(string id, DefinitionSet definitions)
    {
        var found = definitions.CodeBooks.Select(b => b.Find(id)).OfType<Question>().ToList();
        if (found.FirstOrDefault(q => q.IsAttribute()) is { } question) return question.Id;
        throw new OperatorException(found.Exists(q => q.Choices.Count > 0)
            ? $"集計区分「{id}」は複数回答の設問なので、集計区分にできません。選択肢を1つ選ぶ設問(属性、SA)にしてください。"
            : $"集計区分「{id}」は、どの符号表にも選択肢のある設問としてありません。設問の名前を確かめてください。");
    }

    /// <summary>A fiscal year from an option.</summary>
    /// <exception cref="OperatorException">The text is no fiscal year.</exception>
    public static FiscalYear? ParseYear(string? text) => text is null ? null
        : FiscalYear.TryParse(text, out var year) ? year
        : throw new OperatorException($"年度「{text}」を読めません。令和2年度、R2、2020 のように書いてください。");

    /// <summary>The wave that the options say, or the file's name.</summary>
    /// <exception cref="OperatorException">Neither says it.</exception>
    public static WaveKey WaveOf(string? survey, string? year, string fileName)
    {
        var named = ResponseFiles.WaveOf(fileName);
        var found = (Survey: survey ?? named?.Survey, Year: ParseYear(year) ?? named?.FiscalYear);
        return found is { Survey: { } s, Year: { } y } ? new WaveKey(s, y) : throw new OperatorException(
            "どの調査の何年度か分かりません。--survey と --year を付けるか、ファイル名を「調査_年度.csv」(例: 市民意識調査_令和2年度.csv)にしてください。");
    }
}
