namespace WorldModel.Kernels;

/// <summary>
/// Adam (Kingma and Ba, arXiv 1412.6980, algorithm 1) in one pass over memory: moments, weights, and the gradient set back
/// to zero for the next backward pass.
/// </summary>
internal static unsafe class AdamKernel<S, V> where S : struct, ISimd<V> where V : struct
{
    /// <param name="weights">Changed.</param>
    /// <param name="gradients">Read, and set to zero.</param>
    /// <param name="first">First moments, renewed.</param>
    /// <param name="second">Second moments, renewed.</param>
    /// <param name="work">How many numbers each holds, and the update.</param>
    internal static void Run(float* weights, float* gradients, float* first, float* second, (long Count, AdamStep Step) work)
    {
        var step = work.Step;
        var (beta1, rest1, beta2, rest2) = (S.Of(step.Beta1), S.Of(step.Rest1), S.Of(step.Beta2), S.Of(step.Rest2));
        var (rate, correction, epsilon, keep) = (S.Of(-step.Rate), S.Of(step.Correction), S.Of(step.Epsilon), S.Of(step.Keep));
        var i = 0L;
        for (; i <= work.Count - S.Lanes; i += S.Lanes)
        {
            var gradient = S.Load(gradients + i);
            var m = S.MultiplyAdd(rest1, gradient, S.Multiply(beta1, S.Load(first + i)));
            var v = S.MultiplyAdd(S.Multiply(rest2, gradient), gradient, S.Multiply(beta2, S.Load(second + i)));
            S.Store(m, first + i);
            S.Store(v, second + i);
            S.Store(S.Zero, gradients + i);
            var size = S.MultiplyAdd(S.Sqrt(v), correction, epsilon);
            S.Store(S.MultiplyAdd(rate, S.Divide(m, size), S.Multiply(keep, S.Load(weights + i))), weights + i);
        }

        for (; i < work.Count; i++)
        {
            var gradient = gradients[i];
            first[i] = (step.Beta1 * first[i]) + (step.Rest1 * gradient);
            second[i] = (step.Beta2 * second[i]) + (step.Rest2 * gradient * gradient);
            gradients[i] = 0;
            weights[i] = (step.Keep * weights[i]) - (step.Rate * (first[i] / ((MathF.Sqrt(second[i]) * step.Correction) + step.Epsilon)));
        }
    }
}
