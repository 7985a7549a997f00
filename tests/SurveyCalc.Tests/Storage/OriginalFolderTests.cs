using System.Security.Cryptography;
using System.Text;
using SurveyCalc.Storage;

namespace SurveyCalc.Tests.Storage;

/// <summary>The evidence beside the database.</summary>
public sealed class OriginalFolderTests
{
    [Fact]
    public async Task Workers_that_keep_the_same_bytes_at_once_all_succeed_and_leave_one_whole_file()
    {
        var path = Directory.CreateTempSubdirectory("surveycalc-").FullName;
        try
        {
            for (var i = 0; i < 50; i++)
            {
                var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{i},満足\r\n", 5_000)));
                var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes));
                await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
                {
                    using var content = new MemoryStream(bytes);
                    await new OriginalFolder(path).KeepAsync(content, sha256, CancellationToken.None);
                })));
                Assert.Equal(bytes, await File.ReadAllBytesAsync(Path.Combine(path, sha256 + ".csv")));
                Assert.Equal(i + 1, Directory.GetFiles(path).Length);
            }
        }
        finally
        {
            Directory.Delete(path, recursive: true);
        }
    }
}
