namespace WorldModel.Twins;

/// <summary>One coloured piece of a placement, in the placement's own frame.</summary>
/// <param name="Name">Which piece: trunk, crown, …; the same for all placements of a kind.</param>
/// <param name="Color">Its colour.</param>
/// <param name="Solid">Its shape.</param>
/// <param name="Opacity">1 hides what is inside; a crown must not hide its apples.</param>
internal sealed record Part(string Name, string Color, Solid Solid, double Opacity = 1);
