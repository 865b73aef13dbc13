namespace WorldModel.Notebooks.Rendering.Mathematics;

internal enum MathAlphabet
{
    Italic,
    Upright,
    Bold,
    DoubleStruck,
    Script,
    Fraktur,
    SansSerif,
    Monospace,
}
