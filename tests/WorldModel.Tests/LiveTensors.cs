namespace WorldModel.Tests;

/// <summary>Counts tensors that work leaves behind, on this thread, so that the finaliser cannot hide a leak.</summary>
internal static class LiveTensors
{
    internal static long LeftBy(Action work)
    {
        work(); // The first call may fill caches that stay.
        var before = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        work();
        return DisposeScopeManager.Statistics.ThreadTotalLiveCount - before;
    }
}
