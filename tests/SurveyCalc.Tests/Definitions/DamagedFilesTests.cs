using System.Text;
using SurveyCalc.Indicators.Definitions;

namespace SurveyCalc.Tests.Definitions;

/// <summary>A planner's file is data, whatever is in it: problems, never exceptions, and never a half-read definition.</summary>
public sealed class DamagedFilesTests
{
    private static readonly string[] Scraps =
        ["", "問1", "市民意識調査", "令和3年度", "MA", "数値", "満足", "=", "|", "\"", "#", "-1", "1e400", "99999999999999999999999999999999", "\n", "平均点", "=1|=2", "問2=はい", "𠮷", "\u3000"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Random_damage_never_throws(int seed)
    {
        var random = new Random(seed);
        for (var trial = 0; trial < 50; trial++)
        {
            var files = DefinitionTemplates.Files.Select(f => (f.Name, Content: Damage(f.Content, random))).ToArray();
            var read = Csv.ReadFiles(files);
            Assert.All(read.Problems, p => Assert.Matches("^SC-[DI][0-9]{3}$", p.Code));
            if (!read.IsAccepted) continue;
            var items = DefinitionItems.Of(read.Definitions);
            Assert.Equal(items, DefinitionItems.Of(DefinitionItems.ToSet(items)));
            Assert.Equal(items, WrittenAndRead(read.Definitions));
            foreach (var indicator in read.Definitions.Indicators)
                foreach (var book in read.Definitions.CodeBooks.Where(b => b.Wave.Survey == indicator.Survey && b.Find(indicator.Question) is not null))
                    Assert.True(BoundRule.TryBind(indicator, book, out _, out var reason), $"Seed {seed}, trial {trial}: {reason}");
        }
    }

    private static IReadOnlyList<DefinitionItem> WrittenAndRead(DefinitionSet definitions)
    {
        var folder = Directory.CreateTempSubdirectory("definitions").FullName;
        try
        {
            DefinitionFolder.Write(folder, definitions);
            return DefinitionItems.Of(DefinitionFolder.Read(folder).Definitions);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static byte[] Damage(byte[] content, Random random)
    {
        if (random.Next(20) == 0)
        {
            content[random.Next(content.Length)] = (byte)random.Next(256);
            return content;
        }

        var lines = Encoding.UTF8.GetString(content).Split("\r\n");
        for (var i = random.Next(3); i > 0; i--)
        {
            var line = random.Next(lines.Length);
            var cells = lines[line].Split(',');
            switch (random.Next(4))
            {
                case 0:
                    lines[line] = "";
                    break;
                case 1:
                    lines[line] = lines[random.Next(lines.Length)];
                    break;
                case 2:
                    lines[line] += "," + Scraps[random.Next(Scraps.Length)];
                    break;
                default:
                    cells[random.Next(cells.Length)] = Scraps[random.Next(Scraps.Length)];
                    lines[line] = string.Join(',', cells);
                    break;
            }
        }

        return Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
    }
}
