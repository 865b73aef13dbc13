using System.Globalization;
using WorldModel.Worlds;

namespace WorldModel.Models;

/// <summary>How a graph network is built.</summary>
/// <param name="Cutoff">Largest gap between two surfaces across which objects (and walls) see each other [m].</param>
/// <param name="Width">Units a hidden layer, and numbers in a plain message.</param>
/// <param name="Depth">Hidden layers.</param>
/// <param name="IsSymmetric">Whether messages keep the symmetries of mechanics by design; see <see cref="GraphNet"/>.</param>
/// <param name="Room">The room whose walls are seen; null where there are none.</param>
/// <param name="SeesOthers">Whether objects see each other at all; without, only the walls are left: a control.</param>
public sealed record GraphOptions(
    double Cutoff = double.PositiveInfinity, int Width = 64, int Depth = 2, bool IsSymmetric = true, Room? Room = null, bool SeesOthers = true)
{
    /// <summary>Refuses options that no network can have.</summary>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Depth);
        if (!(Cutoff > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(Cutoff), Cutoff, "a cut-off is a gap of more than 0 m");
        }
    }

    /// <summary>As a blueprint holds them.</summary>
    internal IReadOnlyDictionary<string, string> ToText()
    {
        Dictionary<string, string> text = new()
        {
            ["cutoff"] = Cutoff.ToString("R", CultureInfo.InvariantCulture),
            ["width"] = Width.ToString(CultureInfo.InvariantCulture),
            ["depth"] = Depth.ToString(CultureInfo.InvariantCulture),
            ["symmetric"] = IsSymmetric ? "true" : "false",
            ["others"] = SeesOthers ? "true" : "false",
        };
        if (Room is { } room)
        {
            text["room"] = string.Create(CultureInfo.InvariantCulture, $"{room.Width:R} {room.Height:R}");
        }

        return text;
    }

    /// <summary>Undoes <see cref="ToText"/>.</summary>
    /// <exception cref="FormatException">A number cannot be read.</exception>
    /// <exception cref="KeyNotFoundException">An option is missing.</exception>
    internal static GraphOptions FromText(IReadOnlyDictionary<string, string> text)
    {
        double Number(string number) => double.Parse(number, CultureInfo.InvariantCulture);
        int Count(string name) => int.Parse(text[name], CultureInfo.InvariantCulture);
        var sides = text.TryGetValue("room", out var room) ? room.Split(' ') : null;
        return new(Number(text["cutoff"]), Count("width"), Count("depth"), text["symmetric"] == "true",
            sides is null ? null : new(Number(sides[0]), Number(sides[1])), text["others"] == "true");
    }
}
