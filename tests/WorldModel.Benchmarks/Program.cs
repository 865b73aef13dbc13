using WorldModel.Benchmarks.CommandLine;

return BenchmarkCommands.Invoke(args);
