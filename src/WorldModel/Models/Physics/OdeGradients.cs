namespace WorldModel.Models;

/// <summary>How gradients come back through the steps of a <see cref="NeuralOde"/>.</summary>
public enum OdeGradients
{
    /// <summary>Backwards through every operation of the integrator: exact for the numbers it computed, all of which are kept.</summary>
    Direct,

    /// <summary>By a second equation that runs backwards in time (Chen et al., arXiv 1806.07366): keeps only the states between steps, and is exact as far as the integrator is.</summary>
    Adjoint,
}
