using WorldModel.Twins;

namespace WorldModel.Tests.Twins;

/// <summary>
/// The oracle: all states of a run at once by weighted least squares, from the start, every step and every reading as
/// equations of their own. No recursion.
/// </summary>
internal sealed record KalmanBatch(Tensor Means, Tensor Covariances)
{
    /// <summary>Means [T+1, S] and covariances [T+1, S, S] of the first run, given its readings.</summary>
    internal static KalmanBatch Solve(KalmanSystem system, Trajectories readings)
    {
        var (size, steps) = (system.Size, readings.Steps);
        var (information, right) = (zeros([(steps + 1) * size, (steps + 1) * size], float64), zeros([(steps + 1) * size, 1], float64));
        Add(0, eye(size, dtype: float64), tensor(system.Start.Mean), tensor(system.Start.Covariance));
        for (var step = 0; step <= steps; step++)
        {
            var reading = readings.States[0, step];
            var seen = reading.isnan().logical_not().nonzero().squeeze(1);
            Add(step, eye(size, dtype: float64)[seen], reading[seen], tensor(system.SensorNoise)[seen].index_select(1, seen));
            if (step < steps)
            {
                var pushed = tensor(system.Control).matmul(readings.Actions[0, step]);
                Add(step, cat([-tensor(system.Transition), eye(size, dtype: float64)], 1), pushed, tensor(system.Process));
            }
        }

        var covariance = linalg.inv(information);
        var mean = covariance.matmul(right).view(steps + 1, size);
        return new(mean, stack([.. Enumerable.Range(0, steps + 1).Select(step => covariance.narrow(0, step * size, size).narrow(1, step * size, size))]));

        void Add(int step, Tensor equations, Tensor values, Tensor noise)
        {
            if (values.numel() == 0)
            {
                return;
            }

            var weighed = equations.t().matmul(linalg.inv(noise));
            information.narrow(0, step * size, equations.shape[1]).narrow(1, step * size, equations.shape[1]).add_(weighed.matmul(equations));
            right.narrow(0, step * size, equations.shape[1]).add_(weighed.matmul(values.unsqueeze(1)));
        }
    }
}
