using System.Text.Json.Serialization;
using WorldModel.Notebooks.Browser;

namespace WorldModel.Notebooks.Pictures;

/// <summary>Where a drawn chart is: its size, and the 3-D scenes in it [CSS px].</summary>
internal sealed record StageLayout(
    [property: JsonPropertyName("width")] int Width,
    [property: JsonPropertyName("height")] int Height,
    [property: JsonPropertyName("scenes")] IReadOnlyList<PageArea> Scenes);
