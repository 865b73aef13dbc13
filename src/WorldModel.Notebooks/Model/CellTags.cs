namespace WorldModel.Notebooks.Model;

/// <summary>Tags that change how a cell is run; all others only say what it is for.</summary>
internal static class CellTags
{
    /// <summary>The cell shows an error: it must raise one. Jupyter's own word.</summary>
    public const string RaisesException = "raises-exception";

    /// <summary>The cell takes long and gets more time.</summary>
    public const string Slow = "slow";
}
