namespace WorldModel.Notebooks.Execution;

/// <summary>How much of a cell's output is kept: a page has to open, and a notebook stay below a megabyte or so.</summary>
internal static class CellLimits
{
    /// <summary>Printed text of a cell [characters].</summary>
    public const int Text = 1 << 20;

    /// <summary>Displayed values of a cell, all forms together [characters].</summary>
    public const int Data = 16 << 20;
}
