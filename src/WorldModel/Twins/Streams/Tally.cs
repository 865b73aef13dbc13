namespace WorldModel.Twins;

/// <summary>Counts verdicts and keeps the first example of each.</summary>
internal sealed class Tally
{
    private const int Longest = 100;
    private readonly int[] counts = new int[Enum.GetValues<Verdict>().Length];
    private readonly string?[] firsts = new string?[Enum.GetValues<Verdict>().Length];

    internal int this[Verdict verdict] => counts[(int)verdict];

    internal Verdict Count(Verdict verdict, Func<string> example)
    {
        counts[(int)verdict]++;
        firsts[(int)verdict] ??= example() is { Length: > Longest } text ? $"{text[..Longest]}…" : example();
        return verdict;
    }

    internal TwinReport Report() => new([.. counts], [.. firsts]);
}
