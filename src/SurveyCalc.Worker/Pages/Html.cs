using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace SurveyCalc.Worker.Pages;

/// <summary>Markup that is safe to send: what fills its gaps is encoded, unless it is such markup itself.</summary>
internal readonly record struct Html(string Text)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Markup from an interpolated text.</summary>
    public static Html Of(Gaps text) => new(text.ToString());

    /// <summary>One after the other.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => new(string.Concat(items.Select(i => render(i).Text)));

    public override string ToString() => Text;

    /// <summary>Collects the parts of an interpolated text.</summary>
    [InterpolatedStringHandler]
    internal readonly struct Gaps(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + formattedCount * 16);

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html html) => text.Append(html.Text);

        public void AppendFormatted(string? value) => text.Append(Encoder.Encode(value ?? ""));

        public void AppendFormatted(long value) => text.Append(value.ToString("N0", CultureInfo.InvariantCulture));

        public override string ToString() => text.ToString();
    }
}
