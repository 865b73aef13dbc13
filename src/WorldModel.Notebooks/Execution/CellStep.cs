using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>A cell has started, or ended with <paramref name="Result"/>.</summary>
internal sealed record CellStep(Notebook Notebook, Cell Cell, CellResult? Result);
