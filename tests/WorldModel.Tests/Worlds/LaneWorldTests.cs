using CsCheck;
using WorldModel.Kernels;
using WorldModel.Worlds;

namespace WorldModel.Tests.Worlds;

public sealed class LaneWorldTests
{
    public static TheoryData<string> Names => [.. typeof(IFastPhysics).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(IFastPhysics)) && type.IsClass).Select(type => type.Name)];

    private static readonly Gen<(int Runs, int Steps, int Stride, LaneMethod Method, SimdWidth Width, bool KeepsInitial, int Seed)> Cases =
        Gen.Select(Gen.Int[1, 150], Gen.Int[0, 20], Gen.Int[1, 4], Gen.Enum<LaneMethod>(), Gen.Enum<SimdWidth>(), Gen.Bool, Gen.Int[0, 1000]);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_rollout_in_lanes_is_that_of_tensors(string name)
    {
        Cases.Sample(
            chosen =>
            {
                using var scope = NewDisposeScope();
                var world = LaneWorld.Of(name);
                if (!world.Takes(chosen.Method))
                {
                    return;
                }

                var (starts, actions) = (world.Starts(chosen.Runs, chosen.Seed), world.Actions(chosen.Runs, chosen.Steps, chosen.Seed));
                var plan = new LanePlan(chosen.Method, LaneWorld.Dt, chosen.Stride, chosen.KeepsInitial) { Width = chosen.Width };
                var found = world.InLanes(plan, starts, actions)!;
                var slow = ByTensors.World(world.Physics, LaneWorld.Dt, LaneWorld.Methods[chosen.Method]);
                var expected = new Strided(slow, chosen.Stride).Run(starts, actions).States.narrow(1, chosen.KeepsInitial ? 0 : 1, chosen.Steps + (chosen.KeepsInitial ? 1 : 0));
                Assert.InRange(ByTensors.Difference(found, expected), 0, 1e-5);
            }, iter: 40, threads: 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void After_hundreds_of_steps_it_is_the_one_of_double_precision(string name)
    {
        using var scope = NewDisposeScope();
        var world = LaneWorld.Of(name);
        var (starts, actions) = (world.Starts(37, 1), world.Actions(37, 1, 1));
        foreach (var (method, integrate) in LaneWorld.Methods.Where(known => world.Takes(known.Key)))
        {
            var slow = ByTensors.World(world.Physics, LaneWorld.Dt, integrate);
            var expected = new Strided(slow, 300).Run(starts.to(float64), actions.to(float64)).States;
            foreach (var width in Enum.GetValues<SimdWidth>())
            {
                var found = world.InLanes(new(method, LaneWorld.Dt, 300) { Width = width }, starts, actions)!;
                Assert.InRange(ByTensors.Difference(found.to(float64), expected), 0, 2e-5);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_run_is_the_same_alone_beside_others_and_on_any_number_of_threads(string name)
    {
        using var scope = NewDisposeScope();
        var world = LaneWorld.Of(name);
        var (starts, actions) = (world.Starts(131, 2), world.Actions(131, 20, 2));
        var plan = new LanePlan(LaneMethod.Rk4, LaneWorld.Dt);
        var together = OnThreads(1, () => world.InLanes(plan, starts, actions)!);
        Assert.True(together.equal(OnThreads(3, () => world.InLanes(plan, starts, actions)!)).all().ToBoolean());
        foreach (var run in new[] { 0, 63, 64, 130 })
        {
            var alone = world.InLanes(plan, starts.narrow(0, run, 1), actions.narrow(0, run, 1))!;
            Assert.True(alone[0].equal(together[run]).all().ToBoolean());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void NaN_in_one_run_touches_no_other(string name)
    {
        using var scope = NewDisposeScope();
        var world = LaneWorld.Of(name);
        var (starts, actions) = (world.Starts(21, 3), world.Actions(21, 30, 3));
        var plan = new LanePlan(LaneMethod.Rk4, LaneWorld.Dt);
        var whole = world.InLanes(plan, starts, actions)!;
        starts[9].fill_(float.NaN);
        var broken = world.InLanes(plan, starts, actions)!;
        Assert.True(broken[9].isnan().all().ToBoolean());
        var others = tensor(Enumerable.Range(0, 21).Where(run => run != 9).Select(run => (long)run).ToArray());
        Assert.True(whole.index_select(0, others).equal(broken.index_select(0, others)).all().ToBoolean());
    }

    private static Tensor OnThreads(int threads, Func<Tensor> work)
    {
        using ThreadCount count = new(threads);
        return work();
    }
}
