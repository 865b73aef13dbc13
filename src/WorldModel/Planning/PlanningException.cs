namespace WorldModel.Planning;

/// <summary>A plan could not be made because every imagined run costs infinitely much or is not a number.</summary>
public sealed class PlanningException : Exception
{
    internal PlanningException(int candidates) : base(
        $"none of {candidates} imagined runs has a finite cost: the model leaves what it knows (look at its rollouts from this state), or the cost is not a number there")
    {
    }
}
