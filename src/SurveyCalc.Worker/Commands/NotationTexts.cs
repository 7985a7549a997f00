using System.CommandLine;
using System.Text;
using System.Text.Json;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions.Notations;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary>The texts that <c>read-target</c> and <c>read-year</c> take, and how they report on them.</summary>
internal sealed class NotationTexts
{
    /// <summary>Reads one text into <typeparamref name="T"/> or a refusal.</summary>
    public delegate bool Read<T>(string text, out T? reading, out NotationRefusal? refusal);

    public Argument<string?> Text { get; } = new("文字列")
    {
        Description = "読む文字列。「-」で始まるときは前に -- を置く。",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string?> File { get; } = new("--file") { Description = "1行に一つずつ書いたファイル(UTF-8またはCP932)。", HelpName = "ファイル" };

    public Option<string[]> Near { get; } = new("--near")
    {
        Description = "同じ表の年度。元号のない年度と誤植を見分けるのに使う。繰り返し可。",
        HelpName = "年度",
        DefaultValueFactory = _ => [],
    };

    /// <summary>The years given with --near.</summary>
    /// <exception cref="OperatorException">One is no fiscal year.</exception>
    public IReadOnlyList<FiscalYear> YearsOf(ParseResult parsed) =>
        [.. parsed.GetRequiredValue(Near).Select(text => FiscalYear.TryParse(text, out var year)
            ? year
            : throw new OperatorException($"--near の「{text}」を年度として読めません。令和3年度のように書いてください。"))];

    /// <summary>Prints one object for a text, an array for a file.</summary>
    /// <returns><see cref="ExitCode.Refused"/> when any text was refused.</returns>
    public int Run<T>(ParseResult parsed, Terminal terminal, Read<T> read)
        where T : class
    {
        var (text, file) = (parsed.GetValue(Text), parsed.GetValue(File));
        if (text is null == file is null) throw new OperatorException("文字列か --file のどちらか一つを指定してください。");
        NotationOutcome<T>[] outcomes = text is not null
            ? [OutcomeOf(null, text, read)]
            : [.. LinesOf(file!).Select((line, index) => OutcomeOf(index + 1, line, read))];
        terminal.Out.WriteLine(text is not null
            ? JsonSerializer.Serialize(outcomes[0], NotationJson.Options)
            : JsonSerializer.Serialize(outcomes, NotationJson.Options));
        return outcomes.All(outcome => outcome.IsRead) ? ExitCode.Done : ExitCode.Refused;
    }

    private static NotationOutcome<T> OutcomeOf<T>(int? line, string text, Read<T> read)
        where T : class => read(text, out var reading, out var refusal)
            ? new NotationOutcome<T>(line, text, true, reading, null)
            : new NotationOutcome<T>(line, text, false, null, refusal);

    /// <summary>The lines of a file of texts.</summary>
    /// <exception cref="OperatorException">It is neither UTF-8 nor CP932.</exception>
    public static string[] LinesOf(string file)
    {
        var lines = Decode(file, System.IO.File.ReadAllBytes(file)).TrimStart('\uFEFF').Split('\n').Select(line => line.TrimEnd('\r')).ToArray();
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }

    private static string Decode(string file, byte[] bytes)
    {
        foreach (var encoding in new[] { SourceEncoding.Utf8, SourceEncoding.Cp932 })
        {
            try
            {
                return encoding.Strict().GetString(bytes);
            }
            catch (DecoderFallbackException) when (encoding is SourceEncoding.Utf8)
            {
            }
            catch (DecoderFallbackException)
            {
                break;
            }
        }

        throw new OperatorException($"「{file}」は UTF-8 でも CP932 でもありません。UTF-8 で保存し直してください。");
    }
}
