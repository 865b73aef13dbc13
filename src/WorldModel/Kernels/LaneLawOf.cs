using System.Runtime.Intrinsics;

namespace WorldModel.Kernels;

/// <summary>A law of one kind, compiled for each width and method.</summary>
internal sealed class LaneLaw<TLaw, TImpact>(TLaw law, TImpact impact, ReadOnlySpan<LaneParameter> parameters) : LaneLaw(parameters)
    where TLaw : struct, ILaneLaw
    where TImpact : struct, ILaneImpact
{
    private protected override void Run(LanePlan plan, LaneRuns runs)
    {
        switch (plan.Width)
        {
            case SimdWidth.Bits512:
                Run<Lane<Simd512, Vector512<float>>>(plan, runs);
                break;
            case SimdWidth.Bits256:
                Run<Lane<Simd256, Vector256<float>>>(plan, runs);
                break;
            default:
                Run<Lane<Simd128, Vector128<float>>>(plan, runs);
                break;
        }
    }

    private void Run<T>(LanePlan plan, LaneRuns runs) where T : unmanaged, ILane<T>
    {
        switch (plan.Method)
        {
            case LaneMethod.Euler:
                new LaneRollout<TLaw, TImpact, LaneEuler, T>(law, impact, plan, runs).Run();
                break;
            case LaneMethod.SymplecticEuler:
                new LaneRollout<TLaw, TImpact, LaneSymplecticEuler, T>(law, impact, plan, runs).Run();
                break;
            default:
                new LaneRollout<TLaw, TImpact, LaneRk4, T>(law, impact, plan, runs).Run();
                break;
        }
    }
}
