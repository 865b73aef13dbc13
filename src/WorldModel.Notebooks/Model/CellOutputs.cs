namespace WorldModel.Notebooks.Model;

/// <summary>What one execution of a code cell left behind.</summary>
internal sealed record CellOutputs(int CellNumber, int ExecutionCount, IReadOnlyList<Output> Outputs);
