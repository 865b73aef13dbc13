namespace WorldModel.Notebooks.Tests.Rendering;

/// <summary>A start tag of a page.</summary>
internal sealed record Tag(string Name, IReadOnlyDictionary<string, string> Attributes)
{
    public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
}
