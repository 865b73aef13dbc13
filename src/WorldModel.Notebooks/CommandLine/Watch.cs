using WorldModel.Notebooks.Execution;
using WorldModel.Notebooks.Reporting;

namespace WorldModel.Notebooks.CommandLine;

/// <summary>
/// Runs again what was saved. Files are looked at a few times a second instead of asking the system to tell: that sees
/// every way in which editors save, and works on folders that are mounted from elsewhere.
/// </summary>
internal sealed class Watch
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);
    private readonly RunOptions _options;
    private readonly Round _round;
    private readonly ProgressReport _progress;
    private readonly WatchedFiles _files;
    private IReadOnlyDictionary<string, string> _seen;

    /// <summary>What lies there now counts as seen; what is saved from now on will run again.</summary>
    public Watch(RunOptions options, Round round, ProgressReport progress)
    {
        (_options, _round, _progress) = (options, round, progress);
        _files = new WatchedFiles(round.Planner);
        _seen = _files.Stamps(Find());
    }

    /// <summary>Until the user ends it: that is how watching ends well, while ending a run in the middle interrupts it.</summary>
    public async Task<int> RunAsync(IReadOnlyList<NotebookResult> results, CancellationToken cancellation)
    {
        while (true)
        {
            _progress.Say($"Watching {Wording.Count(_seen.Count, "notebook")}, the data and the library they use. Save one to run it again; Ctrl-C ends this.");
            if (!await ChangedAsync(cancellation))
            {
                _progress.Say("Watching has ended.");
                return ExitCode.Passed;
            }

            var found = Find();
            var stamps = _files.Stamps(found);
            var isChanged = found.ToLookup(one => !_seen.TryGetValue(one.Path, out var seen) || seen != stamps[one.Path]);
            _seen = stamps;
            results = await AgainAsync(found, [.. isChanged[true]], results, cancellation);
        }
    }

    private async Task<IReadOnlyList<NotebookResult>> AgainAsync(IReadOnlyList<FoundNotebook> found, FoundNotebook[] changed, IReadOnlyList<NotebookResult> results, CancellationToken cancellation)
    {
        var renewed = await _round.RunAsync([.. changed.Select(_round.Planner.Plan)], cancellation);
        var latest = results.Concat(renewed).GroupBy(result => result.Path).ToDictionary(same => same.Key, same => same.Last());
        IReadOnlyList<NotebookResult> all = [.. found.Select(one => latest.GetValueOrDefault(one.Path)).OfType<NotebookResult>()];
        _round.Publish(all);
        return all;
    }

    /// <summary>Waits for a save, and until it is over: editors save in several steps, builds in many. False: the user ended it.</summary>
    private async Task<bool> ChangedAsync(CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                var before = _files.Signature(Find());
                await Task.Delay(Interval, cancellation);
                var found = Find();
                if (_files.Signature(found) == before && _files.Stamps(found) is var stamps && !IsSeen(stamps))
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private bool IsSeen(IReadOnlyDictionary<string, string> stamps) => stamps.Count == _seen.Count && stamps.All(stamp => _seen.TryGetValue(stamp.Key, out var seen) && seen == stamp.Value);

    private IReadOnlyList<FoundNotebook> Find() => NotebookFinder.Find(_options.Paths);
}
