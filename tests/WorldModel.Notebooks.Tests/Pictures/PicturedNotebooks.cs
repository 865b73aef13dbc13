namespace WorldModel.Notebooks.Tests.Pictures;

/// <summary>Tests that look at one run of <see cref="PicturedNotebook"/>.</summary>
[CollectionDefinition(nameof(PicturedNotebooks))]
public sealed class PicturedNotebooks : ICollectionFixture<PicturedNotebook>;
