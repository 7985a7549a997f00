using System.Text;

namespace SurveyCalc.Indicators.Import;

/// <summary>
/// Strict decoding of CP932 as Windows writes it. With its own exception fallback .NET refuses the 398 pairs that share a
/// character with another pair (﨑 is both ED95 and FAB1), though they stand in real files; here they are read, and
/// whatever else is no character throws.
/// </summary>
internal sealed class Cp932Fallback : DecoderFallback
{
    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

    private sealed class Buffer : DecoderFallbackBuffer
    {
        private static readonly Encoding BestFit = Encoding.GetEncoding(932);

        private char waiting;
        private bool isWaiting;

        public override int Remaining => isWaiting ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            // For what it does not know, the best fit gives one of three substitutes, and never those otherwise: a pair
            // that truly is a middle dot does not come here.
            if (bytesUnknown.Length != 2 || BestFit.GetString(bytesUnknown) is not [var c] || c is '?' or '\u30FB' or '\uFFFD')
                throw new DecoderFallbackException($"Bytes {Convert.ToHexString(bytesUnknown)} are no character of CP932.", bytesUnknown, index);
            (waiting, isWaiting) = (c, true);
            return true;
        }

        public override char GetNextChar()
        {
            var next = isWaiting ? waiting : '\0';
            isWaiting = false;
            return next;
        }

        public override bool MovePrevious() => false;

        public override void Reset() => isWaiting = false;
    }
}
