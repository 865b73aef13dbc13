namespace WorldModel.Kernels;

/// <summary>A model that kernels step a block of lanes at a time.</summary>
internal interface IBlockModel
{
    /// <summary>Channels of the state.</summary>
    int States { get; }

    /// <summary>Channels of the action.</summary>
    int Actions { get; }

    /// <summary>Memory for a block of so many lanes.</summary>
    IModelBlock Block(int lanes);
}
