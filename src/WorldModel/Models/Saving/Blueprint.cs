using System.Globalization;

namespace WorldModel.Models;

/// <summary>A model without its numbers: what a file says before them.</summary>
/// <param name="Kind">Name of the model's type.</param>
/// <param name="State">Channels of its state.</param>
/// <param name="Action">Channels of its action.</param>
/// <param name="Dt">Length of one step [s].</param>
/// <param name="Options">What else its architecture needs, such as "width" and "depth"; text, so that any file format can hold it.</param>
public sealed record Blueprint(string Kind, Space State, Space Action, double Dt, IReadOnlyDictionary<string, string> Options)
{
    /// <summary>Numbers that a file has for it.</summary>
    internal long Room { get; init; } = long.MaxValue;

    /// <summary>An option that is a positive whole number.</summary>
    /// <exception cref="ArgumentException">It is missing or something else.</exception>
    internal int Whole(string option) =>
        Options.TryGetValue(option, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new ArgumentException($"its {option} is '{text}' and should be a positive whole number");

    /// <summary>
    /// Refuses hidden layers that would need more numbers than there are, before any memory is taken for them: what every kind
    /// has at least, whatever else it holds.
    /// </summary>
    /// <exception cref="ArgumentException">They would, or a size is no positive whole number.</exception>
    internal void RequireRoom()
    {
        var (width, depth) = ((UInt128)Whole("width"), (UInt128)(Options.ContainsKey("depth") ? Whole("depth") : 2));
        var needed = (UInt128)(Options.ContainsKey("members") ? Whole("members") : 1) * (width + ((depth - 1) * width * width));
        if (needed > (UInt128)Room)
        {
            throw new ArgumentException($"{depth} layers of width {width} need at least {needed} numbers and there are {Room}");
        }
    }

    /// <summary>Refuses layers that would need more numbers than there are, before any memory is taken for them.</summary>
    /// <exception cref="ArgumentException">They would.</exception>
    internal void RequireRoom(int inputs, int outputs)
    {
        var (width, depth) = ((UInt128)Whole("width"), (UInt128)Whole("depth"));
        var needed = (width * (UInt128)(inputs + 1)) + ((depth - 1) * width * (width + 1)) + ((UInt128)outputs * (width + 1));
        if (needed > (UInt128)Room)
        {
            throw new ArgumentException($"{depth} layers of width {width} need {needed} numbers and there are {Room}");
        }
    }
}
