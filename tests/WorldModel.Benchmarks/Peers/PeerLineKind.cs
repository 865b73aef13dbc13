namespace WorldModel.Benchmarks.Peers;

/// <summary>What the peer's worker may say.</summary>
internal enum PeerLineKind
{
    /// <summary>It began; versions.</summary>
    Ready,

    /// <summary>Times of one form.</summary>
    Time,

    /// <summary>That were all forms.</summary>
    Done,

    /// <summary>What was wrong.</summary>
    Error,
}
