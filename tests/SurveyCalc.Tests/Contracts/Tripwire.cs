using System.Collections;

namespace SurveyCalc.Tests.Contracts;

/// <summary>A list that does something when a certain item is reached: fails, cancels or looks from outside.</summary>
internal sealed class Tripwire<T>(IReadOnlyList<T> items, int at, Action act) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index]
    {
        get
        {
            if (index == at) act();
            return items[index];
        }
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
