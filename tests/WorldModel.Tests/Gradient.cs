namespace WorldModel.Tests;

/// <summary>The gradient of a scalar function, by autograd and by central differences.</summary>
internal static class Gradient
{
    internal static double[] ByAutograd(Func<Tensor, Tensor> function, Tensor at)
    {
        var input = at.detach().clone().requires_grad_();
        function(input).backward();
        return Doubles.Of(input.grad!);
    }

    internal static double[] ByDifferences(Func<Tensor, Tensor> function, Tensor at, double step = 1e-6)
    {
        using var noGradient = no_grad();
        return [.. Enumerable.Range(0, (int)at.numel()).Select(i => (Shifted(i, step) - Shifted(i, -step)) / (2 * step))];

        double Shifted(int i, double by)
        {
            var moved = at.detach().clone();
            moved.view(-1)[i] += by;
            return function(moved).ToDouble();
        }
    }

    internal static void AssertAgrees(Func<Tensor, Tensor> function, Tensor at, double tolerance = 1e-6)
    {
        var (exact, differences) = (ByAutograd(function, at), ByDifferences(function, at));
        Assert.Contains(exact, value => Math.Abs(value) > 1e-3); // A gradient of nothing would agree with everything.
        Assert.All(exact.Zip(differences), pair => Assert.Equal(pair.Second, pair.First, tolerance * Math.Max(1, Math.Abs(pair.Second))));
    }
}
