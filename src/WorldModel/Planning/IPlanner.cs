namespace WorldModel.Planning;

/// <summary>Finds actions whose imagined consequences cost little.</summary>
public interface IPlanner
{
    /// <summary>Steps T that a plan looks ahead.</summary>
    int Horizon { get; }

    /// <summary>The best plan that was found. Random candidates follow <see cref="Seed.Set"/>. No gradient is kept.</summary>
    /// <param name="task">Models, cost and limits.</param>
    /// <param name="state">The state now [1, S].</param>
    /// <param name="start">Where the search begins [T, A], such as the last plan moved on by one step; the middle of the limits when not given.</param>
    /// <exception cref="ArgumentException">A shape does not fit, or the cost is not one number a run.</exception>
    /// <exception cref="PlanningException">No candidate has a finite cost.</exception>
    Plan Plan(PlanningTask task, Tensor state, Tensor? start = null);
}
