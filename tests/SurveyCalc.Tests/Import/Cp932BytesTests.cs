using System.Text;
using SurveyCalc.Indicators.Import;

namespace SurveyCalc.Tests.Import;

public class Cp932BytesTests
{
    private static readonly Encoding Strict = SourceEncoding.Cp932.Strict();

    [Fact]
    public void Every_pair_of_bytes_that_the_strict_decoder_takes_for_a_character_is_accepted()
    {
        byte[] bytes = [.. Pairs().Where(IsCharacter).SelectMany(pair => new[] { pair.Lead, pair.Trail, (byte)'\n' })];
        Assert.Equal(9_604, bytes.Length / 3);
        Assert.Null(Scan(bytes).Fault);
    }

    [Theory]
    [InlineData(0xED, 0x95, '﨑')]
    [InlineData(0xFA, 0xB1, '﨑')]
    [InlineData(0x87, 0x90, '≒')]
    [InlineData(0x87, 0x40, '①')]
    [InlineData(0x81, 0x45, '・')]
    public void Both_byte_forms_of_a_character_are_read(byte lead, byte trail, char character) =>
        Assert.Equal($"a{character}b", Strict.GetString([(byte)'a', lead, trail, (byte)'b']));

    [Fact]
    public void No_other_pair_is_accepted()
    {
        foreach (var pair in Pairs().Where(pair => !IsCharacter(pair)))
            Assert.Equal("SC-I006", Scan([0x83, 0x5C, pair.Lead, pair.Trail]).Fault?.Code);
    }

    private static FileScan Scan(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        return FileScan.Of(stream, "a.csv", DeclaredEncoding.Cp932);
    }

    private static IEnumerable<(byte Lead, byte Trail)> Pairs() =>
        from lead in Enumerable.Range(0x81, 0x7C)
        where lead is < 0xA0 or >= 0xE0
        from trail in Enumerable.Range(1, 255)
        select ((byte)lead, (byte)trail);

    private static bool IsCharacter((byte Lead, byte Trail) pair)
    {
        try
        {
            return Strict.GetString([pair.Lead, pair.Trail]).Length == 1;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
