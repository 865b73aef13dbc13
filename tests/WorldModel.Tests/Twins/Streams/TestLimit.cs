namespace WorldModel.Tests.Twins.Streams;

/// <summary>Ends what a test waits for, so that none hangs; far longer than any should take.</summary>
internal sealed class TestLimit : IDisposable
{
    private readonly CancellationTokenSource source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    internal TestLimit() => source.CancelAfter(TimeSpan.FromMinutes(2));

    internal CancellationToken Token => source.Token;

    public void Dispose() => source.Dispose();
}
