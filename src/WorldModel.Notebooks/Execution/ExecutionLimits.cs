using WorldModel.Notebooks.Model;

namespace WorldModel.Notebooks.Execution;

/// <summary>What a notebook's process may use: time for a cell, and threads.</summary>
internal sealed record ExecutionLimits(TimeSpan CellTimeout, ThreadShare Share)
{
    /// <summary>How many times longer a cell with the tag <c>slow</c> may take.</summary>
    public const int SlowFactor = 10;

    public TimeSpan TimeoutOf(Cell cell) => cell.IsSlow ? CellTimeout * SlowFactor : CellTimeout;
}
