using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Waves;

namespace SurveyCalc.Indicators.Import;

/// <summary>Checks the rows behind the header one by one and collects the respondents.</summary>
internal sealed class RowImport
{
    private const int RowsPerReport = 4_096;
    private const int RowsPerCheck = 256;

    private readonly ImportProfile profile;
    private readonly HeaderTable header;
    private readonly Layout layout;
    private readonly CellText text;
    private readonly string file;
    private readonly ProblemLog log;
    private readonly WaveKey wave;
    private readonly ProblemTally tally = new();
    private readonly RowFindings row;
    private readonly RowScreen screen;
    private readonly RespondentNumbers numbers;
    private readonly WeightCell weights;
    private readonly WaveSnapshotBuilder builder;
    private readonly QuestionCoder[] coders;
    private readonly Routing routing;
    private readonly int[] answers;
    private readonly long[] unknownCells;
    private CellPosition firstBlank = CellPosition.File;
    private long blankRows;
    private int widest;
    private int faultyRows;

    public RowImport(
        CodeBook book, string codeBookHash, ImportProfile profile, HeaderTable header, Layout layout, CellText text, string file, ProblemLog log)
    {
        (this.profile, this.header, this.layout, this.text, this.file, this.log) = (profile, header, layout, text, file, log);
        wave = book.Wave;
        var missing = new MissingValues(profile);
        foreach (var conflict in missing.Conflicts(file, book)) log.Add(conflict);
        var questions = layout.Questions.Select(bound => bound.Question).ToList();
        builder = new WaveSnapshotBuilder(book.Wave, codeBookHash, questions.Select(question => question.Id), layout.Id >= 0, layout.Weight >= 0);
        var columns = Math.Max(1, layout.Questions.Sum(bound => bound.Columns.Length));
        coders =
        [
            .. layout.Questions.Select((bound, i) => QuestionCoder.For(
                bound.Question, bound.Columns, profile, missing, text, builder.Columns[i], Math.Max(16, ImportLimits.RememberedCells / columns))),
        ];
        var before = log.Errors;
        routing = new Routing(questions, [.. coders.Select((coder, i) => (coder, builder.Columns[i], layout.Questions[i].Columns[0]))], file, log);
        IsReady = log.Errors == before;
        answers = new int[coders.Length];
        unknownCells = new long[coders.Length];
        row = new RowFindings(file, header, profile.UnknownCells, log, tally);
        screen = new RowScreen(profile, layout, text);
        numbers = new RespondentNumbers(layout.Id, profile, text);
        weights = new WeightCell(layout.Weight, text);
        widest = header.Width;
    }

    /// <summary>False when the code book cannot be used with this header; the log says why.</summary>
    public bool IsReady { get; }

    public int RowsIn { get; private set; }

    public int Accepted { get; private set; }

    public int Rejected { get; private set; }

    public int Excluded { get; private set; }

    /// <summary>Reads all rows and says what concerns them together.</summary>
    /// <param name="reader">Behind the header.</param>
    /// <param name="progress">Receives the offset in the file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public void Run(ResponseReader reader, Action<double> progress, CancellationToken cancellation)
    {
        for (var count = 0; reader.Read(); count++)
        {
            if (count % RowsPerReport == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress(reader.Offset);
            }

            Add(reader);
            if (count % RowsPerCheck == 0 && HasTooManyAnswers()) break;
        }

        Conclude();
    }

    /// <summary>The snapshot of the accepted respondents; warns of questions that nobody answered.</summary>
    public WaveSnapshot Freeze()
    {
        var snapshot = builder.Freeze();
        foreach (var (question, columns) in layout.Questions)
            if (!snapshot.Columns[question.Id].Answers.Any(answer => answer.Role is AnswerRole.Substantive or AnswerRole.DontKnow))
                log.Add(ImportProblems.NoValidAnswer(file, header.PositionOf(columns[0]), question.Id));
        return snapshot;
    }

    private bool HasTooManyAnswers()
    {
        if (builder.Columns.Sum(column => (long)column.Interned) <= ImportLimits.DistinctAnswers) return false;
        var question = Enumerable.Range(0, coders.Length).MaxBy(i => builder.Columns[i].Interned);
        log.Add(ImportProblems.TooManyDistinctAnswers(
            file, header.PositionOf(layout.Questions[question].Columns[0]), ImportLimits.DistinctAnswers));
        return true;
    }

    private void Add(ResponseReader reader)
    {
        var first = screen.FirstCell(reader);
        if (first < 0 && reader.Fault is null)
        {
            if (blankRows++ == 0) firstBlank = reader.Here;
            return;
        }

        RowsIn++;
        row.Begin(reader.Here);
        if (reader.Fault is not null) row.Refuse(reader.Fault);
        else if (IsExcluded(reader, first)) Excluded++;
        else if (HasEveryCell(reader)) Check(reader);
        if (row.IsRejected) Rejected++;
    }

    private bool IsExcluded(ResponseReader reader, int first)
    {
        var cell = reader.Cell(first);
        if (screen.Comment(cell) is { } comment)
        {
            var alone = true;
            for (var column = first + 1; column < reader.Cells; column++) alone &= text.IsBlank(reader.Cell(column));
            log.Add(alone ? ImportProblems.CommentRow(file, row.At(first), comment) : ImportProblems.CommentRowWithCells(file, row.At(first), comment));
            return true;
        }

        var at = first;
        var totals = screen.Totals(cell);
        if (totals is null && layout.Id >= 0 && layout.Id != first)
            (totals, at) = (screen.Totals(reader.Cell(layout.Id)), layout.Id);
        if (totals is null) return screen.IsFiltered(reader);
        log.Add(ImportProblems.TotalsRow(file, row.At(at), totals));
        return true;
    }

    private bool HasEveryCell(ResponseReader reader)
    {
        if (reader.Cells < layout.Count)
        {
            row.Refuse(ImportProblems.TooFewCells(file, reader.Here, reader.Cells, layout.Count));
            return false;
        }

        for (var column = layout.Count; column < reader.Cells; column++)
        {
            if (text.IsBlank(reader.Cell(column))) continue;
            row.Refuse(ImportProblems.TooManyCells(file, reader.Here, reader.Cells, layout.Count));
            return false;
        }

        widest = Math.Max(widest, reader.Cells);
        return true;
    }

    private void Check(ResponseReader reader)
    {
        var id = numbers.Read(reader, row);
        var weight = weights.Read(reader, row);
        for (var i = 0; i < coders.Length; i++)
        {
            var before = row.UnknownCells;
            answers[i] = coders[i].Code(reader, row);
            if (row.UnknownCells > before) unknownCells[i]++;
        }

        if (row.UnknownCells > 0) faultyRows++;
        routing.Apply(answers, row);
        if (row.IsRejected) return;
        var gone = numbers.Claim(id!, builder.Count, builder.RowNumberAt, row);
        if (row.IsRejected) return;
        if (gone >= 0)
        {
            builder.Drop(gone);
            Accepted--;
            Rejected++;
        }

        builder.Append((int)reader.Row, id!, weight!.Value, answers);
        Accepted++;
    }

    private void Conclude()
    {
        tally.Report(log);
        for (var i = 0; i < layout.Filters.Count; i++)
            if (screen.Filtered[i] > 0)
                log.Add(ImportProblems.FilteredRows(file, $"{layout.Filters[i].Rule.Column}={string.Join('|', layout.Filters[i].Rule.Values)}", screen.Filtered[i]));
        if (widest > layout.Count)
            log.Add(ImportProblems.TrailingColumns(file, widest - layout.Count, CellPosition.OfColumn(layout.Count, "").Letters));
        if (blankRows > 0) log.Add(ImportProblems.BlankRows(file, firstBlank, blankRows));
        if (RowsIn == 0)
        {
            log.Add(ImportProblems.NoRows(file));
            return;
        }

        var candidates = RowsIn - Excluded;
        var foreign = unknownCells.Count(unknown => unknown * 2 > candidates);
        if (foreign > 1 && foreign * 2 > coders.Length) log.Add(ImportProblems.ForeignCodes(file, wave, foreign, coders.Length));
        if (profile.UnknownCells is not UnknownCellPolicy.RefuseFile && faultyRows > profile.FaultyRowLimit * candidates)
            log.Add(ImportProblems.TooManyFaultyRows(file, faultyRows, candidates, profile.FaultyRowLimit));
        if (Accepted == 0 && log.Errors == 0) log.Add(ImportProblems.NobodyLeft(file, Excluded, Rejected));
    }
}
