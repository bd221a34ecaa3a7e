using System.CommandLine;
using SparkEtl.Driver.Generate;
using SparkEtl.Driver.Output;

namespace SparkEtl.Driver.CommandLine;

/// <summary>The options of the command line; those of all commands are recursive.</summary>
internal sealed class Options
{
    public const string StackTraceName = "--stack-trace";

    public Option<string> Config { get; } = new("--config")
    {
        Description = "The configuration file.",
        DefaultValueFactory = _ => "config.yaml",
        Recursive = true,
    };

    public Option<string[]> Set { get; } = new("--set")
    {
        Description = "Overrides a key of the environment: --set source.path=/data. May be repeated.",
        DefaultValueFactory = _ => [],
        Recursive = true,
    };

    public Option<string?> LogFormat { get; } = new("--log-format")
    {
        Description = "text or json.",
        Recursive = true,
    };

    public Option<bool> StackTrace { get; } = new(StackTraceName)
    {
        Description = "Print the stack trace of an error.",
        Recursive = true,
    };

    public Option<string?> Engine { get; } = new("--engine")
    {
        Description = "duckdb or spark, in place of engine.kind of the configuration.",
        Recursive = true,
    };

    public Option<string[]> Pipeline { get; } = new("--pipeline")
    {
        Description = "Runs only this pipeline. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    public Option<bool> DryRun { get; } = new("--dry-run")
    {
        Description = "Prints the plan and the SQL of each result, and runs nothing.",
    };

    public Option<string> Environment { get; } = new("--env")
    {
        Description = "The environment.",
        Required = true,
    };

    public Option<ResultFormat> Format { get; } = new("--format")
    {
        Description = "table, csv, json, or jsonl (one line a statement).",
    };

    public Option<string?> File { get; } = new("--file", "-f")
    {
        Description = "Statements separated by ';'.",
    };

    public Option<bool> KeepGoing { get; } = new("--keep-going")
    {
        Description = "Carries on after a statement that fails.",
    };

    public Option<string?> Program { get; } = new("--program")
    {
        Description = "The program to submit. Default: this one.",
    };

    public Option<string?> Archive { get; } = new("--archive")
    {
        Description = "The program's folder as a .tar.gz, which engine.deploy_mode cluster needs.",
    };

    public Option<bool> Null { get; } = new("--null")
    {
        Description = "Ends each word with the character U+0000, for a script.",
    };

    public Option<long> Rows { get; } = new("--rows")
    {
        Description = "Number of claims.",
        Required = true,
    };

    public Option<long> Seed { get; } = new("--seed")
    {
        Description = "The same seed gives the same data.",
        DefaultValueFactory = _ => 1,
    };

    public Option<string> Out { get; } = new("--out")
    {
        Description = "The folder to write to.",
        Required = true,
    };

    public Option<GenerateFormat> GenerateFormat { get; } = new("--format")
    {
        Description = "csv or parquet.",
    };
}
