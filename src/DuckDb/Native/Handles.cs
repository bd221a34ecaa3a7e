using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

// One handle class an object of the C API: they differ only in the call that frees them.
namespace SparkEtl.DuckDb.Native;

internal sealed class DatabaseHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        LibDuckDb.Close(ref handle);
        return true;
    }
}

internal sealed class ConnectionHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        LibDuckDb.Disconnect(ref handle);
        return true;
    }
}

internal sealed class StatementHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    /// <summary>The statement's trees are deep: freeing them recurses as far as building them did.</summary>
    internal bool IsDeep { get; set; }

    protected override bool ReleaseHandle()
    {
        DeepStack.Run(IsDeep, () => LibDuckDb.DestroyPrepare(ref handle));
        return true;
    }
}

internal sealed class ExtractedHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    internal bool IsDeep { get; set; }

    protected override bool ReleaseHandle()
    {
        DeepStack.Run(IsDeep, () => LibDuckDb.DestroyExtracted(ref handle));
        return true;
    }
}

internal sealed class PendingHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    internal bool IsDeep { get; set; }

    protected override bool ReleaseHandle()
    {
        DeepStack.Run(IsDeep, () => LibDuckDb.DestroyPending(ref handle));
        return true;
    }
}

/// <summary>A duckdb_result in memory of its own, because the C API wants both its address and its value.</summary>
internal sealed unsafe class ResultHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal ResultHandle(bool isDeep)
        : base(true)
    {
        IsDeep = isDeep;
        SetHandle((nint)NativeMemory.AllocZeroed((nuint)sizeof(NativeResult)));
    }

    internal bool IsDeep { get; }

    /// <summary>Valid while the handle is held open by the caller.</summary>
    internal NativeResult* Pointer => (NativeResult*)handle;

    protected override bool ReleaseHandle()
    {
        DeepStack.Run(IsDeep, () => LibDuckDb.DestroyResult((NativeResult*)handle));
        NativeMemory.Free((void*)handle);
        return true;
    }
}

internal sealed class LogicalTypeHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        LibDuckDb.DestroyLogicalType(ref handle);
        return true;
    }
}

internal sealed class ValueHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        LibDuckDb.DestroyValue(ref handle);
        return true;
    }
}

internal sealed class AppenderHandle() : SafeHandleZeroOrMinusOneIsInvalid(true)
{
    protected override bool ReleaseHandle()
    {
        _ = LibDuckDb.DestroyAppender(ref handle);
        return true;
    }
}

internal sealed class DataChunkHandle : SafeHandleZeroOrMinusOneIsInvalid
{
    internal DataChunkHandle(nint chunk)
        : base(true) => SetHandle(chunk);

    protected override bool ReleaseHandle()
    {
        LibDuckDb.DestroyDataChunk(ref handle);
        return true;
    }
}
