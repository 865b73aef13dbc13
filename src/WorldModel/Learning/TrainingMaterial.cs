using WorldModel.Data;

namespace WorldModel.Learning;

/// <summary>What a training works on and with: what the loop needs to tell its rate and to write a checkpoint.</summary>
/// <param name="Train">Windows to learn from.</param>
/// <param name="Validation">Windows to choose by.</param>
/// <param name="Memory">What its steps remember.</param>
internal sealed record TrainingMaterial(Windows Train, Windows Validation, IStepMemory Memory);
