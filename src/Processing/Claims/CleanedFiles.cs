using SparkEtl.Processing.Claims.Preprocessing;
using SparkEtl.Processing.Pipelines.Results;

namespace SparkEtl.Processing.Claims;

/// <summary>The cleaned tables as files.</summary>
internal static class CleanedFiles
{
    /// <summary>
    /// Writes each table to its folder, partitioned by those of the columns that it has. A partition's column stands in the names of
    /// folders and not in the files; a timestamp therefore stays, and a column <c>NAME_DATE</c> with its date makes the folders.
    /// </summary>
    public static void Add(PipelineResult result, PreProcessing cleaned, string output, IReadOnlyList<string> partitionBy)
    {
        foreach (string table in ClaimsTables.Names)
        {
            DataFrame rows = cleaned.Cleaned(table, ClaimsTables.Cleaned(table));
            var partitions = new List<string>();
            foreach (string column in partitionBy.Where(c => ClaimsTables.Cleaned(table).Contains(c)))
            {
                bool isTime = column == ClaimsTables.DateTreatment || ClaimsTables.TypeOf(table, column) == "timestamp";
                partitions.Add(isTime ? $"{column}_DATE" : column);
                if (isTime)
                    rows = rows.WithColumn($"{column}_DATE", ToDate(Col(column)));
            }

            result.WriteFiles(table, rows, $"{output.TrimEnd('/')}/{table}", partitions);
        }
    }
}
