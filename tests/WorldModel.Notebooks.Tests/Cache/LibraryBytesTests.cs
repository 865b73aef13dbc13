using System.Diagnostics;

namespace WorldModel.Notebooks.Tests.Cache;

public sealed class LibraryBytesTests
{
    [Fact]
    public void The_library_does_not_change_with_a_commit() =>
        Assert.DoesNotContain("+", FileVersionInfo.GetVersionInfo(Repository.Library).ProductVersion!, StringComparison.Ordinal);
}
