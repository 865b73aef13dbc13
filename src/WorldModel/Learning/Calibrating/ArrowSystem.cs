namespace WorldModel.Learning;

/// <summary>
/// Normal equations of least squares in which all runs share the unknowns and each has its own initial state: a matrix
/// in the shape of an arrow, whose runs are eliminated one by one (the Schur complement; Triggs et al., Bundle
/// adjustment, 2000, section 6.1).
/// </summary>
internal sealed class ArrowSystem
{
    private const double Ridge = 1e-13; // of the largest diagonal element: what no reading tells stays where it is

    private readonly Tensor shared; // [M, P, P]
    private readonly Tensor mixed; // [M, B, P, S]
    private readonly Tensor own; // [M, B, S, S]
    private readonly Tensor sharedPull; // [M, P, 1]
    private readonly Tensor ownPull; // [M, B, S, 1]

    /// <summary>From derivatives [M, B, Q, R] and residuals [M, B, R], both in units of the noise.</summary>
    internal ArrowSystem(Tensor slopes, Tensor residuals, int unknowns)
    {
        var (values, initial) = (slopes.narrow(2, 0, unknowns), slopes.narrow(2, unknowns, slopes.shape[2] - unknowns));
        var pull = slopes.matmul(residuals.unsqueeze(-1));
        shared = values.matmul(values.mT).sum(1);
        mixed = values.matmul(initial.mT);
        own = initial.matmul(initial.mT);
        (sharedPull, ownPull) = (pull.narrow(2, 0, unknowns).sum(1), pull.narrow(2, unknowns, initial.shape[2]));
    }

    private bool HasOwn => own.shape[^1] > 0;

    /// <summary>Steps [M, P] and [M, B, S] towards the least squares; the larger the damping, the shorter and steeper (Marquardt 1963).</summary>
    internal (Tensor Free, Tensor Initial) Step(double damping)
    {
        if (!HasOwn)
        {
            return (-linalg.solve(Damped(shared, damping), sharedPull).squeeze(-1), ownPull.squeeze(-1));
        }

        var damped = Damped(own, damping);
        var complement = Damped(shared, damping) - mixed.matmul(linalg.solve(damped, mixed.mT)).sum(1);
        var pull = sharedPull - mixed.matmul(linalg.solve(damped, ownPull)).sum(1);
        var step = -linalg.solve(Damped(complement, 0), pull);
        var initial = -linalg.solve(damped, ownPull + mixed.mT.matmul(step.unsqueeze(1)));
        return (step.squeeze(-1), initial.squeeze(-1));
    }

    /// <summary>What the readings tell about the unknowns, the initial states having been sought too: Fisher's information [M, P, P].</summary>
    internal Tensor Information() => HasOwn ? shared - mixed.matmul(linalg.solve(Damped(own, 0), mixed.mT)).sum(1) : shared;

    /// <summary>Covariance [M, B, Q, Q] of the unknowns and one run's initial state.</summary>
    internal Tensor Covariance()
    {
        var values = linalg.inv(Damped(Information(), 0)).unsqueeze(1).expand(mixed.shape[0], mixed.shape[1], mixed.shape[2], mixed.shape[2]);
        if (!HasOwn)
        {
            return values;
        }

        var damped = Damped(own, 0);
        var follows = linalg.solve(damped, mixed.mT); // [M, B, S, P]
        var across = -values.matmul(follows.mT);
        var initial = linalg.inv(damped) + follows.matmul(values).matmul(follows.mT);
        return cat([cat([values, across], -1), cat([across.mT, initial], -1)], -2);
    }

    private static Tensor Damped(Tensor matrix, double damping)
    {
        var diagonal = matrix.diagonal(0, -2, -1);
        var least = diagonal.amax([-1], keepdim: true).clamp_min(1e-200) * Ridge;
        return matrix + (diagonal * damping + least).diag_embed();
    }
}
