using System.Globalization;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Indicators.Definitions;

/// <summary>One 項目 of 取込設定: how it is read, written and explained.</summary>
/// <param name="Name">The 項目.</param>
/// <param name="Expected">What may be written, in Japanese.</param>
/// <param name="Values">The values to write, one per row; for the defaults too.</param>
/// <param name="Apply">The profile with the value applied, or null when the value cannot be read. Never given a blank.</param>
/// <param name="IsRepeatable">Several rows add up.</param>
internal sealed record ProfileItem(
    string Name, string Expected, Func<ImportProfile, IReadOnlyList<string>> Values, Func<ImportProfile, string, ImportProfile?> Apply,
    bool IsRepeatable = false)
{
    private const string Blank = "空欄";
    private const string Nothing = "（なし）";
    private const string ListExpected = "値を「|」で区切って(空欄のセルは「空欄」、1つもなければ「（なし）」)";
    private static readonly Vocabulary<char> SeparatorWords = new((' ', ["空白"]), ('\t', ["タブ"]), ('\n', ["改行"]), (',', ["カンマ"]), (';', ["セミコロン"]));

    /// <summary>All items, in the order written.</summary>
    public static IReadOnlyList<ProfileItem> All { get; } =
    [
        new("回答ファイル", "ファイル名(フォルダは書けません。空欄なら「調査_年度.csv」)", p => Optional(p.FileName),
            (p, v) => v.AsSpan().IndexOfAny('/', '\\', ':') >= 0 ? null : p with { FileName = v }),
        new("見出し行数", "1から3までの数", p => [p.HeaderRows.ToString(CultureInfo.InvariantCulture)],
            (p, v) => NumberText.TryParseWhole(v, 1, out var n) && n <= 3 ? p with { HeaderRows = (int)n } : null),
        OfWord("文字コード", DefinitionWords.Encodings, p => p.Encoding, (p, v) => p with { Encoding = v }),
        OfWord("区切り文字", DefinitionWords.Delimiters, p => p.Delimiter ?? '\0', (p, v) => p with { Delimiter = v == '\0' ? null : v }),
        OfList("無回答の値", p => p.NoAnswerValues, (p, v) => p with { NoAnswerValues = v }),
        OfList("非該当の値", p => p.NotApplicableValues, (p, v) => p with { NotApplicableValues = v }),
        OfList("無効の値", p => p.InvalidValues, (p, v) => p with { InvalidValues = v }),
        OfList("選択の印", p => p.MarkValues, (p, v) => p with { MarkValues = v }),
        OfList("非選択の印", p => p.UnmarkedValues, (p, v) => p with { UnmarkedValues = v }),
        new("複数回答の区切り", "区切りの文字(空白・タブ・改行・カンマ・セミコロンは言葉で書けます)", p => [WriteSeparator(p.MarkSeparator)],
            (p, v) => p with { MarkSeparator = SeparatorWords.TryParse(v, out var c) ? c.ToString() : v }),
        OfWord("印のない複数回答", DefinitionWords.UnmarkedBlocks, p => p.UnmarkedBlock, (p, v) => p with { UnmarkedBlock = v }),
        new("回答者番号の列", "見出し(空欄なら回答者番号なし)", p => Optional(p.IdColumn), (p, v) => p with { IdColumn = v }),
        OfWord("回答者番号の重複", DefinitionWords.Duplicates, p => p.Duplicates, (p, v) => p with { Duplicates = v }),
        OfWord("回答者番号の空欄", DefinitionWords.MissingIds, p => p.AllowsMissingId, (p, v) => p with { AllowsMissingId = v }),
        new("ウエイトの列", "見出し(空欄ならウエイトなし)", p => Optional(p.WeightColumn), (p, v) => p with { WeightColumn = v }),
        new("除外条件", "「提出状況=未提出|未確認」のように「見出し=値」(何行でも書けます)",
            p => [.. p.Exclusions.Select(e => e.Column + "=" + WriteList(e.Values))],
            (p, v) => ReadFilter(v) is { } filter ? p with { Exclusions = [.. p.Exclusions, filter] } : null, IsRepeatable: true),
        OfList("合計行の印", p => p.TotalsMarkers, (p, v) => p with { TotalsMarkers = v }),
        OfList("注記行の印", p => p.CommentMarkers, (p, v) => p with { CommentMarkers = v }),
        OfWord("符号表にない値", DefinitionWords.UnknownCells, p => p.UnknownCells, (p, v) => p with { UnknownCells = v }),
        new("不備行の上限", "0%から100%までの割合", p => [NumberText.Percent(p.FaultyRowLimit)],
            (p, v) => NumberText.TryParseShare(v, out var share) && share is >= 0 and <= 1 ? p with { FaultyRowLimit = (double)share } : null),
    ];

    public static ProfileItem? Find(string name) => All.FirstOrDefault(i => LabelText.Same(i.Name, name));

    private static ProfileItem OfWord<T>(
        string name, Vocabulary<T> words, Func<ImportProfile, T> get, Func<ImportProfile, T, ImportProfile> set)
        where T : struct =>
        new(name, words.Expected + "のどれか", p => [words.WordOf(get(p))], (p, v) => words.TryParse(v, out var value) ? set(p, value) : null);

    private static ProfileItem OfList(
        string name, Func<ImportProfile, IReadOnlyList<string>> get, Func<ImportProfile, IReadOnlyList<string>, ImportProfile> set) =>
        new(name, ListExpected, p => [WriteList(get(p))], (p, v) => set(p, ReadList(v)));

    private static IReadOnlyList<string> Optional(string? text) => text is null ? [] : [text];

    private static string WriteSeparator(string separator) =>
        separator is [' ' or '\t' or '\n' or ',' or ';'] ? SeparatorWords.WordOf(separator[0]) : separator;

    private static string WriteList(IReadOnlyList<string> values) =>
        values.Count == 0 ? Nothing : string.Join('|', values.Select(v => v.Length == 0 ? Blank : v));

    private static IReadOnlyList<string> ReadList(string text) => LabelText.Same(text, Nothing)
        ? []
        : [.. text.Split(['|', '｜'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => v == Blank ? "" : v)];

    private static RowFilter? ReadFilter(string text) => AnswerCondition.TryParse(text, out var filter)
        ? new RowFilter(filter!.Question, [.. filter.Choices.Select(v => v == Blank ? "" : v)])
        : null;
}
