namespace WorldModel.Tests.Memory;

/// <summary>A call of a public method or constructor, and the tensors that it leaves alive.</summary>
/// <param name="Method">Type and method, or "new" and type.</param>
/// <param name="Returned">New tensors in what it returns; they belong to the caller's dispose scope. None where it returns null.</param>
/// <param name="Call">The call.</param>
/// <param name="Kept">New tensors that live as long as the returned object, whatever the caller's scope.</param>
internal sealed record LeakCase(string Method, int Returned, Func<LeakSamples, object?> Call, int Kept = 0);
