namespace WorldModel.Tests.Memory;

/// <summary>
/// After a call exactly those tensors live that it returns: outside of every dispose scope, where nobody else frees what is
/// left, and inside of one, which must own what was returned and nothing that has to live on.
/// </summary>
public sealed class LeakTests
{
    public static TheoryData<int, string> Cases { get; } = [.. LeakCases.All.Select((leak, i) => (i, leak.Method))];

    [Fact]
    public void Every_public_member_that_deals_with_tensors_has_a_case()
    {
        var cases = LeakCases.All.CountBy(leak => leak.Method).ToDictionary();
        var missing = TensorMembers.Names().CountBy(name => name).Where(member => cases.GetValueOrDefault(member.Key) < member.Value).Select(member => member.Key);
        Assert.True(!missing.Any(), $"write leak cases for: {string.Join(", ", missing)}");
    }

    [Fact]
    public void Every_case_is_of_a_public_member() => Assert.Empty(LeakCases.All.Select(leak => leak.Method).Except(TensorMembers.Names()));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_what_is_returned_lives_on(int number, string method)
    {
        var leak = LeakCases.All[number];
        Assert.Equal(leak.Method, method);
        Examine(leak, new(float32));
        Examine(leak, new(float64)); // kernels do not serve it
        LeakSamples samples = new(float32);
        using var gradient = set_grad_enabled(method is "Trainer.Fit" or "Trainer.FitRates"); // which cannot do without
        Examine(leak, samples);
    }

    private static void Examine(LeakCase leak, LeakSamples on)
    {
        var returned = LeavesNothing(leak, on) ? 0 : leak.Returned;
        Assert.Equal(returned + leak.Kept, LiveTensors.LeftBy(() => leak.Call(on)));
        Assert.Equal(leak.Kept, LiveTensors.LeftBy(() =>
        {
            using var scope = NewDisposeScope();
            leak.Call(on);
            Assert.Equal(returned, scope.DisposablesCount);
        }));
    }

    // A first call, outside of what is counted: it also makes what lives on between calls.
    private static bool LeavesNothing(LeakCase leak, LeakSamples on)
    {
        using var scope = NewDisposeScope();
        return leak.Call(on) is null;
    }
}
