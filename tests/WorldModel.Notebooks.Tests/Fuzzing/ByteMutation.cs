namespace WorldModel.Notebooks.Tests.Fuzzing;

/// <summary>Damage as disks, networks and careless tools do it.</summary>
internal static class ByteMutation
{
    public static byte[] Apply(byte[] source, Random random)
    {
        var bytes = source.ToArray();
        var place = random.Next(bytes.Length);
        var length = random.Next(Math.Min(2000, bytes.Length - place) + 1);
        return random.Next(7) switch
        {
            0 => [],
            1 => bytes[..place],
            2 => [.. bytes[..place], .. bytes[(place + length)..]],
            3 => [.. bytes[..place], .. bytes[place..(place + length)], .. bytes[place..]],
            4 => [.. bytes[..place], .. Noise(random, length), .. bytes[place..]],
            5 => [.. "\uFEFF"u8, .. bytes],
            _ => Flipped(bytes, random),
        };
    }

    private static byte[] Noise(Random random, int length)
    {
        var noise = new byte[length];
        random.NextBytes(noise);
        return noise;
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        for (var count = random.Next(1, 6); count > 0; count--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }
}
