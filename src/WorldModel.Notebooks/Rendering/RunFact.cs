namespace WorldModel.Notebooks.Rendering;

/// <summary>One thing to know of a notebook's run; the value is ready for a page.</summary>
internal sealed record RunFact(string Name, string Html);
