namespace WorldModel.Notebooks.Conversion;

/// <summary>What to convert, into what, and where to.</summary>
internal sealed record ConvertOptions(IReadOnlyList<string> Paths, ConversionForm Form, string Output);
