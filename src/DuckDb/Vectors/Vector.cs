using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;
using SparkEtl.DuckDb.Native;

namespace SparkEtl.DuckDb;

/// <summary>
/// One column of a chunk, in DuckDB's own memory: it and every span taken from it live as long as the chunk, which for a function's
/// arguments is the call. Rows count from 0. What is written over a row does not clear its null: a fresh vector has none.
/// </summary>
public readonly unsafe struct Vector
{
    private const int InlineBytes = 12;

    private readonly VectorBuffer buffer;

    internal Vector(VectorBuffer buffer) => this.buffer = buffer;

    /// <summary>The type of the rows.</summary>
    public DuckDbType Type => buffer.Type;

    /// <summary>Rows that may be read; in a vector to be written, rows there is room for.</summary>
    public int Count => buffer.Count;

    /// <summary>True when no row can be null.</summary>
    public bool HasNoNulls => buffer.Validity == null;

    /// <summary>One bit a row, lowest first, set when the row has a value; empty when all have.</summary>
    public ReadOnlySpan<ulong> Validity => buffer.Validity == null ? [] : new ReadOnlySpan<ulong>(buffer.Validity, (Count + 63) / 64);

    /// <summary>Whether a row is null.</summary>
    /// <param name="row">The row.</param>
    public bool IsNull(int row) => buffer.IsNull(row);

    /// <summary>
    /// All rows as they lie in memory, null rows holding anything: T has the size of the type's rows (bool, sbyte ... ulong, Int128,
    /// float, double, DuckDbDate, DuckDbTimestamp, DuckDbInterval, ListEntry; short, int, long or Int128 for a decimal by its width).
    /// </summary>
    /// <typeparam name="T">A type of that size.</typeparam>
    /// <exception cref="DuckDbException">T has another size.</exception>
    public ReadOnlySpan<T> Data<T>()
        where T : unmanaged => Writable<T>();

    /// <summary>The same as <see cref="Data{T}"/>, to be written.</summary>
    /// <typeparam name="T">A type of the size of the rows.</typeparam>
    /// <exception cref="DuckDbException">T has another size.</exception>
    public Span<T> Writable<T>()
        where T : unmanaged
    {
        if (buffer.Layout is not (VectorLayout.Fixed or VectorLayout.List) || sizeof(T) != buffer.Size)
            throw new DuckDbException($"Found {typeof(T).Name}, {sizeof(T)} bytes, for rows of {Type}, which have {buffer.Size} bytes.", DuckDbErrorType.MismatchType);
        return new Span<T>(buffer.Data, Count);
    }

    /// <summary>Bytes of a VARCHAR (UTF-8) or BLOB; empty for null.</summary>
    /// <param name="row">The row.</param>
    public ReadOnlySpan<byte> GetBytes(int row)
    {
        if (buffer.Layout != VectorLayout.Bytes)
            buffer.Require(VectorLayout.Bytes, "VARCHAR or BLOB");
        if (buffer.IsNull(row))
            return [];
        byte* at = buffer.Data + ((nint)row * 16);
        int length = *(int*)at;
        return new ReadOnlySpan<byte>(length <= InlineBytes ? at + 4 : *(byte**)(at + 8), length);
    }

    /// <summary>Text of a VARCHAR; empty for null.</summary>
    /// <param name="row">The row.</param>
    public string GetString(int row) => Encoding.UTF8.GetString(GetBytes(row));

    /// <summary>All digits of a decimal of any width; the point is <c>Type.Scale</c> digits from the right.</summary>
    /// <param name="row">The row; 0 for null.</param>
    public Int128 GetDecimal(int row)
    {
        RequireDecimal();
        if (buffer.IsNull(row))
            return 0;
        return buffer.Size switch
        {
            2 => ((short*)buffer.Data)[row],
            4 => ((int*)buffer.Data)[row],
            8 => ((long*)buffer.Data)[row],
            _ => Unsafe.ReadUnaligned<Int128>(buffer.Data + ((nint)row * 16)),
        };
    }

    /// <summary>Elements of all lists one after the other, entries of all maps as structs of key and value, elements of all arrays.</summary>
    public Vector Child => new(buffer.Child());

    /// <summary>Elements in all lists or maps together.</summary>
    public int ChildCount => buffer.ChildSize;

    /// <summary>A field of a struct.</summary>
    /// <param name="index">The field, from 0.</param>
    public Vector Field(int index) => new(buffer.Field(index));

    /// <summary>A row as an object, null for null; which type belongs to which is said at <see cref="DuckDbTypeKind"/>.</summary>
    /// <param name="row">The row.</param>
    /// <exception cref="DuckDbException">Values of this type are not read.</exception>
    public object? GetValue(int row) => BoxedReader.Read(this, row);

    /// <summary>Makes a row null; in a struct or array its parts too.</summary>
    /// <param name="row">The row.</param>
    public void SetNull(int row)
    {
        buffer.Check(row);
        buffer.WritableValidity()[row >> 6] &= ~(1UL << row);
        switch (buffer.Layout)
        {
            // Nothing may follow a stray pointer or length, whether it looks at the null or not.
            case VectorLayout.Bytes or VectorLayout.List:
                new Span<byte>(buffer.Data + ((nint)row * 16), 16).Clear();
                break;
            case VectorLayout.Struct:
                for (int i = 0; i < Type.Fields.Count; i++)
                    Field(i).SetNull(row);
                break;
            case VectorLayout.Array:
                Vector child = Child;
                for (int i = 0; i < Type.Length; i++)
                    child.SetNull((row * Type.Length) + i);
                break;
        }
    }

    /// <summary>Writes text into a VARCHAR.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The text; a lone surrogate becomes U+FFFD.</param>
    public void SetString(int row, string value) => SetString(row, value.AsSpan());

    /// <summary>Writes text into a VARCHAR.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The text; a lone surrogate becomes U+FFFD.</param>
    [SkipLocalsInit]
    public void SetString(int row, ReadOnlySpan<char> value)
    {
        int room = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = null;
        Span<byte> bytes = room <= 512 ? stackalloc byte[512] : rented = ArrayPool<byte>.Shared.Rent(room);
        int length = Encoding.UTF8.GetBytes(value, bytes);
        Assign(row, bytes[..length]);
        if (rented is not null)
            ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>Writes UTF-8 text into a VARCHAR.</summary>
    /// <param name="row">The row.</param>
    /// <param name="utf8">The text.</param>
    /// <exception cref="DuckDbException">The bytes are not UTF-8.</exception>
    public void SetString(int row, ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
            throw new DuckDbException($"Found bytes that are not UTF-8 for row {row} of a VARCHAR.", DuckDbErrorType.InvalidInput);
        Assign(row, utf8);
    }

    /// <summary>Writes bytes into a BLOB, or UTF-8 text into a VARCHAR.</summary>
    /// <param name="row">The row.</param>
    /// <param name="bytes">The bytes.</param>
    /// <exception cref="DuckDbException">The vector is a VARCHAR and the bytes are not UTF-8.</exception>
    public void SetBytes(int row, ReadOnlySpan<byte> bytes)
    {
        if (Type.Kind == DuckDbTypeKind.Blob)
            Assign(row, bytes);
        else
            SetString(row, bytes);
    }

    /// <summary>Writes all digits of a decimal of any width.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unscaled">The digits; the point is <c>Type.Scale</c> from the right.</param>
    /// <exception cref="DuckDbException">There are more digits than the type's width.</exception>
    public void SetDecimal(int row, Int128 unscaled)
    {
        RequireDecimal();
        buffer.Check(row);
        if (!PowersOfTen.Fits(unscaled, Type.Width))
            throw new DuckDbException($"Found {new DuckDbDecimal(unscaled, Type.Scale)}, which does not fit {Type}.", DuckDbErrorType.OutOfRange);
        switch (buffer.Size)
        {
            case 2:
                ((short*)buffer.Data)[row] = (short)unscaled;
                break;
            case 4:
                ((int*)buffer.Data)[row] = (int)unscaled;
                break;
            case 8:
                ((long*)buffer.Data)[row] = (long)unscaled;
                break;
            default:
                Unsafe.WriteUnaligned(buffer.Data + ((nint)row * 16), unscaled);
                break;
        }
    }

    /// <summary>Makes room for this many elements in all lists or maps together, and returns the child to write them to.</summary>
    /// <param name="size">Elements in all rows together. What was there stays.</param>
    /// <returns>The child; children taken before are void.</returns>
    public Vector ResizeChild(int size) => new(buffer.ResizeChild(size));

    /// <summary>Writes an object, or null; which type belongs to which is said at <see cref="DuckDbTypeKind"/>.</summary>
    /// <param name="row">The row.</param>
    /// <param name="value">The value. Elements of a list are added behind those of the rows written before.</param>
    /// <exception cref="DuckDbException">The value is of another type or does not fit.</exception>
    public void SetValue(int row, object? value) => BoxedWriter.Write(this, row, value);

    /// <summary>Makes null what is null in a mask, on top of what is null already.</summary>
    internal void AndValidity(ReadOnlySpan<ulong> mask)
    {
        // The library looks at the parts of a row that is null as a whole, and follows what they point to.
        if (buffer.Layout is VectorLayout.Struct or VectorLayout.Array or VectorLayout.List or VectorLayout.Bytes)
        {
            for (int row = 0; row < Count; row++)
            {
                if ((mask[row >> 6] & (1UL << row)) == 0)
                    SetNull(row);
            }
            return;
        }
        var own = new Span<ulong>(buffer.WritableValidity(), mask.Length);
        for (int i = 0; i < mask.Length; i++)
            own[i] &= mask[i];
    }

    private void Assign(int row, ReadOnlySpan<byte> bytes)
    {
        if (buffer.Layout != VectorLayout.Bytes)
            buffer.Require(VectorLayout.Bytes, "VARCHAR or BLOB");
        buffer.Check(row);
        if (bytes.Length <= InlineBytes)
        {
            // Short text lies in the row itself, padded with zeros, which comparisons rely on.
            var at = new Span<byte>(buffer.Data + ((nint)row * 16), 16);
            at.Clear();
            Unsafe.WriteUnaligned(ref at[0], bytes.Length);
            bytes.CopyTo(at[4..]);
            return;
        }
        fixed (byte* first = bytes)
            LibDuckDb.AssignBytes(buffer.Handle, (ulong)row, first, (ulong)bytes.Length);
    }

    private void RequireDecimal()
    {
        if (Type.Kind != DuckDbTypeKind.Decimal)
            throw new DuckDbException($"Found a vector of {Type} where a DECIMAL was expected.", DuckDbErrorType.MismatchType);
    }
}
