using System.Globalization;
using System.Text;
using SurveyCalc.Indicators.CodeBooks;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

/// <summary>Nothing in a file may throw, and every row is accounted for (<see cref="SampleSurvey.Read(byte[],CodeBook,ImportProfile,IReadOnlyList{CodeBook})"/> asserts it).</summary>
public class FuzzTests
{
    private static readonly string[] Cells =
    [
        "", "1", "2", "3", "5", "9", "99", "１", "1.0", "01", "満足", "やや満足", "やや満促", "無回答", "非該当", "無効", "○", "0", "道路", "特になし",
        "-1", "1,5", "5回", "1月2日", "\"", "\"\"", "\"1\"", "\"a\nb\"", "\"a\r\nb", "　", "合計", "#", "※注", "\u200B", "e\u0301", "𠮷", "㏚", "\t", ";", "1;2", "1e5", "NaN",
        "\0", "\uFFFD", "\uFFFF", "\uFFFE", new string('x', 300), "=1+1", "\r", "99999999999999999999999999999999",
    ];

    private static readonly CodeBook Book = SampleSurvey.BookOf(
    [
        .. SampleSurvey.Book.Questions,
        SampleSurvey.Joined("問4", "1 道路", "2 公園", "3 特になし") with { AskedIf = new AnswerCondition("問1", ["満足"]) },
        SampleSurvey.Single("問5", "1 道路", "2 公園") with { AskedIf = new AnswerCondition("問4", ["道路"]) },
    ]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Made_up_tables_never_throw(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var text = new StringBuilder("番号,問1,問2a,問2b,問2c,問3,自由,問4,問5,ウエイト\n");
            for (var row = random.Next(12); row > 0; row--)
            {
                var id = random.Next(20).ToString(CultureInfo.InvariantCulture);
                var cells = Enumerable.Range(0, 9 + (random.Next(10) > 0 ? 0 : random.Next(-2, 3))).Select(_ => Cells[random.Next(random.Next(2) == 0 ? 6 : Cells.Length)]);
                text.Append(id).Append(',').AppendJoin(',', cells).Append(random.Next(5) == 0 ? "\r\n" : "\n");
            }

            Try(seed, i, Encoding.UTF8.GetBytes(text.ToString()), random);
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public void Mutated_files_never_throw(int seed)
    {
        var random = new Random(seed);
        const string good = SampleSurvey.Header + "1,満足,1,,,5,よい\n2,やや満足,,1,,3.5,\"改\n行\"\n3,無回答,,,1,,\n";
        for (var i = 0; i < 500; i++)
        {
            var encoding = random.Next(2) == 0 ? Encoding.UTF8 : SourceEncoding.Cp932.Strict();
            var bytes = encoding.GetBytes(good).ToList();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Count);
                var value = random.Next(3) == 0 ? (byte)",\"\n\r\t;"[random.Next(6)] : (byte)random.Next(256);
                switch (random.Next(3))
                {
                    case 0:
                        bytes[at] = value;
                        break;
                    case 1:
                        bytes.Insert(at, value);
                        break;
                    default:
                        bytes.RemoveAt(at);
                        break;
                }
            }

            Try(seed, i, [.. bytes], random);
        }
    }

    [Theory]
    [InlineData(21)]
    [InlineData(22)]
    public void Random_bytes_never_throw(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 500; i++)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            Try(seed, i, random.Next(2) == 0 ? bytes : [.. Encoding.UTF8.GetBytes(SampleSurvey.Header), .. bytes.Select(b => (byte)(b & 0x7F))], random);
        }
    }

    private static void Try(int seed, int number, byte[] bytes, Random random)
    {
        var profile = new ImportProfile
        {
            Wave = SampleSurvey.Wave,
            IdColumn = random.Next(2) == 0 ? "番号" : null,
            WeightColumn = random.Next(4) == 0 ? "ウエイト" : null,
            HeaderRows = random.Next(5) == 0 ? 2 : 1,
            Duplicates = (DuplicatePolicy)random.Next(4),
            UnknownCells = (UnknownCellPolicy)random.Next(3),
            AllowsMissingId = random.Next(2) == 0,
            FaultyRowLimit = random.Next(2),
            UnmarkedBlock = (UnmarkedBlock)random.Next(2),
            MarkSeparator = random.Next(3) switch { 0 => ";", 1 => "\n", _ => "" },
            Exclusions = random.Next(4) == 0 ? [new RowFilter("問3", ["5", ""])] : [],
        };
        try
        {
            SampleSurvey.Read(bytes, random.Next(2) == 0 ? Book : SampleSurvey.Book, profile);
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"seed {seed}, file {number}: {Convert.ToHexString(bytes)}", fault);
        }
    }
}
