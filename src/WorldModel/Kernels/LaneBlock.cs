using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace WorldModel.Kernels;

/// <summary>
/// A few vectors of runs that step together, [vector][channel] in memory that stays in the first cache. A method goes
/// through all vectors before it takes its next stage, so that square roots and quotients of one do not wait for another's.
/// </summary>
internal unsafe ref struct LaneBlock<TLaw, T> where TLaw : struct, ILaneLaw where T : unmanaged, ILane<T>
{
    private readonly TLaw law;
    private readonly LaneSizes sizes;
    private readonly int vectors;
    private T* action;

    /// <param name="law">The law.</param>
    /// <param name="sizes">Sizes of a full block.</param>
    /// <param name="vectors">Vectors that hold runs.</param>
    /// <param name="memory">Memory of <see cref="LaneSizes.Numbers"/> numbers.</param>
    internal LaneBlock(TLaw law, LaneSizes sizes, int vectors, T* memory)
    {
        (this.law, this.sizes, this.vectors) = (law, sizes, vectors);
        Parameters = memory;
        State = Parameters + (sizes.Vectors * sizes.Parameters);
        After = State + Numbers;
        Rates = After + Numbers;
        Actions = Rates + (4 * Numbers);
        Kept = Actions + (sizes.Vectors * sizes.Steps * sizes.Action);
    }

    /// <summary>Parameters of each vector.</summary>
    internal T* Parameters { get; }

    /// <summary>State now.</summary>
    internal T* State { get; private set; }

    /// <summary>State after the step; between stages what a method tries.</summary>
    internal T* After { get; private set; }

    /// <summary>The first of four places for rates of change, <see cref="Numbers"/> apart.</summary>
    internal T* Rates { get; }

    /// <summary>Actions of the next steps [vector][step][channel].</summary>
    internal T* Actions { get; }

    /// <summary>States of the last steps [vector][step][channel].</summary>
    internal T* Kept { get; }

    /// <summary>Numbers of all states.</summary>
    internal readonly int Numbers => vectors * sizes.State;

    /// <summary>Channels of one state.</summary>
    internal readonly int Channels => sizes.State;

    /// <summary>The law at given states.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal readonly void Derive(T* state, T* rate)
    {
        var (s, a, p) = (sizes.State, sizes.Action, sizes.Parameters);
        T* given = Parameters, held = action;
        for (var vector = 0; vector < vectors; vector++)
        {
            law.Derivative<T>(Few(given, p), Few(state, s), Few(held, a), Few(rate, s));
            given += p;
            held += sizes.Steps * a;
            state += s;
            rate += s;
        }
    }

    /// <summary>State + time · rate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal readonly void Move(T* rate, float time, T* to)
    {
        var state = State;
        var count = Numbers;
        for (nint i = 0; i < count; i++)
        {
            to[i] = T.MultiplyAdd(time, rate[i], state[i]);
        }
    }

    /// <summary>Sudden events of the step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal readonly void Resolve<TImpact>(TImpact impact, float dt) where TImpact : struct, ILaneImpact
    {
        var (s, p) = (sizes.State, sizes.Parameters);
        for (var vector = 0; vector < vectors; vector++)
        {
            impact.Resolve<T>(Few(Parameters + (vector * p), p), Few(State + (vector * s), s), Few(After + (vector * s), s), dt);
        }
    }

    /// <summary>Holds the action of one of the next steps.</summary>
    internal void Hold(int step) => action = Actions + (step * sizes.Action);

    /// <summary>What was after is now.</summary>
    internal void Swap()
    {
        var now = After;
        After = State;
        State = now;
    }

    /// <summary>Keeps the state of one of the last steps.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal readonly void Keep(int step)
    {
        var s = sizes.State;
        T* from = State, to = Kept + (step * s);
        for (var vector = 0; vector < vectors; vector++)
        {
            for (nint channel = 0; channel < s; channel++)
            {
                to[channel] = from[channel];
            }

            from += s;
            to += sizes.Steps * s;
        }
    }

    // A span, without its constructor's question whether the length is negative.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<T> Few(T* from, int count) => MemoryMarshal.CreateSpan(ref *from, count);
}
