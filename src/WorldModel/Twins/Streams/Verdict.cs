namespace WorldModel.Twins;

/// <summary>What a twin made of a reading. Those up to <see cref="Late"/> it holds, the others changed nothing.</summary>
public enum Verdict
{
    /// <summary>Newer than all that the twin held of this placement.</summary>
    Taken,

    /// <summary>Older than what the twin held: put into its place in history, while the current state stays.</summary>
    Late,

    /// <summary>The same reading once more, as networks deliver it when an answer got lost.</summary>
    Duplicate,

    /// <summary>A second answer, another one, for a moment that has one.</summary>
    Conflicting,

    /// <summary>Of a placement that the scene does not have.</summary>
    Unknown,

    /// <summary>A number is not finite, or an orientation is no unit quaternion.</summary>
    Invalid,

    /// <summary>Outside of the bounds that were set for the placement.</summary>
    Outside,

    /// <summary>So far from a neighbour in time that the placement had to be faster than it can be.</summary>
    TooFast,

    /// <summary>A message that is no reading at all.</summary>
    Malformed,
}
