namespace WorldModel.Kernels;

/// <summary>Sizes of a block of runs: as many as the first cache holds with all that a step needs.</summary>
internal readonly struct LaneSizes
{
    private const int MostRuns = 64;
    private const int Cache = 8192; // [floats], of which processors have at least as many in their first cache
    private const int MostSteps = 8;
    private const int Places = 6; // state, state after, and four rates of change

    internal LaneSizes(LaneRuns runs, int lanes)
    {
        (State, Action, Parameters) = (runs.Channels, runs.Actions, runs.Given.Size);
        Steps = (int)Math.Min(runs.Steps, Math.Clamp(48 / Math.Max(1, State), 1, MostSteps));
        var each = Parameters + (Places * State) + (Steps * (State + Action));
        Vectors = Math.Clamp(Cache / Math.Max(1, each), lanes, MostRuns) / lanes;
        Runs = Vectors * lanes;
        Numbers = Vectors * each;
    }

    /// <summary>Vectors of lanes beside each other.</summary>
    internal int Vectors { get; }

    /// <summary>Runs in all of them.</summary>
    internal int Runs { get; }

    /// <summary>Channels of the state.</summary>
    internal int State { get; }

    /// <summary>Channels of the action.</summary>
    internal int Action { get; }

    /// <summary>Numbers that the law reads of each run.</summary>
    internal int Parameters { get; }

    /// <summary>Steps whose actions and states are brought from and to tensors together, so that whole cache lines move.</summary>
    internal int Steps { get; }

    /// <summary>Numbers of memory that a block needs.</summary>
    internal int Numbers { get; }
}
