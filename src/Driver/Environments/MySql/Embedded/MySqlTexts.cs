using System.Data.Common;

namespace SparkEtl.Driver.Environments.MySql.Embedded;

/// <summary>Rows of texts on their way from the server.</summary>
internal sealed class MySqlTexts(MySqlConnection connection, DbCommand command, DbDataReader reader) : IDisposable
{
    /// <summary>The next row; null at the end.</summary>
    public string?[]? Next() => connection.Try(() =>
    {
        if (!reader.Read())
        {
            return null;
        }

        var row = new string?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : reader.GetString(i);
        }

        return row;
    });

    public void Dispose()
    {
        reader.Dispose();
        command.Dispose();
    }
}
