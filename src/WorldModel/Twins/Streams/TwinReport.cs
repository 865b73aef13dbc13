using WorldModel.Display;

namespace WorldModel.Twins;

/// <summary>What became of all readings that reached a twin, at the moment when it was asked.</summary>
public sealed class TwinReport
{
    private readonly int[] counts;
    private readonly string?[] firsts;

    internal TwinReport(int[] counts, string?[] firsts) => (this.counts, this.firsts) = (counts, firsts);

    /// <summary>Readings that met this verdict.</summary>
    public int this[Verdict verdict] => counts[(int)verdict];

    /// <summary>All that arrived.</summary>
    public int Arrived => counts.Sum();

    /// <summary>Those that the twin holds, late ones included.</summary>
    public int Held => this[Verdict.Taken] + this[Verdict.Late];

    /// <summary>Those that changed nothing, of every kind.</summary>
    public int Refused => Arrived - Held;

    /// <summary>What was said about the first reading that met this verdict; null when none did.</summary>
    public string? First(Verdict verdict) => firsts[(int)verdict];

    /// <summary>Verdict, number and first example, a row each that occurred.</summary>
    public Table AsTable() => new(["verdict", "readings", "the first of them"],
        [.. Enum.GetValues<Verdict>().Where(verdict => this[verdict] > 0)
            .Select(verdict => (IReadOnlyList<string>)[verdict.ToString(), FormattableString.Invariant($"{this[verdict]}"), First(verdict) ?? ""])]);

    /// <inheritdoc />
    public override string ToString()
    {
        var refused = Enum.GetValues<Verdict>().Where(verdict => verdict > Verdict.Late && this[verdict] > 0)
            .Select(verdict => FormattableString.Invariant($"{this[verdict]} {verdict}"));
        var kinds = Refused > 0 ? $": {string.Join(", ", refused)}" : "";
        return FormattableString.Invariant($"{Arrived} readings arrived: {Held} held ({this[Verdict.Late]} of them late), {Refused} refused{kinds}");
    }
}
