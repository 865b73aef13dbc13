namespace WorldModel.Kernels;

/// <summary>When kernels may stand in for TorchSharp.</summary>
internal static class FastPath
{
    /// <summary>Whether kernels can do this work: 32-bit floats on the CPU, and no gradient to be remembered.</summary>
    internal static bool Serves(params ReadOnlySpan<Tensor> tensors)
    {
        var remembers = is_grad_enabled();
        foreach (var tensor in tensors)
        {
            if (tensor.dtype != ScalarType.Float32 || tensor.device_type != DeviceType.CPU || (remembers && tensor.requires_grad))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether kernels can hold these at all: 32-bit floats on the CPU.</summary>
    internal static bool Holds(params ReadOnlySpan<Tensor> tensors)
    {
        foreach (var tensor in tensors)
        {
            if (tensor.dtype != ScalarType.Float32 || tensor.device_type != DeviceType.CPU)
            {
                return false;
            }
        }

        return true;
    }

    /// <exception cref="InvalidOperationException">Kernels cannot hold a model with these numbers.</exception>
    internal static void RequireHeld(params ReadOnlySpan<Tensor> tensors)
    {
        if (!Holds(tensors))
        {
            throw new InvalidOperationException(
                $"only a model of 32-bit floats on the CPU can be compiled, and this one is {tensors[0].dtype} on {tensors[0].device}: move it there first, or use it as it is");
        }
    }
}
