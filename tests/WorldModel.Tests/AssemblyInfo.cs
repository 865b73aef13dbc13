// torch's seed and the console belong to the whole process, and several tests set one or read the other.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
