namespace WorldModel.Twins;

/// <summary>A way to send normal distributions through a function, a batch of them at once.</summary>
internal interface IPassage
{
    /// <summary>Sends beliefs [S], an action [A] with each, through the function.</summary>
    Passed[] Send(Gaussian[] beliefs, double[][] actions);
}
