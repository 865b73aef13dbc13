namespace WorldModel.Notebooks.Model;

/// <summary>One output of a code cell, as nbformat 4.5 knows them.</summary>
internal abstract record Output;
