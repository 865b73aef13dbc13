using TorchSharp.Modules;
using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>All starts descend at once, by the library's one trainer, towards where a polish converges.</summary>
internal static class CoarseSearch
{
    private const double Lost = 1e6; // the loss of a start whose run is no number

    /// <summary>Free coordinates [M, P] and initial states [M, B, S] after some epochs of Adam.</summary>
    internal static SearchPoints Descend(CalibrationTask task, SmoothBounds bounds, Tensor deviation, CalibrationOptions options)
    {
        using var gradient = enable_grad();
        using var scope = NewDisposeScope();
        Parameter free = new(bounds.Starts(options.Starts, options.Seed));
        var first = task.First.unsqueeze(0).expand([options.Starts, .. task.First.shape]);
        Parameter shift = new(zeros_like(first));
        var reach = where(task.Read.sum([0, 1]) > 0, 0.1 * deviation, deviation);
        Tensor Initial() => task.SeeksInitial ? first + reach * shift : first;
        if (options.Epochs > 0)
        {
            Windows all = new(task.Targets, task.Read);
            Trainer.Fit(
                task.SeeksInitial ? [free, shift] : [free], all, all,
                _ => Loss(task.Residuals(bounds.Values(free), Initial()) / deviation), new(options.Epochs, (int)all.Count, options.LearningRate));
        }

        return new(free.detach().clone().MoveToOuterDisposeScope(), Initial().detach().clone().MoveToOuterDisposeScope());
    }

    // With the logarithm each start follows its own gradient, however badly the others fare.
    private static Tensor Loss(Tensor residuals)
    {
        var losses = residuals.square().flatten(1).mean([1]);
        return where(losses.isfinite(), (losses + 1e-12).log(), full_like(losses, Math.Log(Lost))).sum();
    }
}
