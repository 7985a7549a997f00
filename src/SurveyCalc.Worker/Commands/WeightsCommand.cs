using System.CommandLine;
using SurveyCalc.Indicators;
using SurveyCalc.Indicators.Definitions;
using SurveyCalc.Indicators.Import;
using SurveyCalc.Indicators.Waves;
using SurveyCalc.Indicators.Weighting;
using SurveyCalc.Worker.Output;

namespace SurveyCalc.Worker.Commands;

/// <summary><c>weights</c>: what design and weighting did to one wave, from the database or from a folder of files.</summary>
internal sealed class WeightsCommand(Terminal terminal)
{
    public Command Create()
    {
        var (survey, year, data, format) = (CommonOptions.Survey(), CommonOptions.Year(), CommonOptions.DataFolder(), CommonOptions.Format());
        var folder = new Option<string?>("--folder") { Description = "データベースを使わず、このフォルダーの定義と回答ファイルから計算する。", HelpName = "フォルダー" };
        var command = new Command("weights", "ウエイト調整の結果(調整前後の構成比、ウエイトの範囲、有効標本サイズ)を表示する。") { survey, year, folder, data, format };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (name, fiscalYear) = (parsed.GetValue(survey), CommonOptions.ParseYear(parsed.GetValue(year)));
            var path = parsed.GetValue(folder);
            if (path is null && (name is null || fiscalYear is null))
                throw new OperatorException("--survey と --year で調査回を指定してください(例: --survey 市民意識調査 --year R2)。");
            var outcome = path is null
                ? await StoredAsync(new WaveKey(name!, fiscalYear!.Value), parsed.GetValue(data), cancellation)
                : FromFolder(path, name, fiscalYear, cancellation);
            return outcome is null ? ExitCode.Refused : Print(outcome, parsed.GetValue(format));
        });
        return command;
    }

    private static async Task<WaveFrameOutcome?> StoredAsync(WaveKey wave, string? data, CancellationToken cancellation)
    {
        await using var session = await Session.OpenExistingAsync(data, cancellation);
        var definitions = await session.DefinitionsAsync(cancellation);
        var header = (await session.Store.GetWavesAsync(cancellation)).FirstOrDefault(w => w.Wave == wave)
            ?? throw new OperatorException($"{wave}の回答は取り込まれていません。--survey と --year を確かめるか、先に import してください。");
        var item = await session.Store.FindDefinitionAsync(DefinitionKind.CodeBook, header.CodeBookHash, cancellation)
            ?? throw new OperatorException($"{wave}の回答を取り込んだときの符号表が見つかりません。回答を取り込み直してください。");
        var settings = definitions.SettingsOf(wave.Survey);
        var snapshot = await session.Store.ReadSnapshotAsync(header.SnapshotId, BuildWaveFrame.QuestionsOf(settings), cancellation);
        return BuildWaveFrame.Of(
            snapshot, DefinitionItems.ToCodeBook(item), settings, definitions.PopulationOf(wave), definitions.PopulationBreakdownsOf(wave));
    }

    private WaveFrameOutcome? FromFolder(string path, string? survey, FiscalYear? year, CancellationToken cancellation)
    {
        if (DefinitionReading.Read(path, terminal) is not { } definitions) return null;
        var found = ResponseFiles.Find(path, definitions)
            .Where(f => (survey is null || f.CodeBook.Wave.Survey == survey) && (year is null || f.CodeBook.Wave.FiscalYear == year)).ToList();
        if (found.Count != 1)
            throw new OperatorException(found.Count == 0
                ? $"{Path.GetFullPath(path)} にあてはまる回答ファイルがありません。「調査_年度.csv」の名前で置いてください。"
                : $"回答ファイルが{found.Count}個あります。--survey と --year で1つにしてください。");
        var (book, file) = found[0];
        using var stream = file.OpenRead();
        var import = ResponseImport.Read(stream, file.Name, book, DefinitionItems.Of(book).Hash, definitions.ProfileOf(book.Wave), cancellation: cancellation);
        if (import.Snapshot is { } snapshot)
            return BuildWaveFrame.Of(
                snapshot, book, definitions.SettingsOf(book.Wave.Survey), definitions.PopulationOf(book.Wave), definitions.PopulationBreakdownsOf(book.Wave));
        ImportReportPrinter.Write(terminal.Error, import.Report);
        return null;
    }

    private int Print(WaveFrameOutcome outcome, OutputFormat format)
    {
        foreach (var reason in outcome.Reasons) terminal.Error.WriteLine(reason);
        if (outcome.Frame is not { } wave)
        {
            terminal.Error.WriteLine("ウエイトを計算できませんでした。");
            return ExitCode.Refused;
        }

        WeightsTable.Write(terminal, wave, format);
        return ExitCode.Done;
    }
}
