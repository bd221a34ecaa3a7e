namespace SparkEtl.Utils.Logging;

/// <summary>How a message is written.</summary>
internal interface ILineFormat
{
    /// <summary>The message as text, without the line end.</summary>
    string Format(LogLine line);
}
