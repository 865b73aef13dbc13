using WorldModel.Benchmarks.Measuring;
using WorldModel.Benchmarks.Memory;

namespace WorldModel.Tests.Benchmarks;

public sealed class MemoryTests
{
    [Fact]
    public void Growth_is_from_the_first_sample_to_the_largest() => Assert.Equal(20, Log(100, 120, 90).Growth);

    [Fact]
    public void Memory_that_only_falls_is_flat()
    {
        Assert.Equal(0, Log(100, 90).Growth);
        Assert.Contains("flat, 100 MB after 1 000 steps, 90 MB after 2 000 steps", Log(100, 90).Say(bound: 0), StringComparison.Ordinal);
    }

    [Fact]
    public void More_growth_than_the_bound_is_not_flat()
    {
        Assert.Contains("training: NOT flat", Log(100, 120).Say(bound: 19), StringComparison.Ordinal);
        Assert.Contains("training: flat", Log(100, 120).Say(bound: 20), StringComparison.Ordinal);
    }

    [Fact]
    public void The_goal_of_20_000_steps_is_said_with_its_numbers()
    {
        Assert.Contains("200 MB to 264 MB, a growth of 64.0 MB; goal at most 64 MB: reached.", MemoryGoal.Say(200, 264), StringComparison.Ordinal);
        Assert.Contains(": not reached.", MemoryGoal.Say(200, 265), StringComparison.Ordinal);
    }

    [Fact]
    public void Linux_tells_resident_memory_in_units_of_1024_bytes()
    {
        Assert.Equal(2.048, ResidentMemory.Parse(["Name:\tdotnet", "VmHWM:\t    9000 kB", "VmRSS:\t    2000 kB"]), 1e-9);
        Assert.Throws<FormatException>(() => ResidentMemory.Parse(["Name:\tdotnet"]));
    }

    [Fact]
    public void This_process_holds_memory() => Assert.InRange(ResidentMemory.Megabytes(), 1, 1e6);

    private static MemoryLog Log(params double[] megabytes)
    {
        MemoryLog log = new("training");
        for (var i = 0; i < megabytes.Length; i++)
        {
            log.Add(1000 * (i + 1), megabytes[i]);
        }

        return log;
    }
}
