using System.Globalization;

namespace WorldModel.Models;

/// <summary>What an ensemble's blueprint says beyond its channels.</summary>
internal sealed record EnsembleShape(int Members, int Width, int Depth, Features Features)
{
    internal static EnsembleShape Of(Blueprint blueprint)
    {
        int Number(string option) => int.Parse(blueprint.Options[option], CultureInfo.InvariantCulture);
        return new(Number("members"), Number("width"), Number("depth"), Features.Of(blueprint.Options));
    }

    internal Blueprint Blueprint(Trajectories runs)
    {
        (string Name, string Text)[] sizes = [("members", Text(Members)), ("width", Text(Width)), ("depth", Text(Depth))];
        return new(nameof(Ensemble), runs.State, runs.Action, runs.Dt, sizes.Concat(Features.Options()).ToDictionary(option => option.Name, option => option.Text));
    }

    internal void Require()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Members);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Width);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(Depth);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
