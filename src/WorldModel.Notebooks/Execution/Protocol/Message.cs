using System.Text.Json.Serialization;

namespace WorldModel.Notebooks.Execution.Protocol;

/// <summary>What runner and host say to each other, one JSON object a line.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "say")]
[JsonDerivedType(typeof(RunCell), "run")]
[JsonDerivedType(typeof(Printed), "printed")]
[JsonDerivedType(typeof(Shown), "shown")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(CellDone), "done")]
internal abstract record Message;
