using System.Collections;
using System.Globalization;

namespace WorldModel.Display;

/// <summary>A value in words for a console, the same in every culture.</summary>
internal static class AlbumText
{
    private const int Longest = 100;

    internal static string Of(object? value) => value switch
    {
        null => "null",
        string text => text,
        IRichView view => view.ToText(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable items => List(items.Cast<object?>()),
        _ => value.ToString() ?? "",
    };

    private static string List(IEnumerable<object?> items)
    {
        var shown = items.Take(Longest + 1).Select(Of).ToList();
        return $"[{string.Join(", ", shown.Take(Longest))}{(shown.Count > Longest ? ", …" : "")}]";
    }
}
