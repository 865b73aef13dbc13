namespace WorldModel.Models;

/// <summary>A model without its numbers: what a file says before them.</summary>
/// <param name="Kind">Name of the model's type.</param>
/// <param name="State">Channels of its state.</param>
/// <param name="Action">Channels of its action.</param>
/// <param name="Dt">Length of one step [s].</param>
/// <param name="Options">What else its architecture needs, such as "width" and "depth"; text, so that any file format can hold it.</param>
public sealed record Blueprint(string Kind, Space State, Space Action, double Dt, IReadOnlyDictionary<string, string> Options);
