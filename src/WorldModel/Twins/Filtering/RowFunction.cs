using System.Runtime.InteropServices;

namespace WorldModel.Twins;

/// <summary>An engine or a sensor as rows of doubles: states [N, S] and actions [N, A] to rows of some size.</summary>
internal sealed record RowFunction(Func<Tensor, Tensor, Tensor> Function, string Name, int Size)
{
    internal static RowFunction Of(IDynamics engine) => new(engine.Step, "the engine", engine.State.Size);

    internal static RowFunction Of(SensorModel sensor) => new((state, _) => sensor.Read(state), "the sensor", sensor.Readings.Size);

    /// <summary>A tensor [N, …] of 64-bit floats from rows.</summary>
    internal static Tensor Rows(double[][] rows) => tensor(rows.SelectMany(row => row).ToArray(), [rows.Length, rows[0].Length], float64);

    /// <summary>The function's values, row by row.</summary>
    internal Matrix Values(double[][] states, double[][] actions)
    {
        using var noGradient = no_grad();
        using var scope = NewDisposeScope();
        return Read(Call(Rows(states), Rows(actions)));
    }

    /// <exception cref="InvalidOperationException">The function cannot work on such rows, or returns others.</exception>
    internal Tensor Call(Tensor states, Tensor actions)
    {
        try
        {
            var values = Function(states, actions);
            return values.shape.SequenceEqual([states.shape[0], Size])
                ? values.to(float64)
                : throw new InvalidOperationException($"{Name} must return [{states.shape[0]}, {Size}] for {states.shape[0]} states, not [{string.Join(", ", values.shape)}]");
        }
        catch (ExternalException error)
        {
            throw new InvalidOperationException($"{Name} cannot compute with 64-bit floats (a network needs its weights in them): {error.Message}", error);
        }
    }

    internal static Matrix Read(Tensor values)
    {
        Matrix made = new((int)values.shape[0], (int)values.shape[1]);
        values.detach().cpu().contiguous().data<double>().CopyTo(made.Values);
        return made;
    }
}
