namespace WorldModel.Notebooks.Conversion;

/// <summary>What a notebook is turned into.</summary>
internal enum ConversionForm
{
    /// <summary>A C# file that <c>dotnet run</c> runs.</summary>
    App,

    /// <summary>A C# script whose cells are marked by <c>// %%</c>.</summary>
    Script,

    /// <summary>A page of Markdown with pictures beside it.</summary>
    Markdown,
}
