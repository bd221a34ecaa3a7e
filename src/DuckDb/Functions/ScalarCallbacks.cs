using System.Runtime.InteropServices;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>Registers scalar functions, and is what the library calls for them.</summary>
internal static unsafe class ScalarCallbacks
{
    internal static bool Register(ConnectionHandle connection, ScalarFunction function, CallbackErrors errors)
    {
        nint native = LibDuckDb.CreateScalarFunction();
        try
        {
            LibDuckDb.ScalarSetName(native, function.Name);
            foreach (DuckDbType argument in function.Arguments)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(argument);
                LibDuckDb.ScalarAddParameter(native, type);
            }
            if (function.Varargs is { } varargs)
            {
                using LogicalTypeHandle type = LogicalTypes.ToNative(varargs);
                LibDuckDb.ScalarSetVarargs(native, type);
            }
            using (LogicalTypeHandle type = LogicalTypes.ToNative(function.Result))
                LibDuckDb.ScalarSetReturnType(native, type);

            // The library folds a call with a bare NULL to NULL by itself, unless the function wants to see it.
            if (function.HandlesNull)
                LibDuckDb.ScalarSetSpecialHandling(native);
            if (function.IsVolatile)
                LibDuckDb.ScalarSetVolatile(native);
            LibDuckDb.ScalarSetFunction(native, &Execute);
            LibDuckDb.ScalarSetExtraInfo(native, CallbackHandle.Create(new Registration(function, errors)), &CallbackHandle.Free);
            return LibDuckDb.RegisterScalar(connection, native) == 0;
        }
        finally
        {
            LibDuckDb.DestroyScalarFunction(ref native);
        }
    }

    [UnmanagedCallersOnly]
    private static void Execute(nint info, nint input, nint output)
    {
        Registration? registration = null;
        try
        {
            registration = CallbackHandle.Get<Registration>(LibDuckDb.ScalarExtraInfo(info));
            registration.Run(input, output);
        }
        catch (Exception e)
        {
            registration?.Errors.Add(e.Message, e);
            LibDuckDb.ScalarSetError(info, e.Message);
        }
    }

    private sealed class Registration(ScalarFunction function, CallbackErrors errors)
    {
        private readonly DuckDbType?[] arguments = [.. function.Arguments.Select(Known)];

        internal CallbackErrors Errors => errors;

        internal void Run(nint input, nint output)
        {
            int rows = (int)LibDuckDb.ChunkSize(input);
            var chunk = new DataChunk(input, Types(input), rows);
            var result = new VectorBuffer(output, function.Result, rows);
            try
            {
                if (function.HandlesNull || !SkipNulls(chunk, new Vector(result)))
                    function.Body(chunk, new Vector(result));
            }
            finally
            {
                chunk.Invalidate();
                result.Invalidate();
            }
        }

        /// <summary>Makes null what has a null argument. True when nothing is left to do.</summary>
        private static bool SkipNulls(DataChunk chunk, Vector result)
        {
            Span<ulong> mask = stackalloc ulong[NullMasks.Words];
            if (!NullMasks.Combine(chunk, mask))
                return false;
            result.AndValidity(mask[..((chunk.RowCount + 63) / 64)]);
            return NullMasks.AllNull(mask, chunk.RowCount);
        }

        private DuckDbType?[] Types(nint input)
        {
            if (function.Varargs is null)
                return arguments;
            var types = new DuckDbType?[LibDuckDb.ChunkColumnCount(input)];
            Array.Fill(types, Known(function.Varargs));
            arguments.CopyTo(types, 0);
            return types;
        }

        /// <summary>A type that says nothing is asked of the vector instead.</summary>
        private static DuckDbType? Known(DuckDbType type) => type.Kind == DuckDbTypeKind.Any ? null : type;
    }
}
