namespace WorldModel.Benchmarks.CommandLine;

/// <summary>What was asked for does not exist; the message says what does.</summary>
internal sealed class UsageException(string message) : Exception(message);
