using System.Collections;
using System.Data.Common;

namespace SparkEtl.EndToEnd.Tests.MySql;

/// <summary>Rows of texts; as MySqlConnector does, it gives no number as a text.</summary>
internal sealed class LibMariaDbReader(LibMariaDbConnection connection, nint result) : DbDataReader
{
    private string?[] row = [];

    public override int FieldCount => (int)LibMariaDb.FieldCount(result);

    public override int Depth => 0;

    public override bool HasRows => throw new NotSupportedException();

    public override bool IsClosed => false;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetString(ordinal);

    public override object this[string name] => throw new NotSupportedException();

    public override bool Read()
    {
        if (connection.Fetch(result) is not { } next)
        {
            return false;
        }

        row = next;
        return true;
    }

    public override bool NextResult() => false;

    public override bool IsDBNull(int ordinal) => row[ordinal] is null;

    public override string GetString(int ordinal) => row[ordinal] ?? throw new InvalidCastException("The value is null.");

    public override object GetValue(int ordinal) => GetString(ordinal);

    public override int GetValues(object[] values) => throw new NotSupportedException();

    public override bool GetBoolean(int ordinal) => throw new NotSupportedException();

    public override byte GetByte(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override char GetChar(int ordinal) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();

    public override decimal GetDecimal(int ordinal) => throw new NotSupportedException();

    public override double GetDouble(int ordinal) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => throw new NotSupportedException();

    public override Type GetFieldType(int ordinal) => typeof(string);

    public override float GetFloat(int ordinal) => throw new NotSupportedException();

    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();

    public override short GetInt16(int ordinal) => throw new NotSupportedException();

    public override int GetInt32(int ordinal) => throw new NotSupportedException();

    public override long GetInt64(int ordinal) => throw new NotSupportedException();

    public override string GetName(int ordinal) => throw new NotSupportedException();

    public override int GetOrdinal(string name) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        LibMariaDb.FreeResult(result);
        base.Dispose(disposing);
    }
}
