using System.Text.Json.Serialization;

namespace WorldModel.Notebooks.Browser;

/// <summary>A rectangle of a page, from its upper left corner.</summary>
internal sealed record PageArea(
    [property: JsonPropertyName("x")] double X,
    [property: JsonPropertyName("y")] double Y,
    [property: JsonPropertyName("width")] double Width,
    [property: JsonPropertyName("height")] double Height)
{
    /// <summary>The same area in smaller units.</summary>
    public PageArea Times(double scale) => new(scale * X, scale * Y, scale * Width, scale * Height);
}
