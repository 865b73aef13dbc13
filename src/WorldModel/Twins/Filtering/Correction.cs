namespace WorldModel.Twins;

/// <summary>What a reading told: how far it was from what was expected, and what is believed now.</summary>
internal sealed record Correction(Gaussian Before)
{
    /// <summary>Reading minus what was expected [M]; NaN where it is missing.</summary>
    internal required double[] Innovation { get; init; }

    /// <summary>Covariance [M, M] of the innovation; NaN where it is missing.</summary>
    internal required Matrix Covariance { get; init; }

    /// <summary>What is believed with the reading.</summary>
    internal Gaussian After { get; private init; } = Before;

    /// <summary>Channels that were read.</summary>
    internal int Count { get; private init; }

    /// <summary>Squared length of the innovation in standard deviations.</summary>
    internal double Distance { get; private init; }

    /// <summary>Logarithm of the reading's probability density.</summary>
    internal double LogLikelihood { get; private init; }

    internal static Correction Nothing(Gaussian belief, int channels)
    {
        Matrix covariance = new(channels, channels);
        covariance.Values.Fill(double.NaN);
        return new(belief) { Innovation = [.. Enumerable.Repeat(double.NaN, channels)], Covariance = covariance };
    }

    internal static Correction By(Gaussian belief, Passed expected, Matrix noise, double[] reading)
    {
        var nothing = Nothing(belief, reading.Length);
        int[] read = [.. Enumerable.Range(0, reading.Length).Where(channel => !double.IsNaN(reading[channel]))];
        return read.Length == 0 ? nothing : nothing.With(expected, Conditioning.On(expected.Joint(noise, read), read.Length), read, reading);
    }

    private Correction With(Passed expected, Conditioning known, int[] read, double[] reading)
    {
        double[] innovation = [.. read.Select(channel => reading[channel] - expected.Mean[channel])];
        var covariance = known.Root.Square();
        for (var i = 0; i < read.Length; i++)
        {
            Innovation[read[i]] = innovation[i];
            for (var j = 0; j < read.Length; j++)
            {
                Covariance[read[i], read[j]] = covariance[i, j];
            }
        }

        var distance = new Gaussian(new double[read.Length], known.Root).Distance(innovation);
        var volume = Enumerable.Range(0, read.Length).Sum(i => Math.Log(known.Root[i, i]));
        return this with
        {
            After = new(known.Gain.Apply(innovation, Before.Mean), known.Rest),
            Count = read.Length,
            Distance = distance,
            LogLikelihood = -0.5 * (distance + read.Length * Math.Log(2 * Math.PI)) - volume,
        };
    }
}
