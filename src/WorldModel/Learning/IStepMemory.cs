namespace WorldModel.Learning;

/// <summary>What a training remembers from one epoch to the next, besides its parameters and the random numbers.</summary>
internal interface IStepMemory
{
    /// <summary>Copies of it by name; they belong to the caller's dispose scope.</summary>
    IEnumerable<(string Name, Tensor Value)> Remember();

    /// <summary>Goes on from such copies, and from the parameters as they are now.</summary>
    void Recall(IReadOnlyDictionary<string, Tensor> copies);
}
