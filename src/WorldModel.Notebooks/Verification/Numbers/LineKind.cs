namespace WorldModel.Notebooks.Verification.Numbers;

/// <summary>What of a line has to be the same when a notebook runs again.</summary>
internal enum LineKind
{
    /// <summary>Every letter: a claim, and how it was checked.</summary>
    Claim,

    /// <summary>The numbers behind a claim, within the tolerance that stands before them.</summary>
    Measured,

    /// <summary>Words, and numbers within the tolerance of the next check; they are rounded as the author chose.</summary>
    Text,

    /// <summary>Words alone: what a chart shows.</summary>
    Description,
}
