namespace WorldModel.Kernels;

/// <summary>Ways to step equations of motion that kernels know.</summary>
internal enum LaneMethod
{
    Euler,
    SymplecticEuler,
    Rk4,
}
