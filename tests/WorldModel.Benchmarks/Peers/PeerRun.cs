using System.Diagnostics;
using System.Globalization;
using WorldModel.Benchmarks.CommandLine;
using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Memory;
using WorldModel.Benchmarks.Reporting;
using WorldModel.Native;

namespace WorldModel.Benchmarks.Peers;

/// <summary>Measures all comparisons and writes the report.</summary>
internal static class PeerRun
{
    private const string Note =
        "Times are best blocks of about 30 ms, and medians of ours; ratios are of best blocks, because medians on shared machines move by a factor of two. "
        + "The peer takes the better of one and two threads and of its forms; ours use one thread where nothing else is said. "
        + "The fraction of the peak counts the multiplications and additions of the layers alone, against the FMA peak measured in the same rounds. "
        + "Networks are called by hidden layers × units. CEM means costs of 500 candidates over 30 steps; back-propagation is of 128 runs, with the update; "
        + "the encoder is a training step on 128 pairs of 64×64 images, by TorchSharp alone: no win is claimed there.";

    internal static int Run(NamePattern only, double seconds, int rounds, string folder)
    {
        TorchLibrary.EnsureLoaded();
        var chosen = only.Choose(Comparisons.All, comparison => comparison.Name);
        var memory = only.Text is null ? MemoryGoal.Measure() : null;
        using var peer = PyTorch.Find();
        Console.WriteLine(peer is null ? $"No python3 with PyTorch here: only ours are measured. To compare, {PyTorch.Advice}." : $"Peer: {peer.Versions}");
        using Contest contest = new(chosen, peer, seconds);
        var start = Stopwatch.GetTimestamp();
        for (var round = 1; round <= rounds; round++)
        {
            var number = round;
            contest.Round(what => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{Stopwatch.GetElapsedTime(start).TotalSeconds,4:0} s] round {number}/{rounds}: {what}")));
        }

        var report = ReportOf(contest, peer, memory);
        Console.WriteLine($"\n{string.Join('\n', report.Facts)}\n\n{report.Grids[0].Grid.ToText()}\n");
        Console.WriteLine(string.Join('\n', [.. memory is null ? [] : new[] { memory }, Summary(contest.Outcomes()), .. report.Write(folder, "peers")]));
        return ExitCode.Done;
    }

    private static Report ReportOf(Contest contest, PyTorch? peer, string? memory)
    {
        var outcomes = contest.Outcomes();
        return new("Against PyTorch and NumPy")
        {
            Facts = [.. Machine.Facts(), peer?.Versions ?? $"no PyTorch: {PyTorch.Advice}", Peaks(contest, outcomes)],
            Figures = peer is null ? [] : [RatioChart.Draw("Our time over the peer's (blue) and the goal (grey): left of the dashed line we are faster", outcomes)],
            Grids = [("Ratios", PeerTable.Of(outcomes))],
            Notes = [.. memory is null ? [] : new[] { memory }, Summary(outcomes), Note],
        };
    }

    private static string Peaks(Contest contest, Outcome[] outcomes) =>
        $"FMA peak {string.Join(", ", outcomes.Select(outcome => outcome.Comparison.Threads).Distinct().Order().Select(threads => $"{Amounts.GigaFlops(contest.Peak.Of(threads))} on {threads} thread{(threads == 1 ? "" : "s")}"))}";

    private static string Summary(Outcome[] outcomes)
    {
        var (reached, missed) = (outcomes.Count(outcome => outcome.IsReached == true), outcomes.Count(outcome => outcome.IsReached == false));
        return $"{reached} goals reached, {missed} not reached, {outcomes.Length - reached - missed} without a goal or a peer.";
    }
}
