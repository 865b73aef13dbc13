namespace WorldModel.Tests.Models;

/// <summary>Runs of frames with a single channel.</summary>
internal static class Films
{
    internal static Space Frame { get; } = new(new Channel("height", "m"));

    internal static Trajectories Of(params float[][] films) => new(
        Frame, Space.None, tensor(films.SelectMany(film => film).ToArray()).reshape(films.Length, films[0].Length, 1), zeros(films.Length, films[0].Length - 1, 0), 0.05);
}
