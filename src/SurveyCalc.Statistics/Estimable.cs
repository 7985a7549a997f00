using System.Diagnostics.CodeAnalysis;

namespace SurveyCalc.Statistics;

/// <summary>Either a value or the reason why there is none (推定値または推定不能).</summary>
/// <typeparam name="T">What is estimated.</typeparam>
/// <remarks><c>default</c> holds no value; its reason is <see cref="NotEstimableReason.NotComputed"/>.</remarks>
[SuppressMessage("Design", "CA1000", Justification = "Estimable<T>.Of names the type it makes, as its siblings do.")]
public readonly record struct Estimable<T>
    where T : notnull
{
    private readonly T _value;
    private readonly NotEstimableReason _reason;

    private Estimable(T value, bool isEstimable, NotEstimableReason reason) => (_value, IsEstimable, _reason) = (value, isEstimable, reason);

    /// <summary>True when there is a value.</summary>
    public bool IsEstimable { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message names the reason.</exception>
    public T Value => IsEstimable ? _value : throw new InvalidOperationException($"Not estimable: {_reason}. Ask IsEstimable or TryGet first.");

    /// <summary>Why there is no value.</summary>
    /// <exception cref="InvalidOperationException">There is a value.</exception>
    public NotEstimableReason Reason => !IsEstimable ? _reason : throw new InvalidOperationException("There is a value, so there is no reason for its absence.");

    /// <summary>A value that exists.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A <c>double</c> that is not finite: NaN and infinity are not estimates.</exception>
    public static Estimable<T> Of(T value) => value is double number && !double.IsFinite(number)
        ? throw new ArgumentOutOfRangeException(nameof(value), value, "An estimate is a finite number; name a reason instead.")
        : new(value, true, default);

    /// <summary>No value, for the named reason.</summary>
    public static Estimable<T> Not(NotEstimableReason reason) => new(default!, false, reason);

    /// <summary>Gives the value when there is one.</summary>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsEstimable;
    }

    /// <summary>Applies a function to the value, or passes the reason on.</summary>
    public Estimable<TOther> Select<TOther>(Func<T, TOther> selector)
        where TOther : notnull
    {
        ArgumentNullException.ThrowIfNull(selector);
        return IsEstimable ? Estimable<TOther>.Of(selector(_value)) : Estimable<TOther>.Not(_reason);
    }

    /// <summary>Applies a function that may itself find no value, or passes the reason on.</summary>
    public Estimable<TOther> SelectMany<TOther>(Func<T, Estimable<TOther>> selector)
        where TOther : notnull
    {
        ArgumentNullException.ThrowIfNull(selector);
        return IsEstimable ? selector(_value) : Estimable<TOther>.Not(_reason);
    }

    /// <inheritdoc/>
    public override string ToString() => IsEstimable ? $"{_value}" : $"not estimable: {_reason}";
}
