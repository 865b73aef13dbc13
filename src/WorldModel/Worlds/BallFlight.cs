namespace WorldModel.Worlds;

/// <summary>One step of the balls of one run, from contact to contact.</summary>
internal readonly struct BallFlight(int count, Room? room, double restitution, double wallRestitution)
{
    private const double Still = 1e-10; // [m/s]; slower approaches are rounding, and would never end
    private const int MostContacts = 2000; // a ball; far more than any step of balls that have room to move

    /// <summary>Moves the state [6·N] of a run on by a time [s].</summary>
    /// <exception cref="InvalidOperationException">The contacts do not end.</exception>
    internal void Advance(Span<double> state, double time)
    {
        for (var contacts = 0; time > 0; contacts++)
        {
            var (wait, first, second) = Next(state, time);
            Fly(state, wait);
            time -= wait;
            if (first < 0)
            {
                return;
            }

            // Balls that lose energy may touch infinitely often in a finite time. After many contacts they therefore
            // lose none: the TC model of Luding and McNamara, Granular Matter 1, 1998.
            var isCrowded = contacts > 20 * count;
            if (second >= 0)
            {
                Collide(state, first, second, isCrowded ? 1 : restitution);
            }
            else
            {
                Bounce(state, first, isCrowded ? 1 : wallRestitution);
            }

            if (contacts > MostContacts * count)
            {
                throw new InvalidOperationException($"more than {contacts} contacts in one step: the balls are packed; give them fewer neighbours or a larger room");
            }
        }
    }

    // First: a ball, or a coordinate of a ball where the second is -1, which is a wall; -1 where nothing happens.
    private (double Wait, int First, int Second) Next(ReadOnlySpan<double> state, double time)
    {
        var next = (Wait: time, First: -1, Second: -1);
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                next = Until(state, i, j) is var wait && wait < next.Wait ? (wait, i, j) : next;
            }
        }

        for (var coordinate = 0; room is not null && coordinate < 2 * count; coordinate++)
        {
            next = UntilWall(state, coordinate) is var wait && wait < next.Wait ? (wait, coordinate, -1) : next;
        }

        return next;
    }

    private double Until(ReadOnlySpan<double> state, int i, int j)
    {
        var (x, y, u, v) = Between(state, i, j);
        var approach = x * u + y * v;
        var reach = state[5 * count + i] + state[5 * count + j];
        var gap = x * x + y * y - reach * reach;
        if (!IsThere(state, i) || !IsThere(state, j) || approach > -Still * Math.Sqrt(x * x + y * y))
        {
            return double.PositiveInfinity;
        }

        var inside = approach * approach - (u * u + v * v) * gap;
        return gap <= 0 ? 0 : inside < 0 ? double.PositiveInfinity : gap / (Math.Sqrt(inside) - approach);
    }

    private double UntilWall(ReadOnlySpan<double> state, int coordinate)
    {
        var (place, speed, radius) = (state[coordinate], state[2 * count + coordinate], state[5 * count + coordinate / 2]);
        var length = coordinate % 2 == 0 ? room!.Width : room!.Height;
        return !IsThere(state, coordinate / 2) || Math.Abs(speed) <= Still ? double.PositiveInfinity
            : Math.Max(0, speed > 0 ? (length - radius - place) / speed : (radius - place) / speed);
    }

    private void Fly(Span<double> state, double time)
    {
        for (var coordinate = 0; coordinate < 2 * count; coordinate++)
        {
            state[coordinate] += IsThere(state, coordinate / 2) ? time * state[2 * count + coordinate] : 0;
        }
    }

    private void Collide(Span<double> state, int i, int j, double restitution)
    {
        var (x, y, u, v) = Between(state, i, j);
        var distance = Math.Max(1e-300, Math.Sqrt(x * x + y * y));
        var (right, up) = (x / distance, y / distance);
        var (one, other) = (state[4 * count + i], state[4 * count + j]);
        var impulse = (1 + restitution) * (one * other / (one + other)) * (u * right + v * up);
        Push(state, i, impulse / one * right, impulse / one * up);
        Push(state, j, -impulse / other * right, -impulse / other * up);
    }

    private void Bounce(Span<double> state, int coordinate, double restitution) => state[2 * count + coordinate] *= -restitution;

    private void Push(Span<double> state, int ball, double right, double up)
    {
        state[2 * count + 2 * ball] += right;
        state[2 * count + 2 * ball + 1] += up;
    }

    // Place and velocity of ball j as ball i sees them.
    private (double X, double Y, double U, double V) Between(ReadOnlySpan<double> state, int i, int j) => (
        state[2 * j] - state[2 * i], state[2 * j + 1] - state[2 * i + 1],
        state[2 * (count + j)] - state[2 * (count + i)], state[2 * (count + j) + 1] - state[2 * (count + i) + 1]);

    private bool IsThere(ReadOnlySpan<double> state, int ball) => state[4 * count + ball] > 0;
}
